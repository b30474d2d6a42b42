package akashi.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.prefecture.SampleOrganization;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures so small that they would be one person's are not told apart, and one bad entry stops no counting. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@ExtendWith(TreeCheck.class)
class FewUsesTest {
    private static final Use.Ruling YES = new Use.Ruling("AK-06-S", "1", true);

    private final Counting counting;
    private final RealUse real;
    private final UsageLog usage;
    private final Operations operations;
    private final JdbcClient jdbc;
    private final Clock clock;

    FewUsesTest(
            Counting counting,
            RealUse real,
            UsageLog usage,
            Operations operations,
            SampleOrganization sample,
            JdbcClient jdbc,
            Clock clock) {
        this.counting = counting;
        this.real = real;
        this.usage = usage;
        this.operations = operations;
        this.jdbc = jdbc;
        this.clock = clock;
        var _ = sample.load(Actor.system("test"));
    }

    @Test
    void aUnitWithFewUsesIsNotToldApartToWhomMayNotReadItsBook() {
        asked("S12-4", "lost-property", 7);
        asked("S04-5", "lost-property", 1);
        asked("S01-4", "lost-property", 2);
        counting.follow();

        var units = figures("lost-property", _ -> false).chart("unit");
        assertThat(units.labels()).contains("八戸警察署", "利用の少ない2所属").hasSize(2);
        assertThat(units.series().getFirst().values()).containsExactly(7L, Chart.FEW);
        assertThat(figures("lost-property", _ -> true).chart("unit").labels())
                .contains("八戸警察署", "弘前警察署")
                .hasSize(3);
        assertThat(figures("lost-property", "S04"::equals).chart("unit").labels())
                .as("the one that is left is joined by the next")
                .contains("弘前警察署", "利用の少ない2所属");
    }

    @Test
    void aQuestionByAPartOfANumberIsCountedAsOne() {
        assertThat(figures("stolen-vehicle", _ -> true).unusedOf("ACT")).contains("一部照会");
        var _ = usage.seal(use("S12-4", "stolen-vehicle").stating("partial", "true"));
        counting.follow();
        var figures = figures("stolen-vehicle", _ -> true);
        assertThat(figures.unusedOf("ACT")).doesNotContain("一部照会");
        assertThat(figures.asked()).isEqualTo(1);
        assertThat(figures.chart("act").labels()).contains("一部照会");
    }

    @Test
    void anEntryThatCannotBeCountedIsLeftOutAndTold() throws SQLException {
        owner("""
                create function refuse_count() returns trigger language plpgsql as
                $$ begin raise exception 'cannot be counted' using errcode = '22P02'; end $$
                """);
        owner("create trigger refuse_count before insert on improvement_count for each row"
                + " when (new.purpose = 'unreadable') execute function refuse_count()");
        asked("S12-4", "bicycle", 3);
        var _ = usage.seal(Use.of("EXISTENCE", actor("S12-4"))
                .because("unreadable", null)
                .in("bicycle", "v", YES)
                .stating("kind", "bicycle"));
        asked("S12-4", "bicycle", 4);

        counting.follow();
        counting.follow();

        assertThat(figures("bicycle", _ -> true).asked()).isEqualTo(7);
        assertThat(figures("bicycle", _ -> true).unreadable()).isEqualTo(1);
        owner("drop trigger refuse_count on improvement_count");
    }

    private void asked(String unit, String operation, int times) {
        for (int n = 0; n < times; n++) {
            var _ = usage.seal(use(unit, operation));
        }
    }

    private static Use use(String unit, String operation) {
        return Use.of("EXISTENCE", actor(unit))
                .because("stop-and-question", null)
                .in(operation, "v", YES)
                .stating("kind", "vehicle");
    }

    private static Actor actor(String unit) {
        return new Actor("990002", "990002", unit + "/3", unit, "PC-014", "page");
    }

    private Figures figures(String code, Predicate<String> mayRead) {
        var version = operations.byCode(new OperationCode(code)).orElseThrow();
        var today = JapaneseDates.dateOf(clock.instant());
        return real.of(version, new Period(today.minusDays(1), today), Locale.JAPANESE, mayRead);
    }

    private void owner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(FreshDatabase.url(FreshDatabase.name(jdbc), "akashi_owner"));
                var made = connection.createStatement()) {
            var _ = made.execute(statement);
        }
    }
}
