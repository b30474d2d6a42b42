package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/**
 * Files of a log: read or refused, never anything else. Tries the kept examples; with {@code JAZZER_FUZZ=1} one of the
 * tests looks for new ones.
 */
class TileFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void path(byte[] input) {
        Fuzzed.onlyWay(TileCoordinate::parse, TileCoordinate::path, input);
    }

    @FuzzTest(maxDuration = "60s")
    void proof(byte[] input) {
        Fuzzed.onlyWay(TlogProof::parse, TlogProof::format, input);
    }

    /** The first byte says how many entries are asked for. */
    @FuzzTest(maxDuration = "60s")
    void entries(byte[] input) {
        if (input.length > 0) {
            int width = 1 + Byte.toUnsignedInt(input[0]);
            byte[] bundle = Arrays.copyOfRange(input, 1, input.length);
            List<byte[]> entries = Fuzzed.read(bytes -> EntryBundle.parse(bytes, width), bundle);
            if (entries != null) {
                assertThat(EntryBundle.format(entries)).isEqualTo(bundle);
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    void privateParts(byte[] input) {
        List<PrivateBundle.Part> parts = Fuzzed.read(PrivateBundle::parse, input);
        if (parts != null) {
            assertThat(PrivateBundle.format(parts)).isEqualTo(input);
        }
    }
}
