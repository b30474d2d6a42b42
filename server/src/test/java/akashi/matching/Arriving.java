package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestDatabase;
import akashi.TestForce;
import akashi.TestLedger;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.RecordLoader;
import akashi.registration.Change;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** What tests of matching share: documents that begin to answer, the job, and what then waits. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"web", "account", "question", "result", "inquiry", "confirmation", "reading", "registration"})
@AutoConfigureMockMvc
@Import({
    TestDatabase.class,
    TestLedger.class,
    MovableClock.Setup.class,
    TestDevices.class,
    FreshDatabase.Setup.class,
    Arriving.Site.class
})
@TestPropertySource(properties = "akashi.matching.pause=PT10H")
abstract class Arriving {
    final Site site;
    final MovableClock clock;
    final TestForce force;
    final TestAskers askers;

    Arriving(Site site) {
        this.site = site;
        this.clock = site.clock();
        this.force = new TestForce(site.organization(), site.jdbc());
        this.askers = new TestAskers(site.organization(), site.clock());
    }

    /** The beans every such test needs. */
    record Site(
            ArrivalMatch arrivals,
            PairSql pairs,
            RecordLoader loader,
            RecordChanges changes,
            Operations operations,
            Organization organization,
            MovableClock clock,
            org.springframework.jdbc.core.simple.JdbcClient jdbc) {}

    /** Lets the job do all that waits. */
    final void work() {
        clock.move(Duration.ofSeconds(10));
        site.arrivals().work();
    }

    /** A document that counts from now on. */
    final Made arrives(String operation, String document, String unit, String... inputs) {
        var version = site.operations().byCode(new OperationCode(operation)).orElseThrow();
        var type = version.definition().document(document).orElseThrow();
        var read = site.loader().read(type, inputs(inputs));
        assertThat(read).as("%s/%s", operation, document).isInstanceOf(RecordLoader.Read.Fit.class);
        var loaded = site.loader()
                .load(
                        List.of(new RecordLoader.Taken(
                                version,
                                type,
                                ((RecordLoader.Read.Fit) read).values(),
                                List.of(),
                                site.organization().roster().unitByCode(unit).orElseThrow(),
                                new RecordLoader.Author(null, "test", "system"),
                                clock.instant(),
                                "原票1号",
                                null,
                                false)),
                        RecordLoader.byJob("test"));
        return new Made(loaded.getFirst().id(), loaded.getFirst().number());
    }

    record Made(RecordId id, String number) {}

    /** Corrects a document that takes effect without a second person. */
    final void corrected(Made made, int version, Asker by, String... inputs) {
        var _ = done(site.changes()
                .make(
                        new Change.Correct(
                                UUID.randomUUID(),
                                made.id(),
                                version,
                                new Change.Entry(inputs(inputs), List.of(), List.of(), "原票1号"),
                                "届出人の申出による訂正"),
                        by));
    }

    static ChangeOutcome.Done done(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }

    final Asker at(String unit, PostClass post) {
        return askers.of(force.officer(unit, post));
    }

    /** Pairs that wait between exactly these two. */
    final List<Pair> waiting(Made one, Made other) {
        return site.pairs().waiting(List.of(force.unit(TestForce.HACHI), force.unit(TestForce.HIRO)), 1000).stream()
                .filter(pair -> pair.sides().stream()
                        .map(Pair.Side::record)
                        .toList()
                        .containsAll(List.of(one.id(), other.id())))
                .toList();
    }

    static Map<String, List<String>> inputs(String... inputs) {
        var all = new TreeMap<String, List<String>>();
        for (int i = 0; i < inputs.length; i += 2) {
            all.put(inputs[i], List.of(inputs[i + 1].split("\\|", -1)));
        }
        return all;
    }

    static String[] with(String[] inputs, String... more) {
        var all = new java.util.ArrayList<>(List.of(inputs));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    static String[] missing(String written, String kana, String... more) {
        return with(
                new String[] {
                    "subject.written", written,
                    "subject.kana", kana,
                    "birth", "不明",
                    "sex", "female",
                    "address.prefecture", "群馬県",
                    "address.municipality", "館林市",
                    "height", "151",
                    "clothing", "紺色の上着",
                    "lastSeenOn", "2026-10-29",
                    "lastSeenPlace.prefecture", "東京都",
                    "lastSeenPlace.municipality", "浅草",
                    "cause", "unknown",
                    "circumstances", "外出したまま戻らない",
                    "reporterStanding", "spouse",
                    "reporter.written", "見本 次郎",
                    "reporterPhone", "090-0000-0002",
                    "reportedOn", "2026-10-30",
                    "contactPhone", "0177-00-0000",
                    "tellBarred", "no"
                },
                more);
    }

    static String[] body(String... more) {
        return with(
                new String[] {
                    "clothing", "不明",
                    "foundOn", "2026-11-05",
                    "place.prefecture", "岩手県",
                    "place.municipality", "久慈市",
                    "circumstances", "海岸で発見",
                    "contactPhone", "0178-00-0000"
                },
                more);
    }

    static String[] protectedPerson(String... more) {
        return with(
                new String[] {
                    "sex", "female",
                    "clothing", "紺色の上着、灰色のズボン",
                    "protectedOn", "2026-10-29",
                    "place.prefecture", "群馬県",
                    "place.municipality", "館林市",
                    "circumstances", "駅前で保護。氏名を答えられない",
                    "whereNow", "館林市内の施設",
                    "contactPhone", "0276-00-0000"
                },
                more);
    }

    static String[] theft(String number, String... more) {
        return with(
                new String[] {
                    "number", number,
                    "kind", "city",
                    "colour", "red",
                    "stolenOn", "2026-10-01",
                    "place.prefecture", "青森県",
                    "place.municipality", "八戸市",
                    "victim.written", "見本 四郎",
                    "victimPhone", "0178-00-0002",
                    "reportedOn", "2026-10-02"
                },
                more);
    }

    static String[] foundBicycle(String number, String frame, String... more) {
        return with(
                new String[] {
                    "number", number,
                    "frame", frame,
                    "kind", "city",
                    "colour", "red",
                    "foundOn", "2026-11-01",
                    "place.prefecture", "青森県",
                    "place.municipality", "弘前市",
                    "store", "弘前署自転車置場"
                },
                more);
    }

    static String[] loss(String... more) {
        return with(
                new String[] {
                    "lostFrom", "2026-11-01",
                    "place.prefecture", "青森県",
                    "place.municipality", "八戸市",
                    "owner.written", "見本 五郎",
                    "ownerPhone", "0178-00-0003"
                },
                more);
    }

    static String[] found(String... more) {
        return with(
                new String[] {
                    "foundOn", "2026-11-03",
                    "place.prefecture", "青森県",
                    "place.municipality", "八戸市",
                    "placeKind", "bus",
                    "submittedOn", "2026-11-03",
                    "anonymous", "yes"
                },
                more);
    }
}
