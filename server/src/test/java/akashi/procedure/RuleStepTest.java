package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestForce;
import akashi.calendar.JapaneseDates;
import akashi.organization.PostClass;
import akashi.review.Finding;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The step of the implementation rule: one must be approved and in force on the day, and must fit. */
class RuleStepTest extends Proposing {
    RuleStepTest(Site site) {
        super(site);
    }

    @Test
    void aNewOperationGoesOnOnlyWithAnApprovedRuleWhichTheStepNames() {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.RULE);
        refused(move(askers.of(head), number, Move.RULE), "rule");
        long rule = site.rules().draft(code, "達（刑企）第9号", null);
        refused(move(askers.of(head), number, Move.RULE), "rule");
        site.rules().approve(rule);
        var _ = done(move(askers.of(head), number, Move.RULE, "", ""));
        var whole = site.proposals().one(number).orElseThrow();
        assertThat(whole.made(Move.RULE)).map(Proposal.Made::paper).contains("達（刑企）第9号");
        assertThat(site.proposals().answers(whole.proposal())).anySatisfy(answer -> {
            assertThat(answer.item()).isEqualTo(Steps.RULE);
            assertThat(answer.answer()).isEqualTo(Long.toString(rule));
        });
        along(number, null);
        assertThat(stage(number)).isEqualTo(Stage.Closed.IN_FORCE);
    }

    @Test
    void theRuleMustBeInForceOnTheDayTheOperationTakesForce() {
        var code = code();
        var day = today().plusDays(10);
        long number = proposed(head, new Wish(Course.Kind.NEW, null, "盗難艇の新設", "港での盗難が増えた", day, yaml(code)));
        along(number, Move.RULE);
        long _ = site.rules().lay(code, "達第1号", day.plusDays(1));
        refused(move(askers.of(head), number, Move.RULE), "rule");
        long _ = site.rules().lay(code, "達第2号", day);
        along(number, Move.ANNOUNCE);
        refused(announce(number, day.minusDays(1)), "rule-day");
        refused(announce(number, null), "rule-day");
        var _ = done(announce(number, day));
    }

    @Test
    void aChangeAsksWhetherTheRuleInForceStillFits() {
        var code = inForce();
        long number = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        along(number, Move.RULE);
        refused(step(number, Move.RULE, false), "rule-fits");
        var _ = done(step(number, Move.RULE, true));

        site.clock().move(Duration.ofDays(1));
        along(number, null);
        var day = today().plusDays(5);
        long next = proposed(
                head,
                new Wish(Course.Kind.CHANGE, code, "盗難艇の変更", "現場の求め", day, yaml(code, "period: P3Y", "period: P7Y")));
        long edition = site.rules().lay(code, "達第77号", day);
        along(next, Move.RULE);
        var _ = done(step(next, Move.RULE, false));
        assertThat(site.proposals()
                        .answers(site.proposals().one(next).orElseThrow().proposal()))
                .anyMatch(answer ->
                        answer.item().equals(Steps.RULE) && answer.answer().equals(Long.toString(edition)));
    }

    @Test
    void aNewerEditionOfTheRuleMakesAChangeMoreThanMinor() {
        var code = inForce();
        var change = change(code, "en: Lists stolen cars", "en: Keeps stolen cars");
        long number = proposed(head, change);
        assertThat(site.proposals().one(number).orElseThrow().proposal().minor())
                .isTrue();
        long draft = site.rules().draft(code, "達第88号", null);
        refused(move(askers.of(head), number, Move.REQUEST), "minor-touched");
        site.clock().move(Duration.ofSeconds(1));
        var whole = site.proposals().one(number).orElseThrow();
        var _ = done(
                site.proposals().edit(askers.of(head), whole, whole.proposal().version(), change, RULING));
        assertThat(site.proposals().one(number).orElseThrow().proposal().minor())
                .isFalse();
        site.rules().withdraw(draft);
        site.clock().move(Duration.ofSeconds(1));
        var again = site.proposals().one(number).orElseThrow();
        var _ = done(
                site.proposals().edit(askers.of(head), again, again.proposal().version(), change, RULING));
        assertThat(site.proposals().one(number).orElseThrow().proposal().minor())
                .isTrue();
    }

    @Test
    void aRuleIsDraftedAndApprovedForAProposedOperationAndReadFromItsDayOn() throws Exception {
        var code = code();
        var author = signedIn(head);
        assertThat(author.open("/rules/new?operation=" + code).getStatus()).isEqualTo(404);
        long number = proposed(head, fresh(code));
        var detective = signedIn(force.officer(TestForce.GENERAL, PostClass.DETECTIVE));
        assertThat(detective.open("/rules/new?operation=" + code).getStatus()).isEqualTo(404);

        assertThat(author.open("/rules").getStatus()).isEqualTo(200);
        assertThat(author.page()).contains("盗難艇" + code, "新設の手続中", "/procedures/" + number);
        assertThat(author.open("/rules/new?operation=" + code).getStatus()).isEqualTo(200);
        assertThat(author.page()).contains("盗難艇" + code);
        long early = site.rules().lay(code, "達第5号", null);
        var _ = detective.open("/tasks");
        assertThat(detective.page()).as("not decided yet").doesNotContain("/rules/" + early);

        along(number, Move.TEST);
        var _ = detective.open("/tasks");
        assertThat(detective.page()).contains("/rules/" + early, "盗難艇" + code);
        assertThat(detective.open("/rules/" + early).getStatus()).isEqualTo(200);
        assertThat(detective.page()).contains("/procedures/" + number).doesNotContain("[notice.");
        assertThat(detective.send("/rules/" + early + "/acknowledge").getHeader("Location"))
                .isEqualTo("/rules/" + early);

        along(number, Move.RULE);
        var _ = author.open("/procedures/" + number);
        assertThat(author.page())
                .contains("href=\"/rules/" + early + "\"", "達第5号")
                .doesNotContainPattern(UNTRANSLATED);
        along(number, Move.ANNOUNCE);
        var _ = author.open("/procedures/" + number);
        assertThat(author.page()).contains("<a href=\"/rules/" + early + "\">達第5号</a>");
        along(number, null);
        var _ = author.open("/rules");
        assertThat(author.page()).contains("/operations/" + code);
    }

    @Test
    void whereNoRuleIsThereThePageSaysSoAndLeadsToDraftingOne() throws Exception {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.RULE);
        var browser = signedIn(head);
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page())
                .contains("承認された実施要領がまだありません", "/rules/new?operation=" + code)
                .doesNotContain("実施要領を定めた</button>");
        assertThat(browser.send("/procedures/" + number + "/rule", fields(number, "note", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("効力を持つものがありません", "/rules/new?operation=" + code);
        long draft = site.rules().draft(code, "達第6号", null);
        var _ = browser.open("/procedures/" + number);
        assertThat(browser.page()).contains("href=\"/rules/" + draft + "\"");
        site.rules().approve(draft);
        assertThat(browser.send("/procedures/" + number + "/rule", fields(number, "note", ""))
                        .getHeader("Location"))
                .isEqualTo("/procedures/" + number);
        var _ = done(move(askers.of(head), number, Move.WITHDRAW));
        var _ = browser.open("/rules/" + draft);
        assertThat(browser.page()).contains("盗難艇" + code, "設けられていない").doesNotContain("[notice.");
        assertThat(browser.open("/rules/new?operation=" + code).getStatus()).isEqualTo(404);

        long change = proposed(head, change(inForce(), "period: P3Y", "period: P5Y"));
        along(change, Move.RULE);
        var _ = browser.send("/language", "language", "en", "target", "/procedures/" + change);
        var _ = browser.open("/procedures/" + change);
        assertThat(browser.page())
                .contains("After this change the rule still fits")
                .doesNotContainPattern(UNTRANSLATED);
        assertThat(browser.send("/procedures/" + change + "/rule", fields(change, "note", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page()).contains("still fits after this change").doesNotContainPattern(UNTRANSLATED);
        assertThat(browser.send("/procedures/" + change + "/rule", fields(change, "note", "", "fits", "yes"))
                        .getHeader("Location"))
                .isEqualTo("/procedures/" + change);
    }

    @Test
    void theRuleOfAnOperationThatCameToNothingHasNoEffectAndMayBeWithdrawn() throws Exception {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.TEST);
        long rule = site.rules().layUntil(code, "達第7号", 30);
        long draft = site.rules().draft(code, "達第8号", null);
        var author = signedIn(head);
        var detective = signedIn(force.officer(TestForce.GENERAL, PostClass.DETECTIVE));
        site.rules().watch();
        var _ = detective.open("/tasks");
        assertThat(detective.page()).contains("/rules/" + rule);
        assertThat(waiting("rule/ends/" + rule)).isOne();
        assertThat(waiting("rule/approve/" + draft)).isOne();
        assertThat(author.open("/rules/" + rule).getStatus()).isEqualTo(200);
        assertThat(author.send("/rules/" + rule + "/withdraw").getStatus()).isEqualTo(422);
        assertThat(author.page()).contains("承認された実施要領は取り下げられません").doesNotMatch(UNTRANSLATED);

        var _ = done(move(askers.of(head), number, Move.WITHDRAW));
        site.rules().watch();
        var _ = detective.open("/tasks");
        assertThat(detective.page()).doesNotContain("/rules/" + rule);
        assertThat(waiting("rule/ends/" + rule)).isZero();
        assertThat(waiting("rule/approve/" + draft)).isZero();
        var _ = author.open("/rules?operation=" + code);
        assertThat(author.page()).contains("効力なし", "設けられていない").doesNotContain("実施中", "まもなく終わる");
        assertThat(detective.open("/rules/" + rule).getStatus()).isEqualTo(200);
        assertThat(detective.page())
                .contains("承認されていますが効力はなく", "/procedures/" + number)
                .doesNotContain("取り下げる</button>")
                .doesNotMatch(UNTRANSLATED);
        assertThatThrownBy(() -> site.rules().approve(draft)).hasMessageContaining("NO_OPERATION");
        assertThat(author.open("/rules/" + draft).getStatus()).isEqualTo(200);
        assertThat(author.page()).contains("改めて提案するまで承認できません").doesNotMatch(UNTRANSLATED);

        long again = proposed(head, fresh(code));
        var _ = author.open("/rules?operation=" + code);
        assertThat(author.page()).as("proposed anew").contains("実施中").doesNotContain("効力なし");

        var _ = done(move(askers.of(head), again, Move.WITHDRAW));
        var _ = author.send("/language", "language", "en", "target", "/");
        var _ = author.open("/rules/" + rule);
        assertThat(author.page()).contains("No effect", "Withdraw the rule").doesNotMatch(UNTRANSLATED);
        assertThat(author.send("/rules/" + rule + "/withdraw").getHeader("Location"))
                .isEqualTo("/rules/" + rule);
        assertThat(detective.open("/rules/" + rule).getStatus()).isEqualTo(404);
        var _ = author.open("/rules/" + rule);
        assertThat(author.page()).doesNotContain("Withdraw the rule").doesNotMatch(UNTRANSLATED);
        assertThat(author.send("/rules/" + rule + "/withdraw").getStatus()).isEqualTo(422);
    }

    private int waiting(String key) {
        return site.jdbc()
                .sql("select count(*) as waiting from notice_task where key = :key and done_at is null")
                .param("key", key)
                .query((row, _) -> row.getInt("waiting"))
                .single();
    }

    private Outcome announce(long number, @Nullable LocalDate day) {
        var proposal = site.proposals().one(number).orElseThrow();
        var given = new Given(
                proposal.proposal().version(),
                proposal.proposal().content().hash(),
                "総情第8号",
                "",
                Judged.nothing(false),
                day);
        return site.proposals().move(askers.of(keeper), proposal, Move.ANNOUNCE, given, RULING);
    }

    private Outcome step(long number, Move move, boolean fits) {
        var whole = site.proposals().one(number).orElseThrow();
        var given = new Given(
                whole.proposal().version(),
                whole.proposal().content().hash(),
                "",
                "",
                new Judged(Set.of(), EnumSet.noneOf(Finding.Manual.class), fits, false, ""),
                null);
        return site.proposals().move(askers.of(head), whole, move, given, RULING);
    }

    private LocalDate today() {
        return JapaneseDates.dateOf(site.clock().instant());
    }
}
