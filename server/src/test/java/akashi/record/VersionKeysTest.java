package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.operation.Drafts;
import akashi.operation.Enactment;
import akashi.operation.Operations;
import akashi.operation.Proposed;
import akashi.organization.Organization;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import akashi.registration.Sheets;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A version with other keys finds the records of earlier ones, and answers say so until it does. */
@Import(FreshDatabase.Setup.class)
class VersionKeysTest extends Finding {
    private final KeyRebuild rebuild;
    private final Drafts drafts;
    private final Enactment enactment;
    private final Operations operations;
    private final TransactionTemplate transaction;

    VersionKeysTest(
            Records records,
            RecordChanges changes,
            OwnAccess own,
            UsageLog usage,
            Uses uses,
            Organization organization,
            MovableClock clock,
            KeyRebuild rebuild,
            Drafts drafts,
            Enactment enactment,
            Operations operations,
            TransactionTemplate transaction) {
        super(records, changes, own, usage, uses, organization, clock);
        this.rebuild = rebuild;
        this.drafts = drafts;
        this.enactment = enactment;
        this.operations = operations;
        this.transaction = transaction;
    }

    @Test
    void recordsOfEarlierVersionsAreFoundByTheKeysOfTheOneInForce() {
        String plate = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(plate), people.detective()));
        takesForce("- {field: plate, kinds: [plate, plate-number], colour: colour}\n        ", "");
        assertThat(find(plate, people.detective()).rebuilt())
                .as("the answer says that records may be missed or found too much")
                .isPresent();
        rebuild.run();
        assertThat(find(plate, people.detective()).found()).isEmpty();
        assertThat(find(plate, people.detective()).rebuilt()).isEmpty();

        takesForce("summary:\n", "summary: \n");
        takesForce("en: Lists stolen cars", "en: Keeps stolen cars");
        rebuild.run();

        assertThat(find(plate, people.detective()).found())
                .singleElement()
                .satisfies(hit -> assertThat(hit.number()).isEqualTo(counted.number()));
        assertThat(find(plate, people.detective()).rebuilt()).isEmpty();
    }

    private void takesForce(String text, String by) {
        var yaml = Proposed.changed("stolen-vehicle", Map.of(text, by));
        var draft = ((Drafts.Checked.Sound) drafts.check(yaml, Sheets.VEHICLE)).draft();
        clock.move(Duration.ofSeconds(1));
        var now = operations.byCode(Sheets.VEHICLE).orElseThrow().hash();
        var order = new Enactment.Order("総情第1号", Actor.system("test"));
        var enacted = transaction.execute(_ -> enactment.begin(draft, now, clock.instant(), order));
        assertThat(enacted).isInstanceOf(Enactment.Enacted.From.class);
    }
}
