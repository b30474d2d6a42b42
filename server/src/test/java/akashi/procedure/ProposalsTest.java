package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.FreshDatabase;
import akashi.TestForce;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations.Standing;
import akashi.organization.PostClass;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proposals through facade and database: who may do what, what is bound to what, and what takes force. */
class ProposalsTest extends Proposing {
    private Set<Long> signed = Set.of();

    ProposalsTest(Site site) {
        super(site);
    }

    @Override
    Set<Long> signed() {
        return signed;
    }

    @Test
    void anOperationIsSetUpChangedBackedOutSuspendedTakenUpAgainAndHandedOver() {
        var code = inForce();
        var first = site.operations().byCode(code).orElseThrow();
        assertThat(first.ground()).isEqualTo(OperationVersion.Ground.PROCEDURE);
        assertThat(first.decision()).startsWith("総情第");

        long change = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        along(change, null);
        assertThat(stage(change)).isEqualTo(Stage.Closed.IN_FORCE);
        assertThat(site.operations().byCode(code).orElseThrow().hash()).isNotEqualTo(first.hash());

        refused(move(askers.of(head), change, Move.BACK_OUT), "role-general_manager");
        site.clock().move(Duration.ofSeconds(1));
        var _ = done(move(askers.of(manager), change, Move.BACK_OUT));
        assertThat(site.operations().byCode(code).orElseThrow().hash()).isEqualTo(first.hash());
        assertThat(stage(change)).isEqualTo(Stage.Closed.BACKED_OUT);

        site.clock().move(Duration.ofSeconds(1));
        along(proposed(head, wish(Course.Kind.SUSPEND, code)), null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.SUSPENDED);
        refused(site.proposals().propose(askers.of(head), wish(Course.Kind.SUSPEND, code), RULING), "not-in-force");
        along(proposed(head, wish(Course.Kind.RESUME, code)), null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.IN_FORCE);
        refused(site.proposals().propose(askers.of(head), wish(Course.Kind.RESUME, code), RULING), "not-suspended");
        along(proposed(head, wish(Course.Kind.TRANSFER, code)), null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.TRANSFERRED);
    }

    @Test
    void whatIsRefusedStaysRefusedAndAnotherProposalMayFollow() {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.DECIDE);
        refused(move(askers.of(manager), number, Move.REFUSE, "", ""), "note");
        var _ = done(move(askers.of(manager), number, Move.REFUSE, "", "保存期間が長い"));
        assertThat(stage(number)).isEqualTo(Stage.Closed.REFUSED);
        for (var move : Move.values()) {
            assertThat(move(who(move), number, move)).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(site.operations().standing(code)).isEqualTo(Standing.UNKNOWN);
        along(proposed(head, fresh(code, "period: P3Y", "period: P1Y")), null);
        assertThat(site.operations().standing(code)).isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void anApprovalIsBoundToTheContentThatWasShown() {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.DECIDE);
        var shown = site.proposals().one(number).orElseThrow();
        var other = new Given(shown.proposal().version(), "0".repeat(64), "総情第9号", "", Judged.nothing(false), null);
        refused(site.proposals().move(askers.of(manager), shown, Move.DECIDE, other, RULING), "content");

        var _ = done(site.proposals()
                .edit(
                        askers.of(head),
                        shown,
                        shown.proposal().version(),
                        fresh(code, "period: P3Y", "period: P5Y"),
                        RULING));
        assertThat(stage(number)).as("what was reviewed falls").isEqualTo(Stage.Open.DRAFT);
        refused(
                site.proposals()
                        .move(askers.of(manager), shown, Move.DECIDE, Given.of(shown.proposal(), "総情第9号", ""), RULING),
                "stale");
        refused(
                site.proposals().edit(askers.of(head), shown, shown.proposal().version(), fresh(code), RULING),
                "stale");
        refused(move(askers.of(manager), number, Move.DECIDE), "stale");
    }

