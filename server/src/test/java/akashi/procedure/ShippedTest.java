package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.operation.Operations.Standing;
import akashi.operation.Proposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the program ships for an operation that was decided is told to the section, and takes force only by it. */
class ShippedTest extends Proposing {
    private final ShippedCalls calls;

    ShippedTest(Site site, ShippedCalls calls) {
        super(site);
        this.calls = calls;
    }

    @Test
    void anotherVersionThatIsShippedIsToldShownAndProposed() throws Exception {
        var code = inForce();
        var decided = site.operations().byCode(code).orElseThrow().hash();
        Proposed.ship(site.operations(), code.value(), yaml(code, "period: P3Y", "period: P6Y"));
        assertThat(site.operations().byCode(code).orElseThrow().hash()).isEqualTo(decided);
        calls.look();
        calls.look();

        var section = signedIn(head);
        var _ = section.open("/tasks");
        assertThat(section.page())
                .contains("プログラムに別の版が同梱", "/operations/" + code)
                .doesNotMatch(UNTRANSLATED);
        assertThat(section.open("/operations/" + code).getStatus()).isEqualTo(200);
        assertThat(section.page())
                .contains("別の版を同梱しています。効いていません", "3年", "6年", "この版で変更を提案する")
                .doesNotMatch(UNTRANSLATED);
        assertThat(section.open("/operations/" + code + "?version=" + decided).getStatus())
                .isEqualTo(200);
        assertThat(section.open("/procedures/new?kind=CHANGE&shipped=yes&operation=" + code)
                        .getStatus())
                .isEqualTo(200);
        assertThat(section.page()).contains("P6Y").doesNotContain("P3Y");

        site.clock().move(Duration.ofSeconds(1));
        var draft = site.operations().shipped(code).orElseThrow();
        long number = proposed(head, change(code, "period: P3Y", "period: P6Y"));
        assertThat(site.proposals()
                        .one(number)
                        .orElseThrow()
                        .proposal()
                        .content()
                        .hash())
                .isEqualTo(draft.hash());
        along(number, null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.IN_FORCE);
        assertThat(site.operations().shipped(code)).isEmpty();
        calls.look();
        assertThat(site.jdbc()
                        .sql("select count(*) from notice_task where key like :key and done_at is null")
                        .param("key", "operation/shipped/" + code + "/%")
                        .query(Long.class)
                        .single())
                .as("nothing waits any more")
                .isZero();
        var _ = section.open("/operations/" + code);
        assertThat(section.page()).doesNotContain("別の版を同梱しています");
        var _ = section.open("/procedures/new?kind=CHANGE&shipped=yes&operation=" + code);
        assertThat(section.page()).as("nothing else is shipped any more").contains("P6Y");
    }

    @Test
    void proposalsAreGivenOutAsATable() throws Exception {
        var code = inForce();
        var section = signedIn(head);
        assertThat(section.open("/procedures.csv").getContentAsString()).contains("盗難艇の新設", "盗難艇" + code, "施行済み");
        var _ = section.open("/procedures");
        assertThat(section.page()).contains("/procedures.csv");
    }
}
