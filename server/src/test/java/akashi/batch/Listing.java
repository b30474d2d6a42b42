package akashi.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.inquiry.Inquiries;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.question.Inquiry;
import akashi.question.InquiryForm;
import akashi.record.RecordLoader;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of lists share: who asks and approves, what is on record, and what the ledger says afterwards. */
@SignedInTest
@Import(Listing.Site.class)
abstract class Listing {
    static final String CASE = "110-1122-0345";
    static final Use.Ruling RULING = new Use.Ruling("AK-20", "1", true);
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final Site site;
    final TestForce force;
    final TestAskers askers;
    final TestRecords records;

    Listing(Site site) {
        this.site = site;
        this.force = new TestForce(site.organization());
        this.askers = new TestAskers(site.organization(), site.clock());
        this.records = new TestRecords(site.loader(), site.operations(), site.organization(), site.clock());
    }

    /** The beans every such test needs. */
    record Site(
            Batches batches,
            BatchRun run,
            BatchTables tables,
            WishReader reader,
            Inquiries inquiries,
            WaitingBatches waiting,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations,
            MockMvc mvc,
            Accounts accounts,
            JdbcClient jdbc) {}

    final TestForce.Member member(PostClass post) {
        return force.officer(TestForce.HACHI, post);
    }

    final Browser browser(TestForce.Member member) throws Exception {
        site.accounts().open(member.id(), PASSWORD);
        return new Browser(site.mvc()).signIn(member.staffNumber(), PASSWORD);
    }

    static InquiryForm head(String kind, String... operations) {
        return new InquiryForm(new TreeMap<>(Map.of(
                "kind", List.of(kind),
                "purpose", List.of("stop-and-question"),
                "caseReference", List.of(CASE),
                "operation", List.of(operations))));
    }

    static String lines(String... lines) {
        return String.join("\n", lines);
    }

    /** Plates nobody has stolen. */
    static List<String> plates(int count) {
        var plates = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            plates.add(TestRecords.plate());
        }
        return plates;
    }

    final WishReader.Read.Good wish(List<String> plates) {
        var read = site.reader().read(head("vehicle", "stolen-vehicle"), String.join("\n", plates));
        assertThat(read).isInstanceOf(WishReader.Read.Good.class);
        return (WishReader.Read.Good) read;
    }

    /** A request for these plates. */
    final Batch asked(Asker asker, List<String> plates) {
        var asked = site.batches().request(asker, wish(plates));
        assertThat(asked).isInstanceOf(Batches.Requested.Waits.class);
        return batch(((Batches.Requested.Waits) asked).seq());
    }

    /** A request that a second person has approved. */
    final Batch approved(Asker asker, List<String> plates) {
        var batch = asked(asker, plates);
        var head = askers.of(member(PostClass.UNIT_HEAD));
        assertThat(site.batches().approve(head, batch, RULING)).isEqualTo(Batches.Step.DONE);
        return batch(batch.seq());
    }

    final Batch batch(long seq) {
        return site.batches().find(seq).orElseThrow();
    }

    /** Every entry of items of a list, oldest first. */
    final List<PastUse> entries(Asker asker, Batch batch) {
        return site
                .log()
                .release(
                        Use.of("MY_USES", asker.actor()),
                        site.uses().latestOf(asker.staffNumber(), List.of(Inquiry.EXISTENCE), 100))
                .value()
                .stream()
                .filter(use -> batch.number().equals(use.seen().facts().get(Inquiry.BATCH)))
                .toList();
    }

    final int requests(TestForce.Member member) {
        return site.jdbc()
                .sql("select count(*) from batch_request where staff = :staff")
                .param("staff", member.staffNumber())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Whether anything typed is still in the table. */
    final boolean erased(Batch batch) {
        return site.tables().items().of(batch.seq()).stream()
                .allMatch(item -> item.cells().isEmpty());
    }

    /** Sends the form of the last page with a file, as a browser does. */
    static int send(Browser browser, String path, byte[] file, String... fields) throws Exception {
        var token = TOKEN.matcher(browser.page());
        assertThat(token.find()).isTrue();
        var request = multipart(path).file(new MockMultipartFile("file", "list.csv", "text/csv", file));
        request.param("_csrf", token.group(1)).header("Sec-Fetch-Site", "same-origin");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return browser.perform(request).getStatus();
    }

    static String[] form(String kind, String list, String... more) {
        var fields = new ArrayList<>(
                List.of("kind", kind, "purpose", "stop-and-question", "caseReference", CASE, "note", "", "list", list));
        fields.addAll(Arrays.asList(more));
        return fields.toArray(String[]::new);
    }
}
