package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovedClock;
import akashi.TestLedger;
import akashi.usage.Proved;
import akashi.usage.UseId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that is set back: times on a ledger never are. */
class LedgerClockTest extends Faulty {
    @Test
    void timeNeverGoesBackAndTheEntrySaysWhatTheClockSaid() {
        var stepping = MovedClock.at(Instant.parse("2026-11-22T12:00:00.129Z"));
        try (var node = TestNode.start(name, stepping)) {
            Proved first = node.release("400013");
            stepping.move(Duration.ofHours(-1));
            Proved second = node.release("400013");
            stepping.move(Duration.ofHours(2));
            Proved third = node.release("400013");

            assertThat(first.at()).isEqualTo(Instant.parse("2026-11-22T12:00:00.120Z"));
            assertThat(second.at()).isEqualTo(first.at());
            assertThat(leaf(second)).containsEntry("clock", "2026-11-22T20:00:00.12+09:00");
            assertThat(third.at()).isEqualTo(Instant.parse("2026-11-22T13:00:00.120Z"));
            assertThat(leaf(third)).doesNotContainKey("clock").containsEntry("at", "2026-11-22T22:00:00.12+09:00");
        }
    }

    @Test
    void timeDoesNotGoBackOverARestartEither() {
        var key = TestLedger.key(name);
        var stepping = MovedClock.at(Instant.parse("2026-11-22T12:00:00Z"));
        Proved first;
        try (var node = TestNode.start(name, key, stepping, Duration.ofSeconds(5))) {
            first = node.release("400014");
        }
        stepping.move(Duration.ofDays(-40));
        try (var node = TestNode.start(name, key, stepping, Duration.ofSeconds(5))) {
            Proved second = node.release("400014");
            UseId change = change(node);

            assertThat(second.at()).isEqualTo(first.at());
            assertThat(leaf(second)).containsEntry("clock", "2026-10-13T21:00:00.00+09:00");
            assertThat(eventually(node, change).at()).isEqualTo(first.at());
        }
    }
}
