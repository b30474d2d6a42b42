package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.question.Inquiry;
import akashi.record.RecordLoader;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What can still be done with an answer, by whom and how long, and what a submit that comes twice gets. */
class OpenAnswersTest extends Asking {
    OpenAnswersTest(
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
    void theSameSubmitIsAnsweredOnceAndLaterItIsANewUse() {
        var asker = officer();
        var form = form("plate", TestRecords.plate(), "request", "r-1");

        var first = answer(asker, form);
        var second = answer(asker, form);
        clock.move(OpenAnswers.SAME_SUBMIT.plusSeconds(1));
        var later = answer(asker, form);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(later.number()).isNotEqualTo(first.number());
        assertThat(later.repeats()).isEqualTo(first.number());
        assertThat(latest(asker))
                .hasSize(2)
                .first()
                .satisfies(use -> assertThat(use.seen().facts()).containsEntry("reopened", first.number()));
    }

    @Test
    void aSubmitFromBeforeARestartIsANewUseThatNamesTheFirst() {
        var asker = officer();
        var form = form("plate", TestRecords.plate(), "request", "r-0");
        var first = answer(asker, form);
        var restarted = new OpenAnswers(clock, uses);
        var inquiry = first.inquiry();

        var named = new ArrayList<String>();
        var again = restarted.once(asker, inquiry, earlier -> {
            named.add(String.valueOf(earlier));
            return first;
        });
        var unknown = restarted.once(officer(), inquiry, earlier -> {
            named.add(String.valueOf(earlier));
            return first;
        });

        assertThat(first.repeats()).isNull();
        assertThat(again).isSameAs(unknown);
        assertThat(named).as("the own first use, nobody else's").containsExactly(first.number(), "null");
        assertThat(restarted.find(asker.personId(), "1-999999999")).isEmpty();
    }

    @Test
    void anotherQuestionUnderTheSameRequestIsAsked() {
        var asker = officer();

        var first = ask(asker, "plate", "八戸 301 ん 1".replace('ん', 'あ'), "request", "r-2");
        var second = ask(asker, "plate", "八戸 301 い 2", "request", "r-2");

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.inquiry().keys()).isNotEqualTo(first.inquiry().keys());
    }

    @Test
    void submitsAtOnceGetOneEntry() throws Exception {
        var asker = officer();
        var form = form("plate", TestRecords.plate(), "request", "r-3");
        var submits = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            submits.add(() -> answer(asker, form).number());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = new ArrayList<String>();
            for (var done : threads.invokeAll(submits)) {
                numbers.add(done.get());
            }
            assertThat(numbers.stream().distinct()).hasSize(1);
        }
        assertThat(latest(asker)).hasSize(1);
    }

    @Test
    void reopeningIsANewUseByTheAskerWithinMinutes() {
        var asker = officer();
        var answer = ask(asker, "plate", TestRecords.plate());

        assertThat(inquiries.reopen(officer(), answer.number())).isEmpty();
        assertThat(inquiries.reopen(asker, answer.number()))
                .hasValueSatisfying(again -> assertThat(again.number()).isNotEqualTo(answer.number()));
        clock.move(OpenAnswers.OPEN.plus(Duration.ofSeconds(1)));
        assertThat(inquiries.reopen(asker, answer.number())).isEmpty();
        assertThat(latest(asker)).hasSize(2);
    }

    @Test
    void contentIsASecondEntryWithTheSameGrounds() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var asker = officer();
        var answer = ask(asker, "plate", plate, "operation", "stolen-vehicle");

        var content = inquiries.content(asker, answer.number(), 1);

        assertThat(content).isInstanceOfSatisfying(ContentAnswer.Shown.class, shown -> {
            assertThat(shown.content().values().first("keeper.written")).isEqualTo("見本 花子");
            assertThat(shown.proved().number()).isNotEqualTo(answer.number());
        });
        assertThat(latest(asker)).hasSize(2).first().satisfies(use -> {
            assertThat(use.act()).isEqualTo(Inquiry.CONTENT);
            assertThat(use.grounds().caseReference()).isEqualTo("110-1122-0345");
            assertThat(use.seen().facts()).containsEntry("of", answer.number());
            assertThat(use.seen().records()).hasSize(1);
        });
    }

    @Test
    void whoeverMayKnowThatItIsRecordedMayStillNotSeeWhat() {
        var number = "八戸 A-" + TestRecords.plate().hashCode();
        var _ = records.bicycle(TestForce.HACHI, number);
        var asker = askers.of(force.officer(TestForce.HACHI, PostClass.CIVILIAN));
        var answer = ask(
                asker, "kind", "bicycle", "bicycle", number, "purpose", "abandoned-vehicle", "operation", "bicycle");
        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.Found.class);

        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.Refused.class);
        assertThat(latest(asker)).hasSize(2).first().satisfies(use -> {
            assertThat(use.act()).isEqualTo(Inquiry.CONTENT);
            assertThat(use.seen().hits()).isZero();
        });
    }

    @Test
    void nobodyContinuesAnothersAnswer() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var answer = ask(officer(), "plate", plate);

        assertThat(inquiries.content(officer(), answer.number(), 1)).isInstanceOf(ContentAnswer.Closed.class);
        assertThat(inquiries.content(officer(), "1-999999999", 1)).isInstanceOf(ContentAnswer.Closed.class);
    }
}