    @Test
    void aLapsedPostHolderApprovesNothing() {
        var code = code();
        long number = proposed(head, fresh(code));
        along(number, Move.DECIDE);
        var leaving = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var before = askers.of(leaving);
        force.dismissFromPost(leaving);
        refused(move(before, number, Move.DECIDE), "lapsed");
        var suspended = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
        var whileOnDuty = askers.of(suspended);
        force.suspend(suspended);
        refused(move(whileOnDuty, number, Move.DECIDE), "lapsed");
        assertThat(stage(number)).isEqualTo(Stage.Open.DELIBERATED);
    }

    @Test
    void everyMoveIsThatOfOnePostAndNobodyApprovesTheOwnRequest() {
        var code = code();
        var elsewhere = force.officer(TestForce.GENERAL, PostClass.SECTION_HEAD);
        refused(site.proposals().propose(askers.of(elsewhere), fresh(code), RULING), "section");
        long number = proposed(head, fresh(code));
        refused(move(askers.of(elsewhere), number, Move.CONSULT), "role-section");
        refused(move(askers.of(keeper), number, Move.CONSULT), "role-section");
        along(number, Move.REVIEW);
        refused(move(askers.of(head), number, Move.REVIEW), "role-system_manager");
        refused(move(askers.of(keeper), number, Move.REVIEW, "", ""), "paper");
        var whole = site.proposals().one(number).orElseThrow();
        refused(
                site.proposals()
                        .move(askers.of(keeper), whole, Move.REVIEW, Given.of(whole.proposal(), "総情第9号", ""), RULING),
                "answers");
        var _ = done(move(askers.of(keeper), number, Move.SEND_BACK));
        assertThat(stage(number)).isEqualTo(Stage.Open.DRAFT);
        along(number, Move.DECIDE);
        refused(move(askers.of(keeper), number, Move.DECIDE), "role-general_manager");
        refused(move(askers.of(keeper), number, Move.FORCE), "role-program");
    }

    @Test
    void oneProposalForAnOperationIsOpenAtATime() {
        var code = inForce();
        long number = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        refused(site.proposals().propose(askers.of(head), wish(Course.Kind.ABOLISH, code), RULING), "one-open");
        var _ = done(move(askers.of(head), number, Move.WITHDRAW));
        assertThat(proposed(head, wish(Course.Kind.ABOLISH, code))).isGreaterThan(number);
    }

    @Test
    void theSameContentIsNoChangeAndAFaultyOneIsNoProposal() {
        var code = inForce();
        refused(site.proposals().propose(askers.of(head), change(code), RULING), "unchanged");
        assertThat(site.proposals()
                        .propose(askers.of(head), change(code, "hours: {always: true}", "hours: {}"), RULING))
                .isInstanceOfSatisfying(
                        Outcome.Faulty.class,
                        faulty -> assertThat(faulty.faults()).isNotEmpty());
        assertThat(site.sql().openFor(code)).isEmpty();
    }

    @Test
    void aMinorChangeIsDecidedByTheRulesAndEachAnswerIsKept() {
        var code = inForce();
        long minor = proposed(head, change(code, "en: Lists stolen cars", "en: Keeps stolen cars"));
        var proposal = site.proposals().one(minor).orElseThrow().proposal();
        assertThat(proposal.minor()).isTrue();
        assertThat(site.proposals().answers(proposal))
                .filteredOn(answer -> answer.item().startsWith("minor."))
                .hasSize(4)
                .allSatisfy(answer -> assertThat(answer.answer()).isEqualTo("NO"));
        assertThat(proposal.next()).contains(Move.REQUEST);
        along(minor, null);

        long full =
                proposed(head, change(code, "acts: [history], scope: prefecture", "acts: [history], scope: own-unit"));
        assertThat(site.proposals().one(full).orElseThrow().proposal().minor()).isFalse();
        assertThat(site.proposals()
                        .answers(site.proposals().one(full).orElseThrow().proposal()))
                .anySatisfy(answer -> {
                    assertThat(answer.item()).isEqualTo("minor.RULE");
                    assertThat(answer.answer()).isEqualTo("YES");
                });
    }

