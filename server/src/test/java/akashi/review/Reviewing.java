package akashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.definition.Label;
import akashi.operation.Drafts;
import akashi.operation.Enactment;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.operation.Proposed;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the review share: definitions, operations in force, and the head of their section. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class, Reviewing.Site.class})
@ExtendWith(TreeCheck.class)
abstract class Reviewing {
    static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.-]+.*";
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final AtomicInteger NEXT = new AtomicInteger();

    final Site site;
    final TestForce force;
    final TestForce.Member head;

    /** What the tests use. */
    @Component
    record Site(
            Studies studies,
            Reach reach,
            GoldenSql questions,
            Drafts drafts,
            Enactment enactment,
            Operations operations,
            TransactionTemplate transaction,
            Organization organization,
            Accounts accounts,
            MovableClock clock,
            MockMvc mvc,
            JdbcClient jdbc) {}

    Reviewing(Site site) {
        this.site = site;
        this.force = new TestForce(site.organization(), site.jdbc());
        this.head = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
    }

    /** A code nobody has used. */
    static OperationCode code() {
        return new OperationCode("yacht-" + NEXT.incrementAndGet());
    }

    /** A definition of the section of these tests, with changes. */
    static String yaml(OperationCode code, String... changes) {
        return Proposed.like(
                code, "帆" + code.value().substring(6), TestForce.CRIME, new Label("盗難帆船", "Yachts"), changes);
    }

    /** A new operation in force. */
    OperationCode inForce() {
        var code = code();
        if (!(site.drafts().check(yaml(code), null) instanceof Drafts.Checked.Sound(var draft))) {
            throw new IllegalStateException(code + " must be sound");
        }
        var order = new Enactment.Order("総情第1号", Actor.system("test"));
        var _ = site.transaction()
                .execute(_ -> site.enactment().begin(draft, null, site.clock().instant(), order));
        assertThat(site.operations().standing(code)).isEqualTo(Operations.Standing.IN_FORCE);
        return code;
    }

    Browser signedIn(TestForce.Member member) throws Exception {
        if (!site.accounts().has(member.id())) {
            site.accounts().open(member.id(), PASSWORD);
        }
        return new Browser(site.mvc()).signIn(member.staffNumber(), PASSWORD);
    }
}
