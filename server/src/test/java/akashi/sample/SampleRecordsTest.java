package akashi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.document.RecordSummary;
import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PersonName;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.Hits;
import akashi.record.Lookup;
import akashi.record.People;
import akashi.record.Records;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(TestDevices.class)
class SampleRecordsTest {
    private final SampleRecords samples;
    private final Records records;
    private final UsageLog usage;
    private final Clock clock;
    private final People people;

    SampleRecordsTest(SampleRecords samples, Records records, UsageLog usage, Organization organization, Clock clock) {
        this.samples = samples;
        this.records = records;
        this.usage = usage;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void everyGoldenDocumentIsFoundByWhatTheTourTypes() {
        Asker asker = people.at(TestForce.HACHI, PostClass.DETECTIVE);
        List<Golden> goldens = samples.load(List.of(asker.personId()));

        assertThat(goldens).extracting(Golden::code).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        for (Golden golden : goldens) {
            assertThat(find(golden, asker).found())
                    .as(golden.code())
                    .anyMatch(hit -> hit.operation().equals(golden.operation()));
        }
    }

    @Test
    void loadingAgainChangesNothing() {
        Asker asker = people.at(TestForce.HACHI, PostClass.DETECTIVE);
        Golden vehicle = samples.load(List.of()).getFirst();
        int before = find(vehicle, asker).found().size();

        assertThat(samples.load(List.of())).first().isEqualTo(vehicle);
        assertThat(find(vehicle, asker).found()).hasSize(before);
    }

    @Test
    void theTourFindsTheCautionTheLapseAndTheTwins() {
        Asker asker = people.at(TestForce.HACHI, PostClass.DETECTIVE);
        List<Golden> goldens = samples.load(List.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), akashi.calendar.JapaneseDates.ZONE);

        assertThat(found(goldens, "stolen-vehicle", asker)).anySatisfy(hit -> {
            assertThat(hit.cautions()).extracting("code").contains("armed");
            assertThat(hit.fields().first("model")).isEqualTo("プリウス");
        });
        assertThat(found(goldens, "wanted-lapsed", asker)).anyMatch(hit -> hit.lapsed(today));
        assertThat(found(goldens, "licence-twin-1", asker)).hasSizeGreaterThanOrEqualTo(2);
    }

    private List<RecordSummary> found(List<Golden> goldens, String code, Asker asker) {
        Golden golden =
                goldens.stream().filter(g -> g.code().equals(code)).findFirst().orElseThrow();
        return find(golden, asker).found();
    }

    private Hits find(Golden golden, Asker asker) {
        return usage.release(
                        Use.of("EXISTENCE", asker.actor()),
                        records.find(Lookup.of(keys(golden), Set.of(golden.operation())), asker, (_, _) -> true))
                .value();
    }

    private static List<SearchKey> keys(Golden golden) {
        String typed = golden.typed();
        return switch (golden.kind()) {
            case NAME_KANJI, NAME_KANA, NAME_ROMAJI, NAME_PART, NAME_NEAR ->
                Normaliser.keys(good(PersonName.parse(typed, null, null)));
            case PLATE -> Normaliser.keys(good(Plate.parse(typed)));
            case CHASSIS -> Normaliser.keys(KeyKind.CHASSIS, good(Serial.parse(typed)));
            case BICYCLE -> Normaliser.keys(KeyKind.BICYCLE, good(Serial.parse(typed)));
            case SERIAL -> Normaliser.keys(KeyKind.SERIAL, good(Serial.parse(typed)));
            case LICENCE -> Normaliser.keys(good(LicenceNumber.parse(typed)));
            case PHONE -> Normaliser.keys(good(Phone.parse(typed)));
            case PLATE_NUMBER, RESIDENCE_CARD -> List.of();
        };
    }

    private static <T> T good(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<T>) parsed).value();
    }
}
