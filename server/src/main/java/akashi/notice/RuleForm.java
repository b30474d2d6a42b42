package akashi.notice;

import akashi.notice.Rule.Paper;
import akashi.operation.OperationCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the browser sends of a rule: the document's data, a field for each section, and perhaps a whole text. */
record RuleForm(Map<String, String> values, List<String> faults) {
    private static final int LONGEST_NAME = 200;

    RuleForm {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    static RuleForm empty(String operation, LocalDate today) {
        return new RuleForm(
                Map.of(
                        "operation",
                        operation,
                        "dated",
                        today.toString(),
                        "from",
                        today.plusMonths(1).withDayOfMonth(1).toString(),
                        "kept",
                        fiscalEnd(today, 5).toString(),
                        "until",
                        fiscalEnd(today, 5).toString()),
                List.of());
    }

    static RuleForm of(Rule rule, RuleText text) {
        var values = new HashMap<String, String>();
        var paper = rule.paper();
        values.put("operation", rule.operation().value());
        values.put("number", paper.number());
        values.put("title", paper.title());
        values.put("dated", paper.dated().toString());
        values.put("kept", paper.keptUntil().toString());
        values.put("from", paper.from().toString());
        values.put("until", paper.until() == null ? "" : paper.until().toString());
        values.put("strict", paper.strict() ? "on" : "");
        Section.all().forEach(section -> values.put("s-" + section.code(), text.of(section)));
        return new RuleForm(values, List.of());
    }

    /** The next edition of a rule: its text, and everything else anew. */
    static RuleForm next(Rule rule, RuleText text, LocalDate today) {
        var values = new HashMap<>(of(rule, text).values());
        values.putAll(empty(rule.operation().value(), today).values());
        values.put("number", "");
        return new RuleForm(values, List.of());
    }

    /** The end of the fiscal year this many years after that of the day, when papers are usually let go. */
    private static LocalDate fiscalEnd(LocalDate day, int years) {
        int year = day.getMonthValue() >= 4 ? day.getYear() + 1 : day.getYear();
        return LocalDate.of(year + years, 3, 31);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    String section(Section section) {
        return value("s-" + section.code());
    }

    RuleForm wrong(List<String> keys) {
        return new RuleForm(values, keys);
    }

    /** The form with the sections of a whole text in place; keeps what the text does not speak of. */
    RuleForm filled(RuleText text) {
        var all = new HashMap<>(values);
        text.sections().forEach((code, said) -> all.put("s-" + code, said));
        return new RuleForm(all, faults);
    }

    /** What was meant, or message keys of everything that is wrong. */
    sealed interface Read {
        record Good(OperationCode operation, Paper paper, RuleText text) implements Read {}

        record Bad(List<String> keys) implements Read {
            public Bad {
                keys = List.copyOf(keys);
            }
        }
    }

    Read read() {
        var faults = new ArrayList<String>();
        var number = name("number", faults);
        var title = name("title", faults);
        var dated = day("dated", faults);
        var kept = day("kept", faults);
        var from = day("from", faults);
        var until = value("until").isBlank() ? null : day("until", faults);
        if (dated != null && from != null && from.isBefore(dated)) {
            faults.add("notice.rule.wrong.from-before");
        }
        if (dated != null && kept != null && kept.isBefore(dated)) {
            faults.add("notice.rule.wrong.kept-before");
        }
        if (from != null && until != null && until.isBefore(from)) {
            faults.add("notice.rule.wrong.until-before");
        }
        if (!OperationCode.fits(value("operation"))) {
            faults.add("notice.rule.wrong.operation");
        }
        var sections = new HashMap<String, String>();
        for (var section : Section.all()) {
            var said = section(section).strip().replace("\r", "");
            if (said.length() > RuleText.LONGEST || !plain(said)) {
                faults.add("notice.rule.wrong.section");
            }
            sections.put(section.code(), said);
        }
        if (!faults.isEmpty() || dated == null || kept == null || from == null) {
            return new Read.Bad(faults.stream().distinct().toList());
        }
        return new Read.Good(
                new OperationCode(value("operation")),
                new Paper(
                        number,
                        title,
                        dated,
                        kept,
                        from,
                        until,
                        !value("strict").isEmpty()),
                new RuleText(sections));
    }

    private String name(String field, List<String> faults) {
        var said = value(field).strip();
        if (said.length() < 2 || said.length() > LONGEST_NAME || !plain(said)) {
            faults.add("notice.rule.wrong." + field);
        }
        return said;
    }

    private @Nullable LocalDate day(String field, List<String> faults) {
        try {
            var day = LocalDate.parse(value(field).strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // told below, like a day out of range
        }
        faults.add("notice.rule.wrong." + field);
        return null;
    }

    private static boolean plain(String text) {
        return text.indexOf(0) < 0;
    }
}
