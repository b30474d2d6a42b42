package akashi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files are read in the encoding they were saved in, or refused with the line that is to blame. */
class FileTextTest {
    private static final Charset CP932 = Charset.forName("windows-31j");

    @Test
    void theThreeEncodingsOfAnOfficeAreTold() {
        assertThat(FileText.of("氏名\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(new FileText.Text("氏名\n", "UTF-8"));
        assertThat(FileText.of("\uFEFF氏名\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new FileText.Text("氏名\n", "UTF-8 (BOM)"));
        assertThat(FileText.of("髙橋①\n".getBytes(CP932))).isEqualTo(new FileText.Text("髙橋①\n", "CP932"));
        assertThat(FileText.of(new byte[0])).isEqualTo(new FileText.Text("", "UTF-8"));
    }

    @Test
    void whatIsNoTextIsRefusedWithItsLine() {
        assertThat(FileText.of(new byte[] {'a', '\n', 'b', (byte) 0xFF}))
                .isEqualTo(new FileText.NoText(FileText.Reason.UNDECODABLE, 2, 1));
        assertThat(FileText.of("a\nb\0".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new FileText.NoText(FileText.Reason.NOT_TEXT, 2, 0));
        assertThat(FileText.of("\uFEFFa".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new FileText.NoText(FileText.Reason.UTF_16, 0, 0));
    }

    @Test
    void twoEncodingsInOneFileAreNotMixedSilently() {
        var utf8 = "ぁ\n".getBytes(StandardCharsets.UTF_8);
        var cp932 = "表示\n".getBytes(CP932);
        var both = new byte[utf8.length + cp932.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(cp932, 0, both, utf8.length, cp932.length);

        assertThat(FileText.of(both)).isEqualTo(new FileText.NoText(FileText.Reason.UNDECODABLE, 0, 0));
    }
}
