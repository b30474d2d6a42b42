package akashi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import akashi.FreshDatabase;
import akashi.ModuleTest;
import akashi.Verifier;
import akashi.account.TestDevices;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.proof.LogExport;
import akashi.proof.Receipts;
import akashi.proof.TestReceipts;
import akashi.retention.Erasures.Approval;
import akashi.retention.Erasures.Proposal;
import akashi.tlog.Ledger;
import akashi.tlog.TreeCheck;
import akashi.tlog.Watched;
import akashi.usage.Actor;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Erasing takes two people, takes exactly what was shown, and leaves every proof standing. */
@ModuleTest(with = {"web", "account", "access"})
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
@TestPropertySource(
        properties = {"akashi.retention.most=90", "akashi.retention.pause=P1D"}) // the job is called by hand
class ErasuresTest {
    private static final Use.Ruling RULING = new Use.Ruling("test", "1", true);
    private static final Actor PROPOSER = Past.officer("P1");
    private static final Actor APPROVER = Past.officer("A1");

    private final Erasures erasures;
    private final Holds holds;
    private final UsageLog log;
    private final Receipts receipts;
    private final Past past;
    private final DataSource source;
    private final Clock clock;

    @TempDir
    private Path folder = Path.of("");

    ErasuresTest(
            Erasures erasures,
            Holds holds,
            UsageLog log,
            Ledger ledger,
            Watched watched,
            JdbcClient jdbc,
            DataSource source,
            Clock clock) {
        this.source = source;
        this.clock = clock;
        this.erasures = erasures;
        this.holds = holds;
        this.log = log;
        this.receipts = TestReceipts.of(source, ledger, watched);
        this.past = new Past(log, jdbc);
    }

    private Erasure proposed(Scope scope) {
        var proposal = erasures.propose(scope, "期間が満ちた", "総情第12号", PROPOSER, RULING);
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return proposal instanceof Proposal.Proposed(int number)
                ? erasures.one(number).orElseThrow()
                : erasures.latest().getFirst();
    }

    private void erased(Scope scope) {
        var erasure = proposed(scope);
        assertThat(erasures.approve(erasure, erasure.counts().planned(), APPROVER, RULING))
                .isEqualTo(Approval.APPROVED);
        erasures.carryOut(erasure.number());
        assertThat(erasures.one(erasure.number()).orElseThrow().state()).isEqualTo(Erasure.State.DONE);
    }

    private Verdict verdict(Proved proved, String operator) {
        var file = receipts.receipt(proved.number(), Past.officer(operator)).orElseThrow();
        var text = log.release(Use.of("RECEIPT", Past.officer(operator)), file).value();
        return Receipt.parse(text.getBytes(StandardCharsets.UTF_8)).verify(NoteVerifier.parse(log.verifierKey()));
    }

