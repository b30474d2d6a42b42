package akashi.reorganization;

import akashi.calendar.JapaneseDates;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.organization.Span;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.ImportReport.Repair;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, read by header. A cell that cannot be understood adds a fault and reads as empty; one that was
 * written otherwise than expected, but can mean one thing only, adds a repair.
 */
final class Cells {
    private static final Pattern KANA = Pattern.compile("[ァ-ヺー・ ]+");
    private static final Pattern TIME = Pattern.compile("(.+?)[T \u3000]+([0-9０-９]{1,2}[:：][0-9０-９]{2})");

    private final Place at;
    private final Map<String, String> cells;
    private final List<Fault> faults;
    private final List<Repair> repairs;

    Cells(Place at, Map<String, String> cells, List<Fault> faults, List<Repair> repairs) {
        this.at = at;
        this.cells = cells;
        this.faults = faults;
        this.repairs = repairs;
    }

    Place at() {
        return at;
    }

    void fault(String column, String message, Object... args) {
        faults.add(at.fault(column, message, args));
    }

    /** Text as written, without blanks around it; empty where the cell is. */
    String text(String column, int longest) {
        String raw = cells.getOrDefault(column, "");
        String text = raw.strip();
        repaired(column, raw, text);
        if (text.length() > longest) {
            fault(column, "too-long", longest, text.length());
            return "";
        }
        if (text.codePoints().anyMatch(c -> c == 0xFFFD || Character.getType(c) == Character.CONTROL)) {
            fault(column, "broken-characters");
            return "";
        }
        return text;
    }

    String required(String column, int longest) {
        String text = text(column, longest);
        if (text.isEmpty() && cells.getOrDefault(column, "").isBlank()) {
            fault(column, "empty");
        }
        return text;
    }

    /** A name in katakana; hiragana and half-width kana are widened. */
    String kana(String column) {
        String text = required(column, 100);
        var wide = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .chars()
                .forEach(c -> wide.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)));
        String kana = wide.toString();
        if (!kana.isEmpty() && !KANA.matcher(kana).matches()) {
            fault(column, "not-kana", text);
            return "";
        }
        repaired(column, text, kana);
        return kana;
    }

    /** A code; full-width and small letters are brought into form. */
    String code(String column, String pattern) {
        return coded(column, required(column, 60), pattern);
    }

    @Nullable String codeOrNull(String column, String pattern) {
        String text = text(column, 60);
        return text.isEmpty() ? null : coded(column, text, pattern);
    }

    /** Codes separated by semicolons or 、. */
    List<String> codes(String column, String pattern) {
        return Arrays.stream(text(column, 1000).split("[;；、]", -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> code.equals(Line.EVERYBODY) ? code : coded(column, code, pattern))
                .toList();
    }

    private String coded(String column, String text, String pattern) {
        String code = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches(pattern)) {
            fault(column, "not-a-code", text);
            return "";
        }
        repaired(column, text, code);
        return code;
    }

    int number(String column, int otherwise, int greatest) {
        String text = text(column, 20);
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (digits.isEmpty()) {
            return otherwise;
        }
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > greatest) {
            fault(column, "not-a-number", text, greatest);
            return otherwise;
        }
        repaired(column, text, digits);
        return Integer.parseInt(digits);
    }

    boolean flag(String column) {
        String text = text(column, 20);
        return switch (text) {
            case "○", "〇", "◯", "1", "はい" -> true;
            case "", "0", "×", "いいえ" -> false;
            default -> {
                fault(column, "not-a-flag", text);
                yield false;
            }
        };
    }

    <V> Optional<V> choice(String column, V[] values, Function<V, String> written) {
        String text = required(column, 60);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var found = Arrays.stream(values)
                .filter(value -> written.apply(value).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            fault(
                    column,
                    "not-a-choice",
                    text,
                    String.join("、", Arrays.stream(values).map(written).toList()));
        }
        return found;
    }

    /** From 開始日 to 終了日, which is included; nothing if either cannot be read. */
    Optional<Span> span() {
        var from = date(Columns.FROM, required(Columns.FROM, 60));
        String end = text(Columns.LAST_DAY, 60);
        var last = end.isEmpty() ? Optional.<LocalDate>empty() : date(Columns.LAST_DAY, end);
        if (from.isEmpty() || (!end.isEmpty() && last.isEmpty())) {
            return Optional.empty();
        }
        if (last.isPresent() && last.get().isBefore(from.get())) {
            fault(
                    Columns.LAST_DAY,
                    "ends-before-it-begins",
                    from.get().toString(),
                    last.get().toString());
            return Optional.empty();
        }
        return Optional.of(Span.through(from.get(), last.orElse(null)));
    }

    /** One day; nothing if it cannot be read. */
    Optional<LocalDate> day(String column) {
        return date(column, required(column, 60));
    }

    private Optional<LocalDate> date(String column, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (PartialDate.parse(text)) {
            case Parsed.Good<PartialDate>(PartialDate date)
            when !date.complete() -> {
                fault(column, "date-incomplete", text);
                yield Optional.empty();
            }
            case Parsed.Good<PartialDate>(PartialDate date) -> {
                repaired(column, text, date.from().toString());
                yield Optional.of(date.from());
            }
            case Parsed.Bad<PartialDate>(String message, List<Object> args) -> {
                faults.add(new Fault(at.file(), at.line(), column, message, args));
                yield Optional.empty();
            }
        };
    }

    /** Date and time, 2026-11-22 17:15. */
    Optional<Instant> time(String column) {
        String text = required(column, 60);
        var parts = TIME.matcher(text);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!parts.matches()) {
            fault(column, "not-a-time", text);
            return Optional.empty();
        }
        String clock = Normalizer.normalize(parts.group(2), Normalizer.Form.NFKC);
        try {
            var time = LocalTime.parse(clock.length() == 4 ? "0" + clock : clock);
            return date(column, parts.group(1))
                    .map(day -> day.atTime(time).atZone(JapaneseDates.ZONE).toInstant());
        } catch (DateTimeParseException _) {
            fault(column, "not-a-time", text);
            return Optional.empty();
        }
    }

    private void repaired(String column, String from, String to) {
        if (!from.equals(to)) {
            repairs.add(new Repair(at.file(), at.line(), column, from, to));
        }
    }
}
