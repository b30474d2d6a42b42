package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.question.Inquiry;
import akashi.record.RecordLoader;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Questions about persons: candidates of one name, birth dates, warrants, names given orally. */
class PersonInquiriesTest extends Asking {
    private static final OperationCode WANTED = new OperationCode("wanted");

    PersonInquiriesTest(
            Inquiries inquiries,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        super(inquiries, uses, log, clock, organization, loader, operations);
    }

    @Test
    void candidatesOfOneNameMustBeChosenWithAReasonBeforeContent() {
        var family = "勅使河原" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var until = LocalDate.of(2099, 1, 1);
        var one = suspect(family + " 太郎", "1988-04-12");
        var two = suspect(family + " 太郎", "1988-04-13");
        var _ = records.wanted(TestForce.HACHI, one, until);
        var _ = records.wanted(TestForce.HIRO, two, until);
        var asker = officer();

        var answer = ask(asker, "kind", "person", "name", family + " 太郎", "operation", "wanted");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NeedsChoice.class);
        assertThat(answer.hits()).hasSize(2);
        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.ChoiceFirst.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 1, "..."))
                .isInstanceOf(ChoiceOutcome.ReasonMissing.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 7, "生年月日が一致"))
                .isInstanceOf(ChoiceOutcome.Closed.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 1, "生年月日が一致"))
                .isInstanceOf(ChoiceOutcome.Chosen.class);
        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.Shown.class);
        assertThat(inquiries.content(asker, answer.number(), 2)).isInstanceOf(ContentAnswer.ChoiceFirst.class);
        assertThat(uses(asker, Inquiry.CHOICE)).singleElement().satisfies(use -> {
            assertThat(use.seen().facts()).containsEntry("chosen", "1");
            assertThat(use.seen().records()).as("chosen first, then rejected").hasSize(2);
            assertThat(use.seen().records().getFirst().id())
                    .isEqualTo(answer.hits().getFirst().summary().id().value().toString());
            assertThat(use.particulars())
                    .isNotNull()
                    .extracting(Use.Particulars::text)
                    .isEqualTo("生年月日が一致");
        });
        assertThat(Comparison.of(answer.hits(), "ja").columns())
                .filteredOn(column -> column.label().ja().equals("生年月日"))
                .singleElement()
                .extracting(Comparison.Column::differs)
                .isEqualTo(true);
    }

    @Test
    void aBirthDateTellsPersonsOfOneNameApart() {
        var family = "長尾景虎" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var until = LocalDate.of(2099, 1, 1);
        var _ = records.wanted(TestForce.HACHI, suspect(family + " 太郎", "1988-04-12"), until);
        var _ = records.wanted(TestForce.HIRO, suspect(family + " 太郎", "1991-04-13"), until);

        var answer =
                ask(officer(), "kind", "person", "name", family + "太郎", "birth", "昭和63年4月12日", "operation", "wanted");

        assertThat(answer.findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.hits())
                                .singleElement()
                                .satisfies(hit ->
                                        assertThat(hit.text("birth", "en")).isEqualTo("1988-04-12")));
    }

    @Test
    void aLapsedWarrantIsShownAsUnconfirmed() {
        var family = "期限切" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var yesterday = LocalDate.ofInstant(clock.instant(), akashi.calendar.JapaneseDates.ZONE)
                .minusDays(1);
        var _ = records.wanted(TestForce.HACHI, suspect(family + " 一郎", "1970-01-01"), yesterday);

        var answer =
                ask(officer(), "kind", "person", "name", family + " 一郎", "birth", "1970-01-01", "operation", "wanted");

        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.unconfirmed()).isTrue();
            assertThat(hit.lapse()).isPresent();
            assertThat(hit.confirmationNeeded()).isTrue();
        });
    }

    @Test
    void aForeignNameGivenOrallyForcesTheWideSearch() {
        var asker = officer();

        var wide = ask(asker, "kind", "person", "name", "キム ミンス", "foreign", "true");
        var close = ask(asker, "kind", "person", "name", "キム ミンス");

        assertThat(wide.searched().wide()).isTrue();
        assertThat(wide.searched().keys().size())
                .isGreaterThan(close.searched().keys().size());
        assertThat(inquiries.widen(asker, close.number()))
                .hasValueSatisfying(again -> assertThat(again.searched().wide()).isTrue());
    }
}
