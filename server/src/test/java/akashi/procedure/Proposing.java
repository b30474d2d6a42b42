package akashi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.definition.Label;
import akashi.notice.TestRules;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.operation.Proposed;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.review.Finding;
import akashi.review.Studies;
import akashi.review.TestQuestions;
import akashi.tlog.TreeCheck;
import akashi.usage.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of proposals share: who takes part, what they propose, and how a proposal gets somewhere. */
@DoorTest
@Import({
    TestDevices.class,
    FreshDatabase.Setup.class,
    MovableClock.Setup.class,
    TestRules.class,
    TestQuestions.class,
    Proposing.Site.class
})
@ExtendWith(TreeCheck.class)
abstract class Proposing {
    static final Use.Ruling RULING = new Use.Ruling("AK-20", "1", true);
    static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.-]+.*";
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final AtomicInteger NEXT = new AtomicInteger();

    final Site site;
    final TestForce force;
    final TestAskers askers;
    final TestForce.Member head;
    final TestForce.Member keeper;
    final TestForce.Member manager;

    /** What the tests use. */
    @Component
    record Site(
            Proposals proposals,
            ProposalSql sql,
            TestQuestions questions,
            TestRules rules,
            RuleBook book,
            Studies studies,
            Operations operations,
            Organization organization,
            Accounts accounts,
            MovableClock clock,
            MockMvc mvc,
            JdbcClient jdbc) {}

    Proposing(Site site) {
        this.site = site;
        this.force = new TestForce(site.organization(), site.jdbc());
        this.askers = new TestAskers(site.organization(), site.clock());
        this.head = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        this.keeper = force.officer(TestForce.GENERAL, PostClass.INFORMATION_MANAGEMENT);
        this.manager = force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER);
    }

    /** A code nobody has used. */
    static OperationCode code() {
        return new OperationCode("boat-" + NEXT.incrementAndGet());
    }

    /** A definition of the section of these tests, with changes. */
    static String yaml(OperationCode code, String... changes) {
        return Proposed.like(
                code, "艇" + code.value().substring(5), TestForce.CRIME, new Label("盗難艇", "Boats"), changes);
    }

    static Wish fresh(OperationCode code, String... changes) {
        return new Wish(Course.Kind.NEW, null, "盗難艇の新設", "港での盗難が増えた", null, yaml(code, changes));
    }

    static Wish change(OperationCode code, String... changes) {
        return new Wish(Course.Kind.CHANGE, code, "盗難艇の変更", "現場の求め", null, yaml(code, changes));
    }

    static Wish wish(Course.Kind kind, OperationCode code) {
        return new Wish(kind, code, "盗難艇の手続", "国の基盤に移す", null, "");
    }

    long proposed(TestForce.Member by, Wish wish) {
        return done(site.proposals().propose(askers.of(by), wish, RULING)).number();
    }

    static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    static void refused(Outcome outcome, String key) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    Outcome move(Asker asker, long number, Move move) {
        return move(asker, number, move, "総情第" + number + "号", "書いたとおり");
    }

    Outcome move(Asker asker, long number, Move move, String paper, String note) {
        var whole = site.proposals().one(number).orElseThrow();
        var answered = EnumSet.allOf(Finding.Manual.class);
        var given = new Given(
                whole.proposal().version(),
                whole.proposal().content().hash(),
                paper,
                note,
                new Judged(signed(), answered, true, whole.proposal().important(), ""),
                null);
        return site.proposals().move(asker, whole, move, given, RULING);
    }

    Set<Long> signed() {
        return Set.of();
    }

    Asker who(Move move) {
        return askers.of(
                switch (move.role()) {
                    case SECTION, PROGRAM -> head;
                    case SYSTEM_MANAGER -> keeper;
                    case GENERAL_MANAGER -> manager;
                });
    }

    /** Takes a proposal along its course until this move is next; null for all the way. */
    void along(long number, @Nullable Move until) {
        while (true) {
            var next = site.proposals().one(number).orElseThrow().proposal().next();
            if (next.isEmpty() || next.get() == until) {
                return;
            }
            if (next.get() == Move.FORCE) {
                site.clock().move(java.time.Duration.ofSeconds(1));
                site.proposals().force(site.clock().instant());
            } else {
                if (next.get() == Move.RULE) {
                    lay(number);
                }
                var _ = done(move(who(next.get()), number, next.get()));
            }
        }
    }

    /** Sees to it that the operation has an implementation rule. */
    private void lay(long number) {
        var proposal = site.proposals().one(number).orElseThrow().proposal();
        if (site.book().of(proposal).rule() == null) {
            long _ = site.rules().lay(proposal.operation(), "達第" + number + "号", null);
        }
    }

    /** A new operation in force. */
    OperationCode inForce() {
        var code = code();
        along(proposed(head, fresh(code)), null);
        assertThat(site.operations().standing(code)).isEqualTo(Operations.Standing.IN_FORCE);
        return code;
    }

    Stage stage(long number) {
        return site.proposals().one(number).orElseThrow().proposal().stage();
    }

    Browser signedIn(TestForce.Member member) throws Exception {
        if (!site.accounts().has(member.id())) {
            site.accounts().open(member.id(), PASSWORD);
        }
        return new Browser(site.mvc()).signIn(member.staffNumber(), PASSWORD);
    }

    /** Fields of the step's form, as the page gives them, with more. */
    String[] fields(long number, String... more) {
        var proposal = site.proposals().one(number).orElseThrow().proposal();
        var fields = new ArrayList<>(List.of(
                "version",
                Integer.toString(proposal.version()),
                "hash",
                proposal.content().hash()));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }
}
