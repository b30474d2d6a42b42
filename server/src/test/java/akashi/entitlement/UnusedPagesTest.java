package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.TestDevices;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** Rights nobody uses, by pages, database and decisions. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Holders.Setup.class})
@ExtendWith(TreeCheck.class)
class UnusedPagesTest {
    private final UnusedRights unused;
    private final UsageLog usage;
    private final MovableClock clock;
    private final Holders holders;

    UnusedPagesTest(UnusedRights unused, UsageLog usage, MovableClock clock, Holders holders) {
        this.unused = unused;
        this.usage = usage;
        this.clock = clock;
        this.holders = holders;
    }

    @Test
    void whatIsNotUsedIsAskedAboutAndEndsWithoutAnAnswer() throws Exception {
        var version = holders.closedTo(PostClass.CIVILIAN);
        var silent = holders.granted(version, TestForce.HACHI);
        var kept = holders.granted(version, TestForce.HACHI);
        var given = holders.granted(version, TestForce.HACHI);
        var used = holders.granted(version, TestForce.HACHI);
        clock.move(Duration.ofDays(91));
        var _ = usage.seal(Use.of("CONTENT", holders.askers.of(used).actor())
                .in(version.code().value(), version.hash(), new Use.Ruling("AK-06-I", "2", true)));

        unused.look();
        unused.look();

        assertThat(asked(silent)).hasSize(1);
        assertThat(asked(used)).isEmpty();
        var head = holders.browser(holders.force.officer(TestForce.HACHI, PostClass.UNIT_HEAD));
        assertThat(head.open("/entitlements/unused").getStatus()).isEqualTo(200);
        assertThat(head.page()).contains("続ける理由", "内容照会").doesNotMatch(Holders.UNTRANSLATED);
        var keep = "/entitlements/unused/" + asked(kept).getFirst().number();
        assertThat(head.send(keep, "answer", "keep", "why", "要").getStatus()).isEqualTo(422);
        assertThat(head.page())
                .contains("理由を3文字以上", "notice notice-hit\" role=\"alert\"", "value=\"要\"")
                .doesNotContain("notice-done");
        assertThat(head.send(keep, "why", "どちらも選ばない").getStatus()).isEqualTo(422);
        assertThat(head.page()).contains("続けるか返すかを選んで", "どちらも選ばない");
        assertThat(asked(kept).getFirst().state()).isEqualTo(Unused.State.ASKED);
        assertThat(head.open("/entitlements/unused.csv").getContentAsString(StandardCharsets.UTF_8))
                .contains(silent.staffNumber(), "内容照会")
                .doesNotContain(used.staffNumber());
        assertThat(head.send(keep, "answer", "keep", "why", "年度末の事務に使う").getStatus())
                .isEqualTo(303);
        var _ = head.send(keep, "answer", "keep", "why", "年度末の事務に使う");
        assertThat(head.send("/entitlements/unused/" + asked(given).getFirst().number(), "answer", "give-up")
                        .getStatus())
                .isEqualTo(303);
        assertThat(holders.right(given, version)).isFalse();
        assertThat(holders.right(kept, version)).isTrue();
        var elsewhere = holders.browser(holders.force.officer(TestForce.HIRO, PostClass.UNIT_HEAD));
        assertThat(elsewhere.open("/entitlements/unused").getStatus()).isEqualTo(200);
        assertThat(elsewhere.page()).doesNotContain(silent.staffNumber());
        var foreign = "/entitlements/unused/" + asked(silent).getFirst().number();
        assertThat(elsewhere.send(foreign, "answer", "give-up").getStatus()).isEqualTo(404);
        assertThat(holders.right(silent, version)).isTrue();

        clock.move(Duration.ofDays(31));
        unused.look();

        assertThat(holders.right(silent, version)).isFalse();
        assertThat(asked(silent).getFirst().state()).isEqualTo(Unused.State.ENDED);
        assertThat(holders.right(kept, version)).isTrue();
        assertThat(asked(kept)).hasSize(1);
        clock.move(Duration.ofDays(-122));
        assertThat(unused.answer(
                        asked(silent).getFirst(),
                        false,
                        "",
                        holders.askers.of(silent),
                        new Use.Ruling("test", "1", true)))
                .contains("entitlement.fault.self");
    }

    private List<Unused> asked(TestForce.Member member) {
        return unused.latest().stream()
                .filter(one -> one.holder().equals(member.id()))
                .toList();
    }
}
