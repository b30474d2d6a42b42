package akashi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Access;
import akashi.access.IndividualRights;
import akashi.access.Question;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.TestOperations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** People with and without rights, in browsers, for the tests of this module. */
final class Holders {
    static final String UNTRANSLATED = "(?s).*\\[[a-z]+\\.[a-zA-Z0-9.:-]+.*";
    private final Accounts accounts;
    private final Access access;
    private final IndividualRights rights;
    private final Operations operations;
    private final Organization organization;
    private final MovableClock clock;
    private final MockMvc mvc;
    final TestForce force;
    final TestAskers askers;

    private Holders(
            Accounts accounts,
            Access access,
            IndividualRights rights,
            Operations operations,
            Organization organization,
            MovableClock clock,
            JdbcClient jdbc,
            MockMvc mvc) {
        this.accounts = accounts;
        this.access = access;
        this.rights = rights;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
        this.mvc = mvc;
        this.force = new TestForce(organization, jdbc);
        this.askers = new TestAskers(organization, clock);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        Holders holders(
                Accounts accounts,
                Access access,
                IndividualRights rights,
                Operations operations,
                Organization organization,
                MovableClock clock,
                JdbcClient jdbc,
                MockMvc mvc) {
            return new Holders(accounts, access, rights, operations, organization, clock, jdbc, mvc);
        }
    }

    /** A civilian with a content right given individually. */
    TestForce.Member granted(OperationVersion version, String unit) {
        var member = force.officer(unit, PostClass.CIVILIAN);
        var manager = askers.of(force.officer(TestForce.GENERAL, PostClass.SYSTEM_GENERAL_MANAGER));
        var today = organization.roster().date();
        var wish = new IndividualRights.Wish(
                member.staffNumber(), version.code(), Act.CONTENT, Scope.OWN_UNIT, today, today.plusYears(2));
        assertThat(rights.grant(manager, List.of(wish), "見本第1号", () -> {})).isEmpty();
        return member;
    }

    /** An operation whose content the class may not see and detectives may. */
    OperationVersion closedTo(PostClass postClass) {
        return TestOperations.closedTo(postClass, operations);
    }

    boolean right(TestForce.Member member, OperationVersion version) {
        var question = Question.of(askers.of(member), Act.CONTENT, version, clock.instant());
        return access.decide(question).conditions().stream()
                .filter(condition -> condition.rule().equals("AK-06"))
                .allMatch(condition -> condition.met());
    }

    Browser browser(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }
}
