package akashi.identity;

import akashi.calendar.Era;
import akashi.writing.NameRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes dates with unknown parts. Eras have the borders of {@link Era}; the last day of 明治 and of 大正, on
 * which the next era began at once, is read under both names. Days before 1873-01-01 (明治6年) belong to the lunisolar
 * calendar and are read by year only.
 */
final class DateText {
    private static final int LIMIT = 40;
    private static final int SOLAR_SINCE = 1873;
    private static final String ERA = "(明治|大正|昭和|平成|令和|[明大昭平令MTSHR])";
    private static final String TWO = "(\\d{1,2}|\\?+)";

    private static final Pattern COMPACT = Pattern.compile("(\\d{4}|\\?{4})(\\d\\d|\\?\\?)(\\d\\d|\\?\\?)");
    private static final Pattern WESTERN = Pattern.compile("(\\d{4}|\\?+)(?:[-/.]" + TWO + "(?:[-/.]" + TWO + ")?)?");
    private static final Pattern WRITTEN =
            Pattern.compile(ERA + "?(\\d{1,4}|\\?+)年(?:" + TWO + "月?(?:(?<=月)" + TWO + "日?)?)?");
    private static final Pattern ERA_DOTS = Pattern.compile(ERA + "(\\d{1,2}|\\?+)[-/.]" + TWO + "[-/.]" + TWO);
    private static final Pattern ERA_COMPACT = Pattern.compile("([MTSHR])(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{6}");
    private static final Pattern REVERSED = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ALL_UNKNOWN = Pattern.compile("\\?|年月日\\?|\\?年月日|生年月日\\?");
    private static final Pattern UNKNOWN = Pattern.compile("不明|不詳|未詳");
    private static final Pattern YEAR_UNKNOWN_BEFORE = Pattern.compile("^年\\?");
    private static final Pattern WHOLE_DATE_UNKNOWN = Pattern.compile("年月日\\?$");
    private static final Pattern MONTH_UNKNOWN = Pattern.compile("年月\\?(.+)$");
    private static final Pattern DAY_UNKNOWN = Pattern.compile("月日\\?$");
    private static final Pattern REST_UNKNOWN = Pattern.compile("年\\?$");
    private static final Pattern YEAR_AND_MONTH_UNKNOWN = Pattern.compile("\\?年月");
    private static final Pattern[] WITHOUT_ERA = {COMPACT, WESTERN};
    private static final Pattern[] WITH_ERA = {WRITTEN, ERA_DOTS, ERA_COMPACT};
    private static final Pattern NUMERAL = Pattern.compile("[〇一二三四五六七八九十]+");

    private DateText() {}

