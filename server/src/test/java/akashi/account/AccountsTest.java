package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class AccountsTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";

    private final Accounts accounts;
    private final Standing standing;
    private final Lockouts lockouts;
    private final MovableClock clock;
    private final TestForce force;
    private final JdbcClient jdbc;

    AccountsTest(
            Accounts accounts,
            Standing standing,
            Lockouts lockouts,
            MovableClock clock,
            Organization organization,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.standing = standing;
        this.lockouts = lockouts;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.jdbc = jdbc;
    }

    @Test
    void theRightPasswordIsWelcome() {
        var member = member();

        assertThat(attempt(member, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(accounts.has(member.id())).isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownNumberLookTheSame() {
        assertThat(attempt(member(), "not the password")).isEqualTo(new SignInOutcome.Wrong());
        assertThat(accounts.signIn(at("X" + System.nanoTime(), PASSWORD))).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void theFifthFailureLocksEvenForTheRightPassword() {
        var member = member();
        fail(member, 5);

        assertThat(attempt(member, PASSWORD)).isInstanceOf(SignInOutcome.Locked.class);
    }

    @Test
    void theLockEndsBacksOffAndItsEndIsRecorded() {
        var member = member();
        fail(member, 5);
        var before = uses("LOCKOUT_END");
        clock.move(Duration.ofSeconds(61));
        lockouts.endPassed();

        assertThat(uses("LOCKOUT_END")).isGreaterThan(before);
        assertThat(attempt(member, "wrong again"))
                .isInstanceOfSatisfying(
                        SignInOutcome.Locked.class,
                        locked -> assertThat(locked.until())
                                .isEqualTo(clock.instant().plus(Duration.ofMinutes(2))));
        clock.move(Duration.ofSeconds(121));
        assertThat(attempt(member, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
        fail(member, 4);
        assertThat(attempt(member, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void attemptsSideBySideAreAllCounted() throws Exception {
        var member = member();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var outcomes =
                    pool.invokeAll(Stream.generate(() -> (Callable<SignInOutcome>) () -> attempt(member, "guess"))
                            .limit(12)
                            .toList());
            var wrong = 0;
            for (var outcome : outcomes) {
                wrong += outcome.get() instanceof SignInOutcome.Wrong ? 1 : 0;
            }
            assertThat(wrong).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void oneSourceIsLockedWhateverAccountsItTries() {
        var source = "10.9.8.7";
        SignInOutcome last = new SignInOutcome.Wrong();
        for (var i = 0; i < 20; i++) {
            last = accounts.signIn(new Attempt("Z" + i, "guess", device(), source, "page"));
        }

        assertThat(last).isInstanceOf(SignInOutcome.Locked.class);
    }

    @Test
    void suspendedPeopleAreToldOnlyAfterTheRightPassword() {
        var member = member();
        force.suspend(member);

        assertThat(attempt(member, PASSWORD)).isEqualTo(new SignInOutcome.Barred());
        assertThat(attempt(member, "wrong")).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void closingAnAccountEndsItsSessionsAndKeepsItShut() {
        var member = member();
        var signedIn = welcome(member);
        accounts.close(member.id(), "青本務第1号", Actor.system("test"));
        accounts.close(member.id(), "青本務第1号", Actor.system("test"));

        assertThat(standing.holds(signedIn)).isFalse();
        assertThat(attempt(member, PASSWORD)).isEqualTo(new SignInOutcome.Barred());
    }

    @Test
    void aNewPasswordEndsOtherSessionsAndIsTheOnlyOneThatCounts() {
        var member = member();
        var other = welcome(member);
        clock.move(Duration.ofSeconds(1));
        var mine = welcome(member);
        clock.move(Duration.ofSeconds(1));
        var changed = accounts.changePassword(mine, at(member.staffNumber(), PASSWORD), "りんごの花が咲いていた頃");

        assertThat(changed)
                .isInstanceOfSatisfying(
                        PasswordOutcome.Changed.class,
                        done -> assertThat(standing.holds(done.signedIn())).isTrue());
        assertThat(standing.holds(other)).isFalse();
        assertThat(attempt(member, PASSWORD)).isEqualTo(new SignInOutcome.Wrong());
        assertThat(attempt(member, "りんごの花が咲いていた頃")).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void weakPasswordsAreRefusedWithEveryReason() {
        var member = member();
        var signedIn = welcome(member);

        assertThat(weaknesses(signedIn, member, "short")).contains("account.password.short");
        assertThat(weaknesses(signedIn, member, "aaaaaaaaaaaaaa")).contains("account.password.repeats");
        assertThat(weaknesses(signedIn, member, "Password-123456")).contains("account.password.common");
        assertThat(weaknesses(signedIn, member, "my number " + member.staffNumber()))
                .contains("account.password.number");
        assertThat(weaknesses(signedIn, member, "長".repeat(300))).contains("account.password.long");
        assertThat(weaknesses(signedIn, member, PASSWORD)).contains("account.password.same");
    }

    @Test
    void anotherNodeSeesAChangeWithItsNextPoll() {
        var member = member();
        var signedIn = welcome(member);
        jdbc.sql("update account set closed_at = now() where person = :person")
                .param("person", member.id().value())
                .update();
        assertThat(standing.holds(signedIn)).isTrue();
        jdbc.sql("update account_generation set number = number + 1").update();
        standing.poll();

        assertThat(standing.holds(signedIn)).isFalse();
    }

    private List<String> weaknesses(SignedIn signedIn, TestForce.Member member, String next) {
        return accounts.changePassword(signedIn, at(member.staffNumber(), PASSWORD), next)
                        instanceof PasswordOutcome.Weak weak
                ? weak.reasons()
                : List.of();
    }

    private void fail(TestForce.Member member, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(attempt(member, "wrong " + i)).isNotInstanceOf(SignInOutcome.Welcome.class);
        }
    }

    private TestForce.Member member() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        accounts.open(member.id(), PASSWORD);
        return member;
    }

    private SignedIn welcome(TestForce.Member member) {
        if (attempt(member, PASSWORD) instanceof SignInOutcome.Welcome(SignedIn signedIn)) {
            return signedIn;
        }
        throw new AssertionError("not welcome");
    }

    private SignInOutcome attempt(TestForce.Member member, String password) {
        return accounts.signIn(at(member.staffNumber(), password));
    }

    /** Each account from an address of its own, so that tests do not lock each other's source. */
    private static Attempt at(String staffNumber, String password) {
        return new Attempt(staffNumber, password, device(), "from " + staffNumber, "page");
    }

    private static Device device() {
        return TestDevices.device("PC-014", DeviceClass.STATION);
    }

    private long uses(String act) {
        return jdbc.sql("select count(*) as n from usage_pending where act = :act")
                .param("act", act)
                .query((row, number) -> row.getLong("n"))
                .single();
    }
}
