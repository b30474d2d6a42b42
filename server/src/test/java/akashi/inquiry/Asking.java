package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.access.Asker;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.question.Inquiry;
import akashi.question.InquiryForm;
import akashi.question.Reading;
import akashi.record.RecordLoader;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests of inquiries share: who asks, what is on record, and what the ledger says afterwards. */
@SignedInTest
abstract class Asking {
    final Inquiries inquiries;
    final Uses uses;
    final UsageLog log;
    final MovableClock clock;
    final TestForce force;
    final TestAskers askers;
    final TestRecords records;

    Asking(
            Inquiries inquiries,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        this.inquiries = inquiries;
        this.uses = uses;
        this.log = log;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.askers = new TestAskers(organization, clock);
        this.records = new TestRecords(loader, operations, organization, clock);
    }

    final Asker officer() {
        return askers.of(force.officer(TestForce.HACHI, PostClass.OFFICER));
    }

    final Answer underCase(Asker asker, String number) {
        return ask(
                asker,
                "plate",
                TestRecords.plate(),
                "purpose",
                "notice-confirmation",
                "caseReference",
                number,
                "operation",
                "stolen-vehicle");
    }

    final Answer ask(Asker asker, String... fields) {
        return answer(asker, form(fields));
    }

    final Answer answer(Asker asker, InquiryForm form) {
        var reading = inquiries.read(form);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return inquiries.ask(asker, ((Reading.Understood) reading).inquiry());
    }

    static InquiryForm form(String... fields) {
        var all = new TreeMap<String, List<String>>();
        all.put("kind", List.of("vehicle"));
        all.put("purpose", List.of("stop-and-question"));
        all.put("caseReference", List.of("110-1122-0345"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(
                    fields[i],
                    fields[i].equals("operation") ? List.of(fields[i + 1].split(",")) : List.of(fields[i + 1]));
        }
        return new InquiryForm(all);
    }

    static Map<String, String> suspect(String written, String birth) {
        return Map.of("suspect.written", written, "birth", birth);
    }

    final List<PastUse> latest(Asker asker) {
        return uses(asker, Inquiry.EXISTENCE, Inquiry.CONTENT);
    }

    final List<PastUse> uses(Asker asker, String... acts) {
        return log.release(Use.of("MY_USES", asker.actor()), uses.latestOf(asker.staffNumber(), List.of(acts), 50))
                .value();
    }
}