    static Parsed<PartialDate> parse(String text) {
        return switch (InputText.read(text, LIMIT)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) when clean.isEmpty() -> Parsed.bad("identity.date.missing");
            case Parsed.Good<String>(String clean) -> both(clean, NameRules.width(clean));
        };
    }

    /** A date as a page shows it, 昭和63年4月12日(1988-04-12), is read if both agree. */
    private static Parsed<PartialDate> both(String typed, String text) {
        int at = text.indexOf('(');
        if (at <= 0 || !text.endsWith(")")) {
            return one(typed, text);
        }
        var first = one(typed, text.substring(0, at));
        var second = one(typed, text.substring(at + 1, text.length() - 1));
        if (first instanceof Parsed.Good<PartialDate>(PartialDate a)
                && second instanceof Parsed.Good<PartialDate>(PartialDate b)) {
            return a.equals(b) ? first : Parsed.bad("identity.date.twoDates", typed, a.canonical(), b.canonical());
        }
        return first instanceof Parsed.Bad<PartialDate> ? first : second;
    }

    private static Parsed<PartialDate> one(String typed, String text) {
        if (canonical(text)) {
            return resolve(typed, null, text.substring(0, 4), text.substring(5, 7), text.substring(8));
        }
        String s = unknownMarked(SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
        if (ALL_UNKNOWN.matcher(s).matches()) {
            return Parsed.good(new PartialDate(null, null, null));
        }
        s = spread(s);
        for (var pattern : WITHOUT_ERA) {
            Matcher m = pattern.matcher(s);
            if (m.matches()) {
                return resolve(typed, null, m.group(1), m.group(2), m.group(3));
            }
        }
        for (var pattern : WITH_ERA) {
            Matcher m = pattern.matcher(s);
            if (m.matches()) {
                return resolve(typed, m.group(1), m.group(2), m.group(3), m.group(4));
            }
        }
        if (SHORT_YEAR.matcher(s).matches()) {
            return Parsed.bad("identity.date.shortYear", typed);
        }
        return Parsed.bad(REVERSED.matcher(s).matches() ? "identity.date.reversed" : "identity.date.unread", typed);
    }

    /** The form in which whole dates are stored: read again more often than any other. */
    private static boolean canonical(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 4 || i == 7;
            if (hyphen != (c == '-') || (!hyphen && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return true;
    }

    private static String unknownMarked(String text) {
        String digits = NUMERAL.matcher(text)
                .replaceAll(m -> Integer.toString(number(m.group())))
                .replace("元年", "1年");
        return UNKNOWN.matcher(digits).replaceAll("?");
    }

    /** 4月日不詳 → 4月?日, 63年月日不詳 → 63年?月?日, 年不詳4月 → ?年4月. */
    private static String spread(String text) {
        if (text.indexOf('?') < 0) {
            return text;
        }
        String s = YEAR_UNKNOWN_BEFORE.matcher(text).replaceFirst("?年");
        s = WHOLE_DATE_UNKNOWN.matcher(s).replaceFirst("年?月?日");
        s = MONTH_UNKNOWN.matcher(s).replaceFirst("年?月$1");
        s = DAY_UNKNOWN.matcher(s).replaceFirst("月?日");
        s = REST_UNKNOWN.matcher(s).replaceFirst("年?月?日");
        return YEAR_AND_MONTH_UNKNOWN.matcher(s).replaceFirst("?年?月");
    }

    private static int number(String kanji) {
        if (kanji.indexOf('十') < 0) {
            int value = 0;
            for (int i = 0; i < kanji.length(); i++) {
                value = Math.min(value * 10 + "〇一二三四五六七八九".indexOf(kanji.charAt(i)), 99_999);
            }
            return value;
        }
        String[] around = kanji.split("十", -1);
        int tens = around[0].isEmpty() ? 1 : number(around[0]);
        return around.length > 2 ? 99_999 : Math.min(tens * 10 + (around[1].isEmpty() ? 0 : number(around[1])), 99_999);
    }

    private static Parsed<PartialDate> resolve(
            String typed, @Nullable String eraText, @Nullable String y, @Nullable String m, @Nullable String d) {
        Integer number = part(y);
        Integer month = part(m);
        Integer day = part(d);
        if (isZero(number) || isZero(month) || isZero(day)) {
            return Parsed.bad("identity.date.zero", typed);
        }
        var era = Optional.ofNullable(eraText).map(DateText::era);
        Integer year =
                number != null && era.isPresent() ? Integer.valueOf(era.get().westernYear(number)) : number;
        if (year != null && era.isEmpty() && year < 100) {
            return Parsed.bad("identity.date.shortYear", typed);
        }
        if (year != null && (year < PartialDate.FIRST_YEAR || year > PartialDate.LAST_YEAR)) {
            return Parsed.bad("identity.date.year", typed, text(PartialDate.FIRST_YEAR), text(PartialDate.LAST_YEAR));
        }
        if (month != null && month > 12) {
            return Parsed.bad("identity.date.month", typed, text(month));
        }
        if (!PartialDate.possible(year, month, day)) {
            return impossibleDay(typed, year, month, day);
        }
        var date = new PartialDate(year, month, day);
        return year == null || era.isEmpty() ? Parsed.good(date) : withinEra(typed, era.get(), date);
    }

    private static Parsed<PartialDate> impossibleDay(
            String typed, @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        if (month == null || day == null || day > 31) {
            return Parsed.bad("identity.date.day", typed, String.valueOf(day));
        }
        int last = YearMonth.of(year == null ? 2000 : year, month).lengthOfMonth();
        return Parsed.bad("identity.date.dayOfMonth", typed, text(month), text(last));
    }

    private static Parsed<PartialDate> withinEra(String typed, Era era, PartialDate date) {
        if (era == Era.MEIJI && date.to().getYear() < SOLAR_SINCE && (date.month() != null || date.day() != null)) {
            return Parsed.bad("identity.date.lunar", typed);
        }
        if (date.to().isBefore(era.start())) {
            return Parsed.bad("identity.date.beforeEra", typed, display(PartialDate.of(era.start())), display(date));
        }
        var last = era.end().map(day -> era == Era.MEIJI || era == Era.TAISHO ? day.plusDays(1) : day);
        if (last.isPresent() && date.from().isAfter(last.get())) {
            return Parsed.bad(
                    "identity.date.afterEra",
                    typed,
                    display(PartialDate.of(era.end().orElseThrow())),
                    display(date));
        }
        return Parsed.good(date);
    }

    private static @Nullable Integer part(@Nullable String text) {
        return text == null || text.startsWith("?") ? null : Integer.valueOf(text);
    }

    private static boolean isZero(@Nullable Integer value) {
        return value != null && value == 0;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static Era era(String text) {
        return switch (text.charAt(0)) {
            case '明', 'M' -> Era.MEIJI;
            case '大', 'T' -> Era.TAISHO;
            case '昭', 'S' -> Era.SHOWA;
            case '平', 'H' -> Era.HEISEI;
            case '令', 'R' -> Era.REIWA;
            default -> throw new IllegalStateException("no era is written " + text);
        };
    }

    static String display(PartialDate date) {
        if (date.unknown()) {
            return "年月日不詳";
        }
        String rest = date.month() == null
                ? (date.day() == null ? "月日不詳" : "月不詳" + date.day() + "日")
                : date.month() + "月" + (date.day() == null ? "日不詳" : date.day() + "日");
        return years(date) + rest + "（" + date.canonical() + "）";
    }

    private static String years(PartialDate date) {
        Integer year = date.year();
        if (year == null) {
            return "年不詳";
        }
        String first = year(date.from());
        String last = year(date.to());
        return first.equals(last) ? first : first + "・" + last;
    }

    private static String year(LocalDate day) {
        return Era.of(day)
                .map(era ->
                        era.written() + (era.yearOf(day.getYear()) == 1 ? "元" : text(era.yearOf(day.getYear()))) + "年")
                .orElseGet(() -> day.getYear() + "年");
    }
}
