package akashi.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ledger.CanonicalJson;
import akashi.tlog.Entry;
import akashi.tlog.LeafTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {
    private static String leaf(Entry entry, String at) {
        return new String(entry.leaf(at, null), StandardCharsets.UTF_8);
    }

    private static Entry entry(Use use) {
        return Leaves.entry(use, null);
    }

    @Test
    void entryIsCanonicalAndHoldsNothingPrivate() {
        var entry = entry(TestUses.inquiry(TestUses.officer("1\"at\":\"")));
        String at = LeafTime.text(Instant.parse("2026-11-22T12:04:33.129Z"));
        String leaf = leaf(entry, at);

        assertThat(at).isEqualTo("2026-11-22T21:04:33.12+09:00").hasSameSizeAs(LeafTime.UNSET);
        assertThat(leaf)
                .startsWith("{\"act\":\"EXISTENCE\",\"at\":\"" + at + "\",\"by\":{")
                .doesNotContain("青森", "1234", "不審");
        assertThat(CanonicalJson.text(CanonicalJson.parse(leaf))).isEqualTo(leaf);
    }

    @Test
    void sameQuestionTwiceHasTwoCommitments() {
        var use = TestUses.inquiry(TestUses.officer("1"));
        assertThat(leaf(entry(use), LeafTime.UNSET)).isNotEqualTo(leaf(entry(use), LeafTime.UNSET));
    }

    @Test
    void useWithoutParticularsHasNoPrivatePart() {
        assertThat(entry(Use.of("X", TestUses.officer("1"))).secret()).isNull();
    }

    @Test
    void halfASurrogatePairIsMendedInPrivateTextAndRefusedElsewhere() {
        var entry = entry(Use.of("X", TestUses.officer("1")).noting("a\ud800b\u0000𠮷"));
        assertThat(entry.secret())
                .isNotNull()
                .satisfies(secret -> assertThat(new String(secret.body(), StandardCharsets.UTF_8))
                        .contains("a\ufffdb\ufffd𠮷"));
        assertThatThrownBy(() -> Use.of("X", TestUses.officer("1")).because("\udc00", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAndKeysStayOutOfTexts() {
        var key = new Use.Key("PLATE", "秘密", "秘密", List.of());
        assertThat(key.toString() + new Use.Particulars(List.of(key), "秘密")).doesNotContain("秘密");
    }
}
