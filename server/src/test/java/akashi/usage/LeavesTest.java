package akashi.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeavesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static String leaf(Draft draft, String at) {
        return new String(draft.leaf(at, null), StandardCharsets.UTF_8);
    }

    private static Draft draft(Use use) {
        return Leaves.draft(UUID.randomUUID(), use, DAY, 5, null);
    }

    @Test
    void entryIsCanonicalAndHoldsNothingPrivate() {
        var draft = draft(UsageLogTest.inquiry(UsageLogTest.officer("1\"at\":\"")));
        String at = LeafTime.text(Instant.parse("2026-11-22T12:04:33.129Z"));
        String leaf = leaf(draft, at);

        assertThat(at).isEqualTo("2026-11-22T21:04:33.12+09:00").hasSameSizeAs(LeafTime.UNSET);
        assertThat(leaf)
                .startsWith("{\"act\":\"EXISTENCE\",\"at\":\"" + at + "\",\"by\":{")
                .doesNotContain("青森", "1234", "不審");
        assertThat(CanonicalJson.text(CanonicalJson.parse(leaf))).isEqualTo(leaf);
    }

    @Test
    void sameQuestionTwiceHasTwoCommitments() {
        var use = UsageLogTest.inquiry(UsageLogTest.officer("1"));
        assertThat(leaf(draft(use), LeafTime.UNSET)).isNotEqualTo(leaf(draft(use), LeafTime.UNSET));
    }

    @Test
    void privatePartMayBeErasedOnceTheWholeMonthIsOldEnough() {
        assertThat(draft(Use.of("X", UsageLogTest.officer("1"))).month()).isEqualTo(LocalDate.of(2031, 12, 1));
    }

    @Test
    void useWithoutParticularsHasNoPrivatePart() {
        assertThat(draft(Use.of("X", UsageLogTest.officer("1"))).secret()).isNull();
    }

    @Test
    void halfASurrogatePairIsMendedInPrivateTextAndRefusedElsewhere() {
        var draft = draft(Use.of("X", UsageLogTest.officer("1")).noting("a\ud800b\u0000𠮷"));
        assertThat(draft.secret())
                .isNotNull()
                .satisfies(secret -> assertThat(new String(secret.body(), StandardCharsets.UTF_8))
                        .contains("a\ufffdb\ufffd𠮷"));
        assertThatThrownBy(() -> Use.of("X", UsageLogTest.officer("1")).because("\udc00", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAndKeysStayOutOfTexts() {
        var key = new Use.Key("PLATE", "秘密", "秘密", List.of());
        assertThat(key.toString() + new Use.Particulars(List.of(key), "秘密")).doesNotContain("秘密");
    }
}
