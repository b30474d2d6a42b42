package akashi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Lockout.Policy POLICY =
            new Lockout.Policy(3, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(24));

    @Test
    void locksWithTheLastFreeTry() {
        var lockout = charged(3);

        assertThat(charged(2).locked(START)).isFalse();
        assertThat(lockout.until()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void eachFurtherFailureDoublesUpToTheLongest() {
        assertThat(charged(4).until()).isEqualTo(START.plus(Duration.ofMinutes(2)));
        assertThat(charged(5).until()).isEqualTo(START.plus(Duration.ofMinutes(4)));
        assertThat(charged(7).until()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(charged(500).until()).isEqualTo(START.plus(Duration.ofMinutes(10)));
    }

    @Test
    void endsOnTheSecond() {
        var lockout = charged(3);

        assertThat(lockout.locked(START.plusSeconds(59))).isTrue();
        assertThat(lockout.locked(START.plusSeconds(60))).isFalse();
    }

    @Test
    void oldFailuresAreForgotten() {
        var later = charged(4).charged(POLICY, START.plus(Duration.ofHours(25)));

        assertThat(later.failures()).isEqualTo(1);
        assertThat(later.until()).isNull();
    }

    @Test
    void aGivenBackAttemptOpensWhatItAloneHadLocked() {
        assertThat(charged(3).givenBack(POLICY).until()).isNull();
        assertThat(charged(4).givenBack(POLICY).until()).isNotNull();
        assertThat(Lockout.none(START).givenBack(POLICY).failures()).isZero();
    }

    private static Lockout charged(int times) {
        var lockout = Lockout.none(START);
        for (var i = 0; i < times; i++) {
            lockout = lockout.charged(POLICY, START);
        }
        return lockout;
    }
}