    @Test
    void whatIsDueIsErasedByTwoPeopleAndEveryProofStillVerifies() {
        var who = Past.somebody();
        var old = List.of(past.due(who), past.due(who), past.due(who));
        var young = past.use(who, "110-9", "record-9");

        var erasure = proposed(Scope.through(Past.MAY));
        assertThat(erasures.approve(erasure, 3, PROPOSER, RULING)).isEqualTo(Approval.SAME);
        assertThat(erasures.approve(erasure, 4, APPROVER, RULING)).isEqualTo(Approval.COUNT);
        assertThat(old).allMatch(past::whole);
        assertThat(erasures.approve(erasure, 3, APPROVER, RULING)).isEqualTo(Approval.APPROVED);
        assertThat(erasures.approve(erasure, 3, APPROVER, RULING)).isEqualTo(Approval.STALE);
        erasures.work();

        assertThat(old).noneMatch(past::whole);
        assertThat(past.whole(young)).isTrue();
        var whole = erasures.whole(erasure.number()).orElseThrow();
        assertThat(whole.erasure().state()).isEqualTo(Erasure.State.DONE);
        assertThat(whole.pieces())
                .singleElement()
                .satisfies(piece -> assertThat(piece.entries())
                        .isEqualTo(old.getFirst().index() + "-" + old.getLast().index()));
        assertThat(past.entries("ERASURE").getLast())
                .contains(
                        "\"approver\":\"A1\"",
                        "\"proposer\":\"P1\"",
                        "\"paper\":\"総情第12号\"",
                        "\"months\":\"2024-05\"",
                        "\"entries\":\"" + whole.pieces().getFirst().entries() + "\"")
                .doesNotContain("青森330", "言動", "期間が満ちた");
        assertThat(past.entries("ERASURE_END")).isNotEmpty();
        assertThat(verdict(old.getFirst(), who))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.privatePart()).isEqualTo(Verdict.PrivatePart.ABSENT));
        assertThat(verdict(young, who))
                .isInstanceOfSatisfying(
                        Verdict.Verified.class,
                        verified -> assertThat(verified.privatePart()).isEqualTo(Verdict.PrivatePart.MATCHES));
        assertThat(erasures.due()).isEmpty();
        var before = past.entries("ERASURE").size();
        erasures.carryOut(erasure.number());
        erasures.work();
        assertThat(past.entries("ERASURE")).hasSize(before);
    }

    @Test
    void aHoldKeepsBackWhatItCoversUntilItIsLifted() {
        var who = Past.somebody();
        var held = past.due(who);
        var other = past.due(Past.somebody());
        int hold =
                holds.set(Hold.Ground.LITIGATION, Scope.caseReference("110-" + who), "訴訟のため", "訟第3号", APPROVER, RULING);
        assertThat(erasures.propose(
                        Scope.entries(new Scope.Range(held.log(), held.index(), held.index())),
                        "命令による",
                        "命第1号",
                        PROPOSER,
                        RULING))
                .isEqualTo(new Proposal.Nothing(1));

        var erasure = proposed(Scope.through(Past.MAY));
        assertThat(erasures.whole(erasure.number()).orElseThrow().lines())
                .extracting(Erasure.Line::hold, Erasure.Line::parts)
                .containsExactlyInAnyOrder(tuple(null, 1), tuple(hold, 1));
        assertThat(erasures.approve(erasure, 1, APPROVER, RULING)).isEqualTo(Approval.APPROVED);
        erasures.carryOut(erasure.number());
        assertThat(past.whole(held)).isTrue();
        assertThat(past.whole(other)).isFalse();

        assertThat(holds.lift(holds.one(hold).orElseThrow(), "訟第9号", PROPOSER, RULING))
                .isTrue();
        assertThat(holds.lift(holds.one(hold).orElseThrow(), "訟第9号", PROPOSER, RULING))
                .isFalse();
        assertThat(holds.all()).anyMatch(known -> known.number() == hold && known.lifted() != null);
        erased(Scope.through(Past.MAY));
        assertThat(past.whole(held)).isFalse();
        assertThat(past.entries("HOLD").getLast()).contains("\"ground\":\"LITIGATION\"", "\"paper\":\"訟第3号\"");
        assertThat(past.entries("HOLD_LIFT").getLast()).contains("\"hold\":\"" + hold + "\"");
    }

    @Test
    void aHoldThatComesAfterTheApprovalStopsIt() {
        var who = Past.somebody();
        var proved = past.due(who);
        var erasure = proposed(Scope.operator(who));
        assertThat(erasures.approve(erasure, 1, APPROVER, RULING)).isEqualTo(Approval.APPROVED);
        int hold = holds.set(Hold.Ground.AUDIT, Scope.operator(who), "監査のため", "監第1号", APPROVER, RULING);

        erasures.carryOut(erasure.number());

        assertThat(past.whole(proved)).isTrue();
        assertThat(erasures.one(erasure.number()).orElseThrow().state()).isEqualTo(Erasure.State.STOPPED);
        assertThat(past.entries("ERASURE_STOP").getLast()).contains("\"erased\":\"0\"");
        assertThat(holds.lift(holds.one(hold).orElseThrow(), "監第2号", APPROVER, RULING))
                .isTrue();
        erased(Scope.operator(who));
    }

    @Test
    void anApprovalIsVoidWhenTheSetHasChanged() {
        var who = Past.somebody();
        var first = past.due(who);
        var second = past.due(who);
        var erasure = proposed(Scope.operator(who));
        erased(Scope.entries(new Scope.Range(first.log(), first.index(), first.index())));

        assertThat(erasures.approve(erasure, 2, APPROVER, RULING)).isEqualTo(Approval.CHANGED);

        assertThat(erasures.one(erasure.number()).orElseThrow().state()).isEqualTo(Erasure.State.VOID);
        assertThat(past.whole(second)).isTrue();
        assertThat(past.entries("ERASURE_VOID")).isNotEmpty();
        assertThat(erasures.withdraw(erasure, PROPOSER, RULING)).isFalse();
        erased(Scope.operator(who));
    }

    @Test
    void whatCameAfterTheProposalIsNotMeant() {
        var who = Past.somebody();
        var first = past.due(who);
        var erasure = proposed(Scope.operator(who));
        var later = past.due(who);

        assertThat(erasures.approve(erasure, 1, APPROVER, RULING)).isEqualTo(Approval.APPROVED);
        erasures.carryOut(erasure.number());

        assertThat(past.whole(first)).isFalse();
        assertThat(past.whole(later)).isTrue();
        erased(Scope.operator(who));
    }

    /** A weeding script elsewhere erased 209,550 records; here a number that large cannot even be proposed. */
    @Test
    void moreThanTheCapCannotBeProposed() {
        var who = Past.somebody();
        for (int n = 0; n < 91; n++) {
            var _ = past.use(who, "110-1", "record-1");
        }

        assertThat(erasures.propose(Scope.operator(who), "命令による", "命第2号", PROPOSER, RULING))
                .isEqualTo(new Proposal.TooMany(91, 90));
        assertThat(erasures.latest()).noneMatch(known -> known.scope().value().equals(who));
    }

    @Test
    void anOrderNamesARecordAndAWithdrawalEndsIt() {
        var who = Past.somebody();
        var record = "0198c0de-0000-7000-8000-00000000" + who.hashCode();
        var shown = past.use(who, "110-2", record);
        var other = past.use(who, "110-2", record + "-not");
        var withdrawn = proposed(Scope.record(record, "盗車-1"));
        assertThat(withdrawn.counts().planned()).isEqualTo(1);
        assertThat(erasures.withdraw(withdrawn, APPROVER, RULING)).isTrue();
        assertThat(erasures.one(withdrawn.number()).orElseThrow().state()).isEqualTo(Erasure.State.WITHDRAWN);
        assertThat(erasures.approve(withdrawn, 1, APPROVER, RULING)).isEqualTo(Approval.STALE);

        erased(Scope.record(record, "盗車-1"));

        assertThat(past.whole(shown)).isFalse();
        assertThat(past.whole(other)).isTrue();
        assertThat(past.entries("ERASURE_WITHDRAW")).isNotEmpty();
    }

    @Test
    void aPieceThatFailsLeavesNothingHalfAndTheRestGoesOn() {
        var who = Past.somebody();
        var his = new ArrayList<Proved>();
        for (int n = 0; n < 60; n++) {
            his.add(past.due(who));
            var _ = past.use(Past.somebody(), "110-3", "record-3");
        }
        var erasure = proposed(Scope.operator(who));
        assertThat(erasures.approve(erasure, 60, APPROVER, RULING)).isEqualTo(Approval.APPROVED);
        var before = past.entries("ERASURE").size();
        past.owner("""
                create function test_break() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from retention_piece where erasure = new.erasure) = 1 then
                        raise exception 'broken for the test';
                    end if;
                    return new;
                end
                $$;
                create trigger test_break before insert on retention_piece for each row execute function test_break()
                """);
        try {
            assertThatThrownBy(() -> erasures.carryOut(erasure.number())).isInstanceOf(DataAccessException.class);
        } finally {
            past.owner("drop trigger test_break on retention_piece; drop function test_break()");
        }
        var first = erasures.whole(erasure.number()).orElseThrow();
        assertThat(first.erasure().state()).isEqualTo(Erasure.State.APPROVED);
        assertThat(first.erasure().counts().erased()).isEqualTo(Erasures.RUNS);
        assertThat(his.stream().filter(past::whole)).hasSize(60 - Erasures.RUNS);
        assertThat(past.entries("ERASURE")).hasSize(before + 1);

        erasures.carryOut(erasure.number());

        assertThat(his).noneMatch(past::whole);
        var whole = erasures.whole(erasure.number()).orElseThrow();
        assertThat(whole.pieces()).hasSize(3);
        assertThat(whole.pieces().stream()
                        .flatMap(piece -> List.of(piece.entries().split(",")).stream()))
                .containsExactlyElementsOf(his.stream()
                        .map(proved -> Long.toString(proved.index()))
                        .toList());
        assertThat(past.entries("ERASURE")).hasSize(before + 3);
    }

    /** What an auditor with the whole log sees: which are gone, and that entries account for them. */
    @Test
    void theWholeLogVerifiesAndSaysWhichPrivatePartsAreGoneAndWhy() throws IOException {
        var who = Past.somebody();
        var gone = past.due(who);
        var kept = past.due(Past.somebody());
        erased(Scope.operator(who));
        assertThat(past.whole(gone)).isFalse();
        assertThat(verdict(past.use(who, "110-4", "record-4"), who)).isInstanceOf(Verdict.Verified.class);

        var honest = exported("honest");
        assertThat(honest.exit()).as(honest.said()).isEqualTo("VERIFIED");
        assertThat(honest.said()).contains("according to entries of this log").doesNotContain("did not erase them");
        assertThat(honest.said()).containsPattern("[1-9][0-9]* gone: [0-9]");

        past.owner("delete from usage_private where id = (select private_id from usage_leaf where log = " + kept.log()
                + " and idx = " + kept.index() + ")");
        assertThat(exported("silent").said())
                .contains("Note: 1 of those gone are not named by an erasure", "Akashi did not erase them");
    }

    @Test
    void itIsKnownWhetherRetentionOrAnOrderTookAPrivatePart() {
        var who = Past.somebody();
        var old = List.of(past.due(who), past.due(who));
        erased(Scope.through(Past.MAY));
        var between = past.use(who, "110-8", "record-8");
        var kept = past.use("R-other", "110-8", "record-8");
        erased(Scope.operator(who));

        assertThat(old)
                .allSatisfy(entry -> assertThat(erasures.how(entry))
                        .hasValueSatisfying(
                                erased -> assertThat(erased.ordered()).isFalse()));
        assertThat(erasures.how(between))
                .hasValueSatisfying(erased -> assertThat(erased.ordered()).isTrue());
        assertThat(erasures.how(kept)).isEmpty();
    }

    private Verifier.Answer exported(String name) throws IOException {
        var keys = Files.writeString(folder.resolve(name + ".keys"), log.verifierKey() + "\n");
        var to = folder.resolve(name);
        var _ = new LogExport(source, clock).export(log.state().origin(), to, "test", true, _ -> {});
        return Verifier.run("verify", "--all", to.toString(), "--key", keys.toString());
    }

    @Test
    void theFunctionsRefuseWhatWasNotApprovedAndWhatNoEntryNames() {
        var who = Past.somebody();
        var proved = past.due(who);
        var erasure = proposed(Scope.operator(who));
        var call = "select retention_erase(" + erasure.number() + ", 10, 10, gen_random_uuid(), '" + proved.index()
                + "', now())";
        assertThatThrownBy(() -> past.as("akashi_app", call)).hasMessageContaining("is not approved");
        assertThat(erasures.approve(erasure, 1, APPROVER, RULING)).isEqualTo(Approval.APPROVED);

        assertThatThrownBy(() -> past.as("akashi_app", call)).hasMessageContaining("was not written with it");
        assertThatThrownBy(() -> past.as("akashi_app", call.replace("'" + proved.index() + "'", "'0-999999'")))
                .hasMessageContaining("is another one");
        assertThatThrownBy(() -> past.as(
                        "akashi_app",
                        "select * from retention_propose('RETENTION', '2099-01-01', null, null, null, '', '', 'reason',"
                                + " 'paper', 'x', now(), 10)"))
                .hasMessageContaining("not due yet");

        assertThat(past.whole(proved)).isTrue();
        erasures.carryOut(erasure.number());
        assertThat(past.whole(proved)).isFalse();
    }
}
