package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialDateTest {
    @ParameterizedTest
    @CsvSource({
        "1988-04-12, 1988-04-12",
        "1988/4/12, 1988-04-12",
        "1988.4.12, 1988-04-12",
        "19880412, 1988-04-12",
        "１９８８年４月１２日, 1988-04-12",
        "昭和63年4月12日, 1988-04-12",
        "昭和六十三年四月十二日, 1988-04-12",
        "昭和 63 年 4 月 12 日, 1988-04-12",
        "S63.4.12, 1988-04-12",
        "s63/4/12, 1988-04-12",
        "S630412, 1988-04-12",
        "昭63.4.12, 1988-04-12",
        "Ｈ１.１.８, 1989-01-08",
        "平成元年1月8日, 1989-01-08",
        "昭和64年1月7日, 1989-01-07",
        "平成31年4月30日, 2019-04-30",
        "令和元年5月1日, 2019-05-01",
        "大正15年12月25日, 1926-12-25",
        "昭和元年12月25日, 1926-12-25",
        "明治45年7月30日, 1912-07-30",
        "大正元年7月30日, 1912-07-30",
        "明治6年1月1日, 1873-01-01",
        "2024-02-29, 2024-02-29",
        "昭和63年4月12日（1988-04-12）, 1988-04-12",
        "2150-01-01, 2150-01-01"
    })
    void readsEraAndWesternDates(String typed, String canonical) {
        assertThat(Read.good(PartialDate.parse(typed)).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1988-04-??, 1988-04-??",
        "1988-??-??, 1988-??-??",
        "1988??12, 1988-??-12",
        "????-04-12, ????-04-12",
        "????0412, ????-04-12",
        "1988-04, 1988-04-??",
        "1988, 1988-??-??",
        "1988年, 1988-??-??",
        "昭和63年4月不明日, 1988-04-??",
        "昭和63年4月日不詳, 1988-04-??",
        "昭和63年月日不詳, 1988-??-??",
        "昭和63年不詳月不詳日, 1988-??-??",
        "昭和63年不明, 1988-??-??",
        "昭和64年月日不詳, 1989-??-??",
        "S63.4.不明, 1988-04-??",
        "1988/不明/12, 1988-??-12",
        "年不詳4月12日, ????-04-12",
        "不詳年4月12日, ????-04-12",
        "明治3年月日不詳, 1870-??-??",
        "年月日不詳, ????-??-??",
        "不明, ????-??-??",
        "1988-??-??, 1988-??-??"
    })
    void partsMayBeUnknown(String typed, String canonical) {
        assertThat(Read.good(PartialDate.parse(typed)).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "令和7年2月30日, identity.date.dayOfMonth",
        "2025-02-29, identity.date.dayOfMonth",
        "????-02-30, identity.date.dayOfMonth",
        "昭和64年1月8日, identity.date.afterEra",
        "昭和64年2月不明日, identity.date.afterEra",
        "昭和100年1月1日, identity.date.afterEra",
        "大正15年12月26日, identity.date.afterEra",
        "平成元年1月7日, identity.date.beforeEra",
        "昭和元年12月24日, identity.date.beforeEra",
        "令和元年4月30日, identity.date.beforeEra",
        "明治3年5月10日, identity.date.lunar",
        "1988-13-01, identity.date.month",
        "1988-04-32, identity.date.day",
        "1988-??-32, identity.date.day",
        "1988-00-00, identity.date.zero",
        "昭和0年1月1日, identity.date.zero",
        "88/4/12, identity.date.shortYear",
        "880412, identity.date.shortYear",
        "63年4月12日, identity.date.shortYear",
        "12/4/1988, identity.date.reversed",
        "1650-01-01, identity.date.year",
        "3000-01-01, identity.date.year",
        "昭和9999年1月1日, identity.date.year",
        "昭和, identity.date.unread",
        "昨日, identity.date.unread",
        "1988-04-12 OR 1=1, identity.date.unread",
        "<b>1988</b>, identity.date.unread",
        "十十十年, identity.date.unread",
        "昭和63年4月12日（1988-04-13）, identity.date.twoDates",
        "'  ', identity.date.missing"
    })
    void refusesWithItsOwnReason(String typed, String reason) {
        assertThat(Read.bad(PartialDate.parse(typed))).isEqualTo(reason);
    }

    @Test
    void aDayAfterTheEraEndedIsToldInTheNextEra() {
        assertThat(Read.args(PartialDate.parse("昭和64年1月8日")))
                .containsExactly("昭和64年1月8日", "昭和64年1月7日（1989-01-07）", "平成元年1月8日（1989-01-08）");
    }

    @Test
    void showsBothCalendars() {
        assertThat(Read.good(PartialDate.parse("1988-04-12")).display()).isEqualTo("昭和63年4月12日（1988-04-12）");
        assertThat(Read.good(PartialDate.parse("1988-04-??")).display()).isEqualTo("昭和63年4月日不詳（1988-04-??）");
        assertThat(Read.good(PartialDate.parse("1989")).display()).isEqualTo("昭和64年・平成元年月日不詳（1989-??-??）");
        assertThat(Read.good(PartialDate.parse("????-04-12")).display()).isEqualTo("年不詳4月12日（????-04-12）");
        assertThat(Read.good(PartialDate.parse("1850-01-02")).display()).isEqualTo("1850年1月2日（1850-01-02）");
        assertThat(Read.good(PartialDate.parse("S63.4.12")).display(Locale.ENGLISH))
                .isEqualTo("1988-04-12");
    }

    @Test
    void spansFromTheEarliestToTheLatestDay() {
        var february = Read.good(PartialDate.parse("2024-02"));
        assertThat(february.from()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(february.to()).isEqualTo(LocalDate.of(2024, 2, 29));
        var thirtyFirst = new PartialDate(2023, null, 31);
        assertThat(thirtyFirst.from()).isEqualTo(LocalDate.of(2023, 1, 31));
        assertThat(thirtyFirst.to()).isEqualTo(LocalDate.of(2023, 12, 31));
        var leapDay = new PartialDate(null, 2, 29);
        assertThat(leapDay.from()).isEqualTo(LocalDate.of(1804, 2, 29));
        assertThat(leapDay.to()).isEqualTo(LocalDate.of(2196, 2, 29));
    }

    @Test
    void overlapMeansThatNoKnownPartContradicts() {
        var day = new PartialDate(1988, 4, 12);
        assertThat(day.overlaps(new PartialDate(1988, 4, null))).isTrue();
        assertThat(day.overlaps(new PartialDate(null, 4, 12))).isTrue();
        assertThat(day.overlaps(new PartialDate(1988, 5, null))).isFalse();
        assertThat(day.overlaps(new PartialDate(null, null, null))).isTrue();
        assertThat(new PartialDate(null, 2, 29).overlaps(new PartialDate(1989, null, null)))
                .isFalse();
    }

    @Test
    void monthAndDayChangePlacesOnlyWhereThatIsADate() {
        assertThat(new PartialDate(1988, 4, 12).swapped()).contains(new PartialDate(1988, 12, 4));
        assertThat(new PartialDate(1988, 4, 13).swapped()).isEmpty();
        assertThat(new PartialDate(1988, 4, 4).swapped()).isEmpty();
    }

    @Test
    void impossibleDatesCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(2025, 2, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(1799, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(null, 13, null));
    }

    @Test
    void everythingWrittenIsReadBack() {
        var random = new Random(63);
        for (int i = 0; i < 5_000; i++) {
            var day = LocalDate.of(1873, 1, 1).plusDays(random.nextInt(100_000));
            var date = new PartialDate(
                    random.nextInt(5) == 0 ? null : day.getYear(),
                    random.nextInt(5) == 0 ? null : day.getMonthValue(),
                    random.nextInt(5) == 0 ? null : day.getDayOfMonth());
            assertThat(Read.good(PartialDate.parse(date.canonical()))).isEqualTo(date);
            if (!date.display().contains("・")) {
                assertThat(Read.good(PartialDate.parse(date.display()))).isEqualTo(date);
            }
            assertThat(date.from()).isBeforeOrEqualTo(day);
            assertThat(date.to()).isAfterOrEqualTo(day);
            assertThat(date.overlaps(PartialDate.of(day))).isTrue();
        }
    }
}
