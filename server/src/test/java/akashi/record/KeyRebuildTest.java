package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestDatabase;
import akashi.document.KeyDigest;
import akashi.document.RecordId;
import akashi.organization.Organization;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import akashi.registration.Sheets;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys of older rules are made anew in the background, and answers say so until it is over. */
class KeyRebuildTest extends Finding {
    private final KeyRebuild rebuild;

    KeyRebuildTest(
            Records records,
            RecordChanges changes,
            OwnAccess own,
            UsageLog usage,
            Uses uses,
            Organization organization,
            MovableClock clock,
            KeyRebuild rebuild) {
        super(records, changes, own, usage, uses, organization, clock);
        this.rebuild = rebuild;
    }

    @AfterEach
    void finish() {
        rebuild.run();
    }

    @Test
    void recordsOfOlderRulesAreFoundAgainAndAnswersSaySoMeanwhile() throws SQLException {
        String plate = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(plate), people.detective()));
        assertThat(find(plate, people.detective()).rebuilt()).isEmpty();
        older(counted.record());

        Hits missed = find(plate, people.detective());
        assertThat(missed.found()).isEmpty();
        assertThat(missed.rebuilt()).isPresent();

        rebuild.run();

        Hits found = find(plate, people.detective());
        assertThat(found.found()).singleElement().satisfies(hit -> {
            assertThat(hit.number()).isEqualTo(counted.number());
            assertThat(hit.fields().first("model")).isEqualTo("プリウス");
        });
        assertThat(found.rebuilt()).isEmpty();
        assertThat(rebuild.batch()).isFalse();
    }

    @Test
    void keysThatTheRulesNoLongerMakeAnswerForNothing() throws SQLException {
        String plate = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(Sheets.plate()), people.detective()));
        long given = KeyDigest.of(keys(plate).getFirst());
        owner("insert into record_key (digest, grade, since, operation, record_id) select " + given
                + ", 0, since, operation, record_id from record_key where record_id = '"
                + counted.record().value() + "' limit 1");
        owner("delete from record_rebuild");
        assertThat(find(plate, people.detective()).found()).hasSize(1);
        rebuild.start();

        rebuild.run();

        assertThat(find(plate, people.detective()).found()).isEmpty();
    }

    @Test
    void whatWasDoneBeforeAStopIsNotDoneAgain() throws SQLException {
        var _ = confirm(make(vehicle(Sheets.plate()), people.detective()));
        owner("delete from record_rebuild");
        rebuild.start();

        assertThat(rebuild.batch()).isTrue();
        rebuild.stop();
        rebuild.start();
        assertThat(rebuild.progress().orElse(0)).isPositive();
    }

    /** As an older program left it: other keys, and no summary. */
    private void older(RecordId record) throws SQLException {
        owner("delete from record_key where record_id = '" + record.value() + "'");
        owner("update record set answer = null where id = '" + record.value() + "'");
        owner("delete from record_rebuild");
        rebuild.start();
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url("akashi_owner"));
                var statement = connection.createStatement()) {
            int _ = statement.executeUpdate(sql);
        }
    }
}