    @Test
    void aChangedAnswerToAGoldenQuestionMustBeSignedOff() {
        var code = inForce();
        long question =
                site.questions().byPlate(code, "ナンバーで見つかる", "plate=青森 330 さ 12-34\ntarget=vehicle", "青森330さ1234");
        long number = proposed(
                head, change(code, "- {field: plate, kinds: [plate, plate-number], colour: colour}\n        ", ""));
        along(number, Move.TEST);
        refused(move(askers.of(head), number, Move.TEST), "golden");
        signed = Set.of(question);
        along(number, Move.ANNOUNCE);
        assertThat(site.questions().retire(code, question)).isTrue();
        assertThat(site.questions().retire(code, question)).isFalse();
        long other = site.questions().byPlate(code, "別のナンバー", "plate=青森 500 あ 1", "青森500あ1");
        refused(move(askers.of(keeper), number, Move.ANNOUNCE), "golden-anew");
        assertThat(site.questions().retire(code, other)).isTrue();
        along(number, null);
        assertThat(stage(number)).isEqualTo(Stage.Closed.IN_FORCE);
    }

    @Test
    void anAnnouncedVersionWaitsForItsDayAndCanBeWithdrawnUntilThen() {
        var code = inForce();
        var before = site.operations().byCode(code).orElseThrow().hash();
        long number = proposed(head, change(code, "period: P3Y", "period: P5Y"));
        along(number, Move.ANNOUNCE);
        var whole = site.proposals().one(number).orElseThrow();
        var day = akashi.calendar.JapaneseDates.dateOf(site.clock().instant()).plusDays(2);
        var given = new Given(
                whole.proposal().version(), whole.proposal().content().hash(), "総情第7号", "", Judged.nothing(false), day);
        var _ = done(site.proposals().move(askers.of(keeper), whole, Move.ANNOUNCE, given, RULING));
        site.proposals().force(site.clock().instant());
        assertThat(stage(number)).isEqualTo(Stage.Open.ANNOUNCED);
        assertThat(site.operations().byCode(code).orElseThrow().hash()).isEqualTo(before);

        var _ = done(move(askers.of(head), number, Move.WITHDRAW));
        site.clock().move(Duration.ofDays(3));
        assertThat(site.operations().byCode(code).orElseThrow().hash()).isEqualTo(before);
    }

    @Test
    void whatRecordsStillHoldIsNotTakenOut() throws SQLException {
        var code = inForce();
        record(code, "listed", "{\"values\": {\"antiTheft\": [\"yes\"]}, \"cautions\": []}");
        long number = proposed(
                head,
                change(
                        code,
                        "      - {name: antiTheft, type: choice, label: {ja: 盗難防止装置, en: Anti-theft device}, group: theft, list: yes-no@1, widget: radio}\n",
                        ""));
        along(number, Move.REQUEST);
        refused(move(askers.of(head), number, Move.REQUEST), "blocked");
        var _ = done(move(askers.of(head), number, Move.WITHDRAW));

        long state = proposed(
                head, change(code, "code: listed,", "code: on-list,", "listed]", "on-list]", "listed,", "on-list,"));
        along(state, Move.REQUEST);
        refused(move(askers.of(head), state, Move.REQUEST), "blocked");
        var _ = done(move(askers.of(head), state, Move.WITHDRAW));

        long document = proposed(head, change(code, "  - code: notice\n", "  - code: paper\n"));
        along(document, Move.REQUEST);
        refused(move(askers.of(head), document, Move.REQUEST), "blocked");
    }

    private void record(OperationCode code, String state, String content) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        FreshDatabase.url(FreshDatabase.name(site.jdbc()), "akashi_owner"));
                var statement = connection.createStatement()) {
            var id = UUID.randomUUID();
            int _ = statement.executeUpdate(
                    "insert into record (id, operation, document_type, number, unit, standing, state, version, changed_at)"
                            + " values ('" + id + "', '" + code + "', 'notice', 'x-"
                            + id.toString().substring(0, 8)
                            + "', '" + id + "', 'COUNTED', '" + state + "', 1, now())");
            int _ = statement.executeUpdate(
                    "insert into record_version (record_id, version, act, operation_version, standing, state, counts,"
                            + " content, changed_at, staff_number, post, unit) values ('" + id
                            + "', 1, 'REGISTER', 'x', 'COUNTED', '" + state + "', true, '" + content
                            + "', now(), 'T', 'P', '" + id + "')");
        }
    }
}
