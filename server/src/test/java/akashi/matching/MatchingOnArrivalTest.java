package akashi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestForce;
import akashi.comparison.Comparing;
import akashi.comparison.Comparison;
import akashi.comparison.Traits;
import akashi.organization.PostClass;
import akashi.registration.Change;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingOnArrivalTest extends Arriving {
    private final Uses uses;
    private final UsageLog log;
    private final Comparing comparing;

    MatchingOnArrivalTest(Site site, Uses uses, UsageLog log, Comparing comparing) {
        super(site);
        this.uses = uses;
        this.log = log;
        this.comparing = comparing;
    }

    /** 館林 2007: jacket marked ヤナギダ, undershirt copied as エミコ, the person missing is 柳田 ミエコ. */
    @Test
    void tatebayashi2007TheMarksOnClothesReachTheMissingPerson() {
        var missing = arrives("missing-person", "report", TestForce.HIRO, missing("柳田 ミエコ", "ヤナギダ ミエコ"));
        var somebody = arrives("missing-person", "report", TestForce.HIRO, missing("佐藤 花子", "サトウ ハナコ"));
        work();

        var found = arrives(
                "protection", "person", TestForce.HACHI, protectedPerson("marks", "上着「ヤナギダ」|肌着「エミコ」", "height", "150"));
        work();

        assertThat(waiting(missing, found)).singleElement().satisfies(pair -> {
            assertThat(Comparison.strength(pair.score())).isNotEqualTo(Comparison.Strength.WEAK);
            assertThat(pair.proposedBy()).isEqualTo(CounterpartMatch.JOB);
        });
        assertThat(waiting(somebody, found)).isEmpty();
    }

    /** 迷い人 with one clothing mark alone: the family name reaches, whichever side comes first. */
    @Test
    void aPersonWithNothingButOneMarkReachesTheMissingOfThatFamilyName() {
        var found = arrives("protection", "person", TestForce.HACHI, protectedPerson("marks", "帽子「くろいわ」"));
        work();

        var missing = arrives("missing-person", "report", TestForce.HIRO, missing("黒岩 トメ", "クロイワ トメ"));
        work();

        assertThat(waiting(missing, found)).hasSize(1);
    }

    /** A given name alone is little: enough where the definition says so, not where it says nothing. */
    @Test
    void fromWhereOnAPairIsWorthALookIsTheDefinitionsToSay() {
        var missing = arrives(
                "missing-person",
                "report",
                TestForce.HIRO,
                with(missing("石橋 ソノエ", "イシバシ ソノエ"), "lastSeenOn", "2024-05-01"));
        var found =
                arrives("protection", "person", TestForce.HACHI, protectedPerson("sex", "unknown", "marks", "「ソノエ」"));
        var body =
                arrives("unidentified-body", "card", TestForce.HACHI, body("sex", "unknown", "belongings", "手帳「ソノエ」"));
        work();

        assertThat(waiting(missing, found)).hasSize(1);
        assertThat(waiting(missing, body)).isEmpty();
    }

    @Test
    void anotherSexIsNeverProposedByAMark() {
        var missing = arrives("missing-person", "report", TestForce.HIRO, missing("赤石 ハツ", "アカイシ ハツ"));
        var found = arrives(
                "protection", "person", TestForce.HACHI, with(protectedPerson("marks", "「アカイシ」"), "sex", "male"));
        work();

        assertThat(waiting(missing, found)).isEmpty();
    }

    @Test
    void anUnidentifiedBodyIsComparedWithTheMissing() {
        var missing = arrives(
                "missing-person",
                "report",
                TestForce.HIRO,
                with(missing("白川 ナミ", "シラカワ ナミ", "phone", "090-1111-2222"), "birth", "1950-04-01"));
        var body = arrives(
                "unidentified-body",
                "card",
                TestForce.HACHI,
                with(body("sex", "female", "phone", "090-1111-2222"), "ageFrom", "70", "ageTo", "80"));
        work();

        assertThat(waiting(missing, body))
                .singleElement()
                .satisfies(pair -> assertThat(Comparison.strength(pair.score())).isEqualTo(Comparison.Strength.STRONG));
    }

    @Test
    void aStolenBicycleMeetsTheOneFoundByEitherNumber() {
        var byNumber = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-10001"));
        var byFrame = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-10002", "frame", "GZ9O0117"));
        work();

        var first = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森Z10001", "不明"));
        var second = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("不明", "GZ900117"));
        work();

        assertThat(waiting(byNumber, first)).hasSize(1);
        assertThat(waiting(byFrame, second)).hasSize(1);
        assertThat(waiting(byNumber, second)).isEmpty();
    }

    @Test
    void aLostArticleMeetsTheOneFoundByNumberOrByWhatItIs() {
        var phone = lost("article.kind", "phone", "phone", "090-3333-4444", "colour", "black");
        var umbrella = lost("article.kind", "umbrella", "article.features", "持ち手に白鳥の飾り", "colour", "blue");
        work();

        var foundPhone = handedIn(
                TestForce.HIRO,
                with(found("article.kind", "phone", "phone", "090-3333-4444"), "place.municipality", "弘前市"));
        var foundUmbrella = handedIn(
                TestForce.HACHI, found("article.kind", "umbrella", "article.features", "白鳥の飾りの持ち手", "colour", "blue"));
        work();

        assertThat(waiting(phone, foundPhone)).hasSize(1);
        assertThat(waiting(umbrella, foundUmbrella)).hasSize(1);
        assertThat(waiting(umbrella, foundPhone)).isEmpty();
    }

    @Test
    void foundBeforeItWasLostIsNotProposed() {
        var lost = lost("article.kind", "bag", "article.features", "鈴の付いた革の鞄", "colour", "red");
        var found = handedIn(
                TestForce.HACHI,
                with(
                        found("article.kind", "bag", "article.features", "鈴の付いた革の鞄", "colour", "red"),
                        "foundOn",
                        "2026-10-20"));
        work();

        assertThat(waiting(lost, found)).isEmpty();
    }

    @Test
    void aRecordThatEndsTakesItsPairsOutOfTheQueue() {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-20001"));
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 Z-20001", "不明"));
        work();
        assertThat(waiting(theft, found)).hasSize(1);

        var _ = done(site.changes()
                .make(
                        new Change.End(
                                UUID.randomUUID(),
                                found.id(),
                                1,
                                "handed-on",
                                inputs("finishedOn", "2026-11-02", "finishedNote", "市へ引き継いだ"),
                                "市へ引き継いだ"),
                        at(TestForce.HIRO, PostClass.STATION_SUPERVISOR)));
        work();

        assertThat(waiting(theft, found)).isEmpty();
    }

    /** The row is written with the change; whatever dies afterwards, the comparison is made by whoever works next. */
    @Test
    void aCrashBetweenArrivalAndMatchingLosesNothing() {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-30001"));
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 Z-30001", "不明"));
        assertThat(waits(found)).isEqualTo(1);
        site.jdbc()
                .sql(
                        "insert into matching_lease values ('arrivals', gen_random_uuid(), clock_timestamp() + interval '1 hour')"
                                + " on conflict (job) do update set holder = excluded.holder, until = excluded.until")
                .update();

        work();
        assertThat(waits(found)).as("another node works, or died while it did").isEqualTo(1);
        site.jdbc().sql("update matching_lease set until = '-infinity'").update();
        work();

        assertThat(waits(found)).isZero();
        assertThat(waiting(theft, found)).hasSize(1);
        work();
        assertThat(waiting(theft, found)).hasSize(1);
    }

    @Test
    void oneThatCannotBeReadDoesNotKeepTheOthersWaiting() throws Exception {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-60001"));
        var broken = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 Z-60002", "不明"));
        owner("update record_version set standing = 'NOBODY KNOWS' where record_id = '"
                + broken.id().value() + "'");
        var found = arrives("bicycle", "found", TestForce.HIRO, foundBicycle("青森 Z-60001", "不明"));

        for (int n = 0; n < 8; n++) {
            work();
        }

        assertThat(waiting(theft, found)).hasSize(1);
        assertThat(waits(found)).isZero();
        assertThat(waits(broken)).as("somebody has to look").isEqualTo(1);
        owner("delete from matching_arrival");
        owner("update record set standing = 'ENDED' where id = '" + broken.id().value() + "'");
    }

    private void owner(String statement) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(
                        akashi.FreshDatabase.url(akashi.FreshDatabase.name(site.jdbc()), "akashi_owner"));
                var statements = connection.createStatement()) {
            assertThat(statements.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void theJobsReadingsAreUsesOnTheLog() {
        var theft = arrives("bicycle", "theft", TestForce.HACHI, theft("青森 Z-40001"));
        work();

        var asker = at(TestForce.HACHI, PostClass.DETECTIVE);
        var latest = log.release(
                        Use.of("MY_USES", asker.actor()), uses.latestOf("matching", List.of(CounterpartMatch.ACT), 20))
                .value();
        assertThat(latest)
                .anySatisfy(use -> assertThat(use.seen().records())
                        .anyMatch(ref -> ref.id().equals(theft.id().value().toString())));
    }

    @Test
    void aComparisonExplainsItselfPartByPart() {
        var type = site.operations()
                .byCode(new akashi.operation.OperationCode("bicycle"))
                .orElseThrow()
                .definition();
        var lines = comparing
                .compare(
                        traits(type.document("theft").orElseThrow(), theft("青森 Z-50001")),
                        traits(
                                type.document("found").orElseThrow(),
                                with(foundBicycle("青森Z50001", "不明"), "colour", "blue")))
                .lines();

        assertThat(lines)
                .extracting(Comparison.Line::part)
                .contains("comparison.part.number", "comparison.part.colour");
        assertThat(lines)
                .filteredOn(line -> line.part().equals("comparison.part.colour"))
                .extracting(Comparison.Line::word)
                .containsExactly(Comparison.Word.DIFFERENT);
    }

    private Traits traits(akashi.operation.DocumentType type, String[] inputs) {
        return Traits.of(type, akashi.document.Values.ofMany(inputs(inputs)));
    }

    private int waits(Made made) {
        return site.jdbc()
                .sql("select count(*) from matching_arrival where record = :record")
                .param("record", made.id().value())
                .query(Integer.class)
                .single();
    }

    private Made lost(String... said) {
        return arrives("lost-property", "loss", TestForce.HACHI, loss(said));
    }

    private Made handedIn(String unit, String[] said) {
        return arrives("lost-property", "found", unit, said);
    }
}
