package akashi.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.account.Accounts;
import akashi.account.Browser;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.prefecture.SampleOrganization;
import akashi.tlog.TreeCheck;
import akashi.usage.ActTail;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseTally;
import akashi.web.Chrome;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class ImprovementTest {
    private static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    private static final Use.Ruling YES = new Use.Ruling("AK-06-S", "1", true);
    private static final Use.Ruling NO = new Use.Ruling("AK-08", "1", false);

    private final Counting counting;
    private final CountSql counts;
    private final Timings timings;
    private final RealUse real;
    private final ActTail tail;
    private final UseTally tally;
    private final UsageLog usage;
    private final Operations operations;
    private final Organization organization;
    private final Accounts accounts;
    private final List<SampleOrganization.SamplePerson> cast;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    private final Clock clock;

    ImprovementTest(
            Counting counting,
            CountSql counts,
            Timings timings,
            RealUse real,
            ActTail tail,
            UseTally tally,
            UsageLog usage,
            Operations operations,
            Organization organization,
            Accounts accounts,
            SampleOrganization sample,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            MockMvc mvc,
            Clock clock) {
        this.counting = counting;
        this.counts = counts;
        this.timings = timings;
        this.real = real;
        this.tail = tail;
        this.tally = tally;
        this.usage = usage;
        this.operations = operations;
        this.organization = organization;
        this.accounts = accounts;
        this.cast = sample.load(Actor.system("test"));
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.mvc = mvc;
        this.clock = clock;
    }

    @Test
    void eachUseIsCountedOnceInEachOperationItUsed() {
        var before = figures("stolen-article");
        var beside = figures("protection");
        var proved = usage.seal(asked("stolen-article", YES).in("protection", "v", YES));
        var _ = usage.seal(asked("stolen-article", NO));
        var _ = usage.seal(
                Use.of("RESULT", officer()).stating("of", proved.number()).stating("result", "RECOVERED"));
        var _ = usage.seal(Use.of("HIT_CONFIRMATION_ASK", officer()).in("stolen-article", "v"));
        var _ = usage.seal(Use.of("HIT_CONFIRMATION_REPLY", officer())
                .in("stolen-article", "v")
                .stating("verdict", "VALID"));
        var _ = usage.seal(Use.of("HIT_CONFIRMATION_REPLY", officer())
                .in("stolen-article", "v")
                .stating("verdict", "LAPSED"));

        counting.follow();
        counting.follow();
        counting.work();

        var after = figures("stolen-article");
        assertThat(after.asked() - before.asked()).isEqualTo(1);
        assertThat(after.refused() - before.refused()).isEqualTo(1);
        assertThat(after.results() - before.results()).isEqualTo(1);
        assertThat(after.askedBack() - before.askedBack()).isEqualTo(1);
        assertThat(after.valid() - before.valid()).isEqualTo(1);
        assertThat(figures("protection").asked() - beside.asked()).isEqualTo(1);
        assertThat(figures("protection").results() - beside.results()).isEqualTo(1);
        assertThat(after.chart("unit").labels()).contains("八戸警察署");
        assertThat(after.chart("purpose").labels()).contains("職務質問");
    }

    @Test
    void anotherNodeDoesNotCountWhatOneCountsAndTheCountsComeOutOfTheLogAgain() {
        var _ = usage.seal(asked("crime-report", YES));
        counting.follow();
        var other = new Counting(tail, tally, counts, transaction);
        var _ = usage.seal(asked("crime-report", YES));
        other.work();
        var one = figures("crime-report").asked();
        counting.follow();
        assertThat(figures("crime-report").asked()).isEqualTo(one + 1);

        var end = tail.ends().getFirst();
        assertThat(counts.move(end.log(), counts.place(end.log()) - 1, end.last() + 9))
                .isFalse();
        assertThat(counts.move(end.log(), -1, end.last() + 9)).isFalse();

        var whole = all();
        owner("truncate improvement_count, improvement_place");
        counting.follow();
        assertThat(all()).containsAll(whole);
        assertThat(tally.behind(end, -1, 3).through()).isEqualTo(2);
    }

    @Test
    void timesOfAnswersAreKeptInBuckets() {
        var code = new OperationCode("driver-licence");
        timings.answered(List.of(code), Duration.ofMillis(4));
        timings.answered(List.of(code), Duration.ofMillis(7));
        timings.write();
        timings.answered(List.of(code), Duration.ofMillis(8));
        timings.answered(List.of(code), Duration.ofSeconds(9));
        timings.destroy();

        assertThat(figures("driver-licence").chart("time").series().getFirst().values())
                .containsExactly(1L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void theManagingSectionSeesItsOperationAndNobodyElseButTheWatchers() throws Exception {
        var _ = usage.seal(asked("wanted", YES));
        counting.follow();
        var head = signedIn("SECTION_HEAD_CRIMINAL");
        assertThat(head.open("/improvement").getStatus()).isEqualTo(200);
        assertThat(head.page())
                .contains("/improvement/wanted", "/improvement/crime-report")
                .doesNotContain("bicycle");
        assertThat(head.open("/improvement/wanted").getStatus()).isEqualTo(200);
        assertThat(head.page())
                .contains("指名手配", "日ごとの照会", "<svg", "数で見る", "使われていない機能", "利用の少ない1所属", "5未満", "まだ定めていません")
                .doesNotContain("[improvement.", "見本 太郎", "990001", "八戸警察署");
        var auditor = signedIn("AUDITOR");
        assertThat(auditor.open("/improvement/wanted").getStatus()).isEqualTo(200);
        assertThat(auditor.page()).as("may read the book anyway").contains("八戸警察署");
        for (var chart : List.of("day", "hour", "unit", "purpose", "act", "time")) {
            assertThat(head.open("/improvement/wanted/" + chart + ".csv").getStatus())
                    .isEqualTo(200);
        }
        assertThat(head.open("/improvement/wanted/none.csv").getStatus()).isEqualTo(404);
        assertThat(head.open("/improvement/bicycle").getStatus()).isEqualTo(404);
        assertThat(head.open("/improvement/No-Such").getStatus()).isEqualTo(404);
        assertThat(head.open("/improvement/wanted?from=2999-01-01&to=x").getStatus())
                .isEqualTo(200);
        assertThat(auditor.open("/improvement/bicycle").getStatus()).isEqualTo(200);
        var officer = signedIn("BOX_OFFICER");
        assertThat(officer.open("/improvement").getStatus()).isEqualTo(404);
        assertThat(officer.open("/improvement/wanted").getStatus()).isEqualTo(404);

        assertThat(state(head, "MINUTES", "x", "企画書第1号").getStatus()).isEqualTo(422);
        assertThat(state(head, "NONE", "5", "企画書第1号").getStatus()).isEqualTo(422);
        assertThat(state(head, "MINUTES", "5", "").getStatus()).isEqualTo(422);
        assertThat(head.send(
                                "/improvement/wanted/figures",
                                "kind",
                                "MINUTES",
                                "value",
                                "5",
                                "since",
                                "x",
                                "basis",
                                "ab")
                        .getStatus())
                .isEqualTo(422);
        assertThat(state(head, "MINUTES", "6", "企画書第1号").getStatus()).isEqualTo(303);
        assertThat(state(head, "FORECAST", "300", "企画書<b>").getStatus()).isEqualTo(303);
        var _ = head.open("/improvement/wanted");
        assertThat(head.page()).contains("0.1時間", "企画書第1号", "見込みの 0%", "企画書&lt;b&gt;");
        var _ = head.send("/language", "language", "en", "target", "/");
        for (var path : List.of("/improvement", "/improvement/wanted", "/voices", "/voices/new?from=/records")) {
            assertThat(head.open(path).getStatus()).isEqualTo(200);
            assertThat(head.page()).doesNotContain("[improvement.");
        }
    }

    @Test
    void whatIsSaidReachesTheSectionAndTheAnswerComesBack() throws Exception {
        var officer = signedIn("PATROL_OFFICER");
        var _ = officer.open("/organization/S12?q=x");
        assertThat(officer.page()).contains("/voices/new?from=/organization/_\"");
        assertThat(officer.open("/voices/new?from=/operations/wanted/990001?name=secret")
                        .getStatus())
                .isEqualTo(200);
        assertThat(officer.page()).contains("name=\"from\" value=\"/operations/wanted/_\"");
        assertThat(say(officer, "WRONG", "wanted", "x").getStatus()).isEqualTo(422);
        assertThat(say(officer, "NONE", "wanted", "表示がおかしい").getStatus()).isEqualTo(422);
        assertThat(say(officer, "WRONG", "nothing", "表示がおかしい").getStatus()).isEqualTo(422);
        var path = String.valueOf(say(officer, "WRONG", "wanted", "表示が<b>おかしい").getHeader("Location"));
        assertThat(officer.open(path).getStatus()).isEqualTo(200);
        assertThat(officer.page())
                .contains("表示が&lt;b&gt;おかしい", "回答待ち", "/records/_")
                .doesNotContain("答える</button>");
        assertThat(officer.send(path + "/answer", "text", "自分で答える").getStatus()).isEqualTo(404);
        assertThat(signedIn("SECTION_HEAD_COMMUNITY").open(path).getStatus()).isEqualTo(404);

        var head = signedIn("SECTION_HEAD_CRIMINAL");
        var _ = head.open("/tasks");
        assertThat(head.page()).contains("「おかしい」が届きました", "href=\"" + path + "\"");
        var _ = head.open(path);
        assertThat(head.send(path + "/done").getStatus()).isEqualTo(422);
        assertThat(head.send(path + "/answer", "text", "x").getStatus()).isEqualTo(422);
        assertThat(head.send(path + "/answer", "text", "次の版で直します").getStatus()).isEqualTo(303);
        assertThat(head.send(path + "/answer", "text", "もう一度").getStatus()).isEqualTo(422);
        var _ = head.open("/tasks");
        assertThat(head.page()).doesNotContain("href=\"" + path + "\">刑");
        assertThat(head.send(path + "/done").getStatus()).isEqualTo(303);
        var _ = head.open("/improvement/wanted");
        assertThat(head.page()).contains("おかしい 1件");
        var _ = head.open("/voices");
        assertThat(head.page()).contains("担当するもの", "対応済み").doesNotContain("[improvement.");

        var _ = officer.open("/tasks");
        assertThat(officer.page()).contains("答えがありました");
        var _ = officer.open("/voices");
        assertThat(officer.page()).contains("あなたが送ったもの", "対応済み").doesNotContain("担当するもの");
    }

    @Test
    void whatIsAboutTheSystemGoesToItsKeepers() throws Exception {
        var officer = signedIn("DETECTIVE");
        var _ = officer.open("/voices/new");
        var path = String.valueOf(say(officer, "BETTER", "", "文字を大きくしたい").getHeader("Location"));
        var head = signedIn("SECTION_HEAD_CRIMINAL");
        assertThat(head.open(path).getStatus()).isEqualTo(404);
        var _ = head.open("/voices");
        assertThat(head.send(path + "/answer", "text", "答えます").getStatus()).isEqualTo(404);
        var keeper = signedIn("INFORMATION_MANAGEMENT");
        var _ = keeper.open("/tasks");
        assertThat(keeper.page()).contains("「こうしたい」が届きました");
        assertThat(keeper.send(path + "/answer", "text", "設定を用意します").getStatus())
                .isEqualTo(303);
    }

    @Test
    void chartsNameUpToFourSeriesAtTheirLines() {
        var values = IntStream.range(0, 30).mapToObj(Long::valueOf).toList();
        var labels = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        var chart = new Chart(
                "day",
                false,
                labels,
                List.of(new Chart.Series("a", values), new Chart.Series("b", values), new Chart.Series("c", values)));
        assertThat(chart.wide().lines().stream().map(Drawing.Line::endY).distinct())
                .hasSize(3);
        assertThat(chart.wide().ticks()).extracting(Drawing.Tick::label).containsExactly("0", "15", "29");
        assertThat(chart.peak()).isEqualTo("29");
        var series = new Chart.Series("a", values);
        assertThatThrownBy(() -> new Chart("day", false, labels, Collections.nCopies(5, series)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Chart("unit", true, List.of(), List.of(new Chart.Series("a", List.of()))).empty())
                .isTrue();
    }

    @Test
    void aPeriodIsAtMostAYearAndNonsenseIsTheLastFourWeeks() {
        var today = LocalDate.of(2026, 3, 1);
        assertThat(Period.read("", "", today).days()).isEqualTo(28);
        assertThat(Period.read("2026-02-30", "", today).days()).isEqualTo(28);
        assertThat(Period.read("2026-03-02", "2026-03-01", today).days()).isEqualTo(28);
        assertThat(Period.read("2000-01-01", "2026-03-01", today).days()).isEqualTo(366);
        assertThat(Period.read("2026-02-01", "2026-02-28", today).ofMonthly(280))
                .isEqualTo(280.0);
    }

    @Test
    void thePlaceOfAPageSaysNothingOfWhatWasLookedAt() {
        assertThat(Chrome.place("/records/123?name=x")).isEqualTo("/records/_");
        assertThat(Chrome.place("/")).isEqualTo("/");
        assertThat(Chrome.place("//evil.example/見本")).isEqualTo("/_/_");
        assertThat(Chrome.place("/" + "a/".repeat(50)).length()).isLessThan(200);
        assertThat(Chrome.place("/hit-confirmations/1-22")).isEqualTo("/hit-confirmations/_");
    }

    private Figures figures(String code) {
        var version = operations.byCode(new OperationCode(code)).orElseThrow();
        var today = JapaneseDates.dateOf(clock.instant());
        return real.of(version, new Period(today.minusDays(1), today), Locale.JAPANESE, _ -> true);
    }

    private List<String> all() {
        return jdbc.sql(
                        "select operation || day || hour || unit || act || purpose || kind || outcome || ':' || uses as one"
                                + " from improvement_count where operation <> ''")
                .query((row, _) -> row.getString("one"))
                .list();
    }

    private void owner(String statement) {
        try (var connection = DriverManager.getConnection(FreshDatabase.url(FreshDatabase.name(jdbc), "akashi_owner"));
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Use asked(String operation, Use.Ruling ruling) {
        return Use.of("EXISTENCE", officer())
                .because("stop-and-question", null)
                .in(operation, "v", ruling)
                .stating("kind", "article");
    }

    private Actor officer() {
        return new Actor("990002", part("PATROL_OFFICER").value().toString(), "S12-4/3", "S12-4", "PC-014", "page");
    }

    private MockHttpServletResponse say(Browser browser, String category, String operation, String text)
            throws Exception {
        return browser.send(
                "/voices/new", "from", "/records/12345", "category", category, "operation", operation, "text", text);
    }

    private MockHttpServletResponse state(Browser browser, String kind, String value, String basis) throws Exception {
        return browser.send(
                "/improvement/wanted/figures", "kind", kind, "value", value, "since", "2026-01-01", "basis", basis);
    }

    private PersonId part(String key) {
        return cast.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow()
                .person();
    }

    private Browser signedIn(String key) throws Exception {
        var person = part(key);
        if (!accounts.has(person)) {
            accounts.open(person, PASSWORD);
        }
        var number = organization.roster().person(person).orElseThrow().staffNumber();
        return new Browser(mvc).signIn(number, PASSWORD);
    }
}
