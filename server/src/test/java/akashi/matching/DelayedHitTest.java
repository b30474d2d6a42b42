package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.organization.PostClass;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class DelayedHitTest extends Arriving {
    private final HitSql hits;
    private final StandingInquiries standing;
    private final Accounts accounts;
    private final MockMvc mvc;
    private final Uses uses;
    private final UsageLog log;

    DelayedHitTest(
            Site site,
            HitSql hits,
            StandingInquiries standing,
            Accounts accounts,
            MockMvc mvc,
            Uses uses,
            UsageLog log) {
        super(site);
        this.hits = hits;
        this.standing = standing;
        this.accounts = accounts;
        this.mvc = mvc;
        this.uses = uses;
        this.log = log;
    }

    /** Monday: a plate is asked, nothing is recorded. Tuesday: the car is reported stolen elsewhere. */
    @Test
    void thePlateAskedOnMondayIsReportedStolenOnTuesdayAndTheUnitIsTold() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var browser = signedIn(officer);
        assertThat(ask(browser, "青森 330 さ 71-01")).contains("該当なし");
        clock.move(Duration.ofDays(1));

        var stolen = stolen(TestForce.HIRO, "青森 330 さ 71-01");
        work();

        assertThat(toldTo(TestForce.HACHI, stolen)).singleElement().satisfies(hit -> {
            assertThat(hit.staff()).isEqualTo(officer.staffNumber());
            assertThat(hit.askedAt()).isBefore(hit.foundAt().minus(Duration.ofHours(23)));
        });
        var colleague = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(colleague.open("/matches").getStatus()).isEqualTo(200);
        var path = "/matches/hits/" + toldTo(TestForce.HACHI, stolen).getFirst().seq();
        assertThat(colleague.page()).contains(path, "未確認").doesNotContain("71-01");
        assertThat(colleague.open(path).getStatus()).isEqualTo(200);
        assertThat(colleague.page()).contains(stolen.number(), "盗難車両手配").doesNotContain("71-01");
        assertThat(colleague.send(path).getStatus()).isEqualTo(303);
        assertThat(toldTo(TestForce.HACHI, stolen))
                .singleElement()
                .satisfies(hit -> assertThat(hit.seenAt()).isNotNull());
    }

    @Test
    void theRegisteringSideNeverSeesThatSomebodyAsked() throws Exception {
        var browser = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(ask(browser, "青森 330 さ 72-01")).contains("該当なし");
        var stolen = stolen(TestForce.HIRO, "青森 330 さ 72-01");
        work();
        var path = "/matches/hits/" + toldTo(TestForce.HACHI, stolen).getFirst().seq();

        var registrar = signedIn(force.officer(TestForce.HIRO, PostClass.STATION_SUPERVISOR));

        assertThat(registrar.open("/matches").getStatus()).isEqualTo(200);
        assertThat(registrar.page()).doesNotContain("/matches/hits/");
        assertThat(registrar.open(path).getStatus()).isEqualTo(404);
        assertThat(registrar.send(path).getStatus()).isEqualTo(404);
        assertThat(toldTo(TestForce.HIRO, stolen)).isEmpty();
    }

    @Test
    void aStandingInquiryEndsOnItsTimeAndItsKeysAreErased() throws Exception {
        var officer = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var browser = signedIn(officer);
        assertThat(ask(browser, "青森 330 さ 73-01")).contains("該当なし");
        clock.move(Duration.ofSeconds(10));
        assertThat(standing.follow()).isTrue();
        assertThat(keys(officer)).isPositive();
        clock.move(Duration.ofDays(8));

        var late = stolen(TestForce.HIRO, "青森 330 さ 73-01");
        work();

        assertThat(toldTo(TestForce.HACHI, late)).isEmpty();
        // missing persons are asked by plate too, and their operation lets inquiries stand for a fortnight
        clock.move(Duration.ofDays(7));
        work();
        assertThat(keys(officer)).as("digests of what was asked").isZero();
    }

    @Test
    void whatTheAnswerShowedAlreadyIsNotToldAgainWhenItIsCorrected() throws Exception {
        var bicycle = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 Y-70001", "不明"));
        work();
        var browser = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(inquiry(browser, "kind", "bicycle", "bicycle", "青森 Y-70001")).contains("該当あり");

        corrected(
                bicycle,
                1,
                at(TestForce.HIRO, PostClass.STATION_SUPERVISOR),
                with(foundBicycle("青森 Y-70001", "不明"), "features", "前かごに名札"));
        work();

        assertThat(toldTo(TestForce.HACHI, bicycle)).isEmpty();
    }

    @Test
    void aPersonAskedWithAnotherBirthDateIsNotMeant() throws Exception {
        var browser = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(inquiry(browser, "kind", "person", "name", "遅沢 照子", "birth", "1950-01-01"))
                .contains("該当なし");
        assertThat(inquiry(browser, "kind", "person", "name", "遅沢 照子", "birth", "1947-05-05"))
                .contains("該当なし");

        var missing = arrives(
                "missing-person", "report", TestForce.HIRO, with(missing("遅沢 照子", "オソザワ テルコ"), "birth", "1950-01-01"));
        work();

        assertThat(toldTo(TestForce.HACHI, missing)).hasSize(1);
    }

    @Test
    void whatWasErasedOnTheLogStandsNoLonger() throws Exception {
        var browser = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(ask(browser, "青森 330 さ 74-01")).contains("該当なし");
        clock.move(Duration.ofSeconds(10));
        assertThat(standing.follow()).isTrue();
        try (var owner = java.sql.DriverManager.getConnection(
                        akashi.FreshDatabase.url(akashi.FreshDatabase.name(site.jdbc()), "akashi_owner"));
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("delete from usage_private")).isPositive();
        }

        var stolen = stolen(TestForce.HIRO, "青森 330 さ 74-01");
        work();

        assertThat(toldTo(TestForce.HACHI, stolen)).isEmpty();
    }

    @Test
    void takingInquiriesIsAUseOfTheJob() throws Exception {
        var browser = signedIn(force.officer(TestForce.HACHI, PostClass.OFFICER));
        assertThat(ask(browser, "青森 330 さ 75-01")).contains("該当なし");
        work();

        Asker asker = at(TestForce.HACHI, PostClass.DETECTIVE);
        assertThat(log.release(
                                Use.of("MY_USES", asker.actor()),
                                uses.latestOf(CounterpartMatch.JOB, List.of("MATCH_STANDING"), 5))
                        .value())
                .isNotEmpty();
    }

    private Made stolen(String unit, String plate) {
        return arrives(
                "stolen-vehicle",
                "notice",
                unit,
                "target",
                "vehicle",
                "plate",
                plate,
                "kind",
                "ordinary-car",
                "make",
                "toyota",
                "colour",
                "white",
                "stolenFrom",
                "2026-11-20",
                "place.prefecture",
                "青森県",
                "place.municipality",
                "弘前市",
                "keeper.written",
                "見本 花子",
                "keeperPhone",
                "090-0000-0001",
                "reportedOn",
                "2026-11-21");
    }

    private List<DelayedHit> toldTo(String unit, Made record) {
        return hits.of(List.of(unit), 1000).stream()
                .filter(hit -> hit.record().equals(record.id()))
                .toList();
    }

    private int keys(TestForce.Member officer) {
        return site.jdbc()
                .sql("""
                        select count(*)
                          from matching_standing_key k
                          join matching_standing s on s.id = k.standing
                         where s.staff = :staff
                        """)
                .param("staff", officer.staffNumber())
                .query(Integer.class)
                .single();
    }

    private static String ask(Browser browser, String plate) throws Exception {
        return inquiry(browser, "kind", "vehicle", "plate", plate);
    }

    private static String inquiry(Browser browser, String... fields) throws Exception {
        assertThat(browser.open("/").getStatus()).isEqualTo(200);
        var all = new java.util.ArrayList<>(List.of("purpose", "stop-and-question", "caseReference", "110-1122-0345"));
        all.addAll(List.of(fields));
        assertThat(browser.send("/", all.toArray(String[]::new)).getStatus())
                .as(browser.page())
                .isLessThan(400);
        return browser.page();
    }

    private Browser signedIn(TestForce.Member member) throws Exception {
        return Browser.of(mvc, accounts, member);
    }
}
