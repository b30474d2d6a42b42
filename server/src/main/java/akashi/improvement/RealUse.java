package akashi.improvement;

import akashi.calendar.JapaneseDates;
import akashi.improvement.CountSql.Used;
import akashi.improvement.FigureSql.Figure;
import akashi.operation.Act;
import akashi.operation.Definition;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.question.Kind;
import akashi.web.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures of an operation together from counts, times and what the managing section stated. */
@Component
class RealUse {
    /** Days without a use after which a function is said to be unused. */
    static final int UNUSED = 90;

    private static final Set<String> ASKING = Set.of("EXISTENCE", "PARTIAL");

    /**
     * Fewer uses than this of one 所属 are not told apart to whoever may not read its inquiry book: they are one
     * person's.
     */
    static final int FEW = 5;

    /** Acts of the work that are no acts of a right. */
    private static final Set<String> BESIDE =
            Set.of("CHOICE", "RESULT", "HIT_CONFIRMATION_ASK", "HIT_CONFIRMATION_REPLY", "BATCH_REQUEST");

    private static final int UNITS = 12;

    private final CountSql counts;
    private final TimingSql timings;
    private final FigureSql stated;
    private final Organization organization;
    private final Messages messages;
    private final Clock clock;

    RealUse(
            CountSql counts,
            TimingSql timings,
            FigureSql stated,
            Organization organization,
            Messages messages,
            Clock clock) {
        this.counts = counts;
        this.timings = timings;
        this.stated = stated;
        this.organization = organization;
        this.messages = messages;
        this.clock = clock;
    }

    LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }

    /** @param mayRead whether the viewer may read the inquiry book of the unit with this code */
    Figures of(OperationVersion version, Period period, Locale language, Predicate<String> mayRead) {
        var code = version.code().value();
        var used = counts.used(code, period.from(), period.to());
        Predicate<Used> asking = one -> ASKING.contains(one.act());
        Predicate<Used> refused = one -> one.outcome().equals("REFUSED");
        long asked = sum(used, asking.and(refused.negate()));
        var figures = stated.of(code);
        var minutes = latest(figures, "MINUTES", period.to());
        var forecast = latest(figures, "FORECAST", period.to());
        return new Figures(
                asked,
                sum(used, asking.and(refused)),
                sum(used, asking.and(one -> one.outcome().equals("HIT"))),
                sum(used, act("CONTENT").and(refused.negate())),
                sum(used, act("HIT_CONFIRMATION_ASK")),
                sum(used, act("HIT_CONFIRMATION_REPLY").and(one -> one.outcome().equals("VALID"))),
                sum(used, act("RESULT")),
                minutes,
                forecast,
                minutes == null ? null : Long.valueOf(saved(used, figures)),
                forecast == null ? null : Long.valueOf(Math.round(period.ofMonthly(forecast.value()))),
                charts(version, used, period, language, mayRead),
                unused(version.definition(), code, language),
                counts.unreadable());
    }

    private static Predicate<Used> act(String act) {
        return one -> one.act().equals(act);
    }

    private static long sum(List<Used> used, Predicate<Used> which) {
        return used.stream().filter(which).mapToLong(Used::uses).sum();
    }

    private static @Nullable Figure latest(List<Figure> figures, String kind, LocalDate day) {
        return figures.stream()
                .filter(figure -> figure.kind().equals(kind) && !figure.since().isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /** Minutes saved: each inquiry by what was stated for its day. */
    private static long saved(List<Used> used, List<Figure> figures) {
        return used.stream()
                .filter(one -> ASKING.contains(one.act()) && !one.outcome().equals("REFUSED"))
                .mapToLong(one -> {
                    var minutes = latest(figures, "MINUTES", one.day());
                    return minutes == null ? 0 : one.uses() * minutes.value();
                })
                .sum();
    }

    private List<Chart> charts(
            OperationVersion version, List<Used> used, Period period, Locale language, Predicate<String> mayRead) {
        Predicate<Used> asking = one -> ASKING.contains(one.act());
        var inquiries = used.stream().filter(asking).toList();
        var permitted = inquiries.stream()
                .filter(one -> !one.outcome().equals("REFUSED"))
                .toList();
        return List.of(
                byDay(inquiries, period),
                byHour(permitted),
                across("unit", byUnit(permitted, language, mayRead), UNITS, language),
                across("purpose", byPurpose(permitted, version, language), UNITS, language),
                across("act", byAct(used.stream().filter(RealUse::own).toList(), language), UNITS, language),
                byTime(timings.within(version.code().value(), period.from(), period.to()), language));
    }

    private static Chart byDay(List<Used> inquiries, Period period) {
        var days = period.each();
        var series = List.of(
                new Chart.Series(
                        "improvement.series.asked",
                        daily(inquiries, days, one -> !one.outcome().equals("REFUSED"))),
                new Chart.Series(
                        "improvement.series.hit",
                        daily(inquiries, days, one -> one.outcome().equals("HIT"))),
                new Chart.Series(
                        "improvement.series.refused",
                        daily(inquiries, days, one -> one.outcome().equals("REFUSED"))));
        return new Chart("day", false, days.stream().map(LocalDate::toString).toList(), series);
    }

    private static List<Long> daily(List<Used> used, List<LocalDate> days, Predicate<Used> which) {
        var sums = used.stream()
                .filter(which)
                .collect(Collectors.groupingBy(Used::day, Collectors.summingLong(Used::uses)));
        return days.stream().map(day -> sums.getOrDefault(day, 0L)).toList();
    }

    private static Chart byHour(List<Used> used) {
        var sums = used.stream().collect(Collectors.groupingBy(Used::hour, Collectors.summingLong(Used::uses)));
        var hours = IntStream.range(0, 24).boxed().toList();
        return new Chart(
                "hour",
                false,
                hours.stream().map(hour -> hour + ":00").toList(),
                List.of(new Chart.Series(
                        "improvement.series.asked",
                        hours.stream().map(hour -> sums.getOrDefault(hour, 0L)).toList())));
    }

    /**
     * By 所属: a box or a desk with one officer is not shown apart, nor are units with few uses; a unit that would stand
     * alone among those is joined by the next.
     */
    private Map<String, Long> byUnit(List<Used> used, Locale language, Predicate<String> mayRead) {
        var roster = organization.roster();
        var sums = grouped(
                used,
                one -> roster.unitByCode(one.unit())
                        .map((Unit unit) ->
                                roster.command(unit.id()).orElse(unit).code())
                        .orElse(""));
        var hidden = sums.entrySet().stream()
                .filter(entry -> !mayRead.test(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .toList();
        long few = hidden.stream().filter(entry -> entry.getValue() < FEW).count();
        var together = hidden.subList(0, (int) Math.min(hidden.size(), few == 1 ? 2 : few));
        var shown = new HashMap<String, Long>();
        sums.forEach((code, uses) -> {
            if (together.stream().noneMatch(entry -> entry.getKey().equals(code))) {
                var name = roster.unitByCode(code)
                        .map(unit -> unit.name(language))
                        .orElse(messages.text(language, "improvement.unit.gone"));
                shown.merge(name, uses, Long::sum);
            }
        });
        if (!together.isEmpty()) {
            long sum = together.stream().mapToLong(Map.Entry::getValue).sum();
            shown.put(
                    messages.text(language, "improvement.unit.few", together.size(), FEW), sum < FEW ? Chart.FEW : sum);
        }
        return shown;
    }

    private static Map<String, Long> byPurpose(List<Used> used, OperationVersion version, Locale language) {
        return grouped(
                used,
                one -> version.definition()
                        .purpose(one.purpose())
                        .map(purpose -> purpose.label().in(language.getLanguage()))
                        .orElse(one.purpose().isEmpty() ? "–" : one.purpose()));
    }

    /** Whether it is work in the operation, not looking after its definition or figures. */
    private static boolean own(Used one) {
        return BESIDE.contains(one.act())
                || Arrays.stream(Act.values()).anyMatch(act -> act.name().equals(one.act()));
    }

    private Map<String, Long> byAct(List<Used> used, Locale language) {
        return grouped(used, one -> {
            var key = one.act().equals(Act.PARTIAL.name()) ? "access.act.PARTIAL" : "usage.act." + one.act();
            return messages.has(language, key) ? messages.text(language, key) : one.act();
        });
    }

    private static Map<String, Long> grouped(List<Used> used, Function<Used, String> by) {
        return used.stream().collect(Collectors.groupingBy(by, Collectors.summingLong(Used::uses)));
    }

    /** The most used first; what is beyond the bars is one bar. */
    private Chart across(String name, Map<String, Long> sums, int most, Locale language) {
        var sorted = sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        var labels = new ArrayList<String>();
        var values = new ArrayList<Long>();
        for (var entry : sorted.subList(0, Math.min(most, sorted.size()))) {
            labels.add(entry.getKey());
            values.add(entry.getValue());
        }
        long rest = sorted.stream().skip(most).mapToLong(Map.Entry::getValue).sum();
        if (rest > 0) {
            labels.add(messages.text(language, "improvement.others", sorted.size() - most));
            values.add(rest);
        }
        return new Chart(name, true, labels, List.of(new Chart.Series("improvement.series.uses", values)));
    }

    private Chart byTime(Map<Integer, Long> buckets, Locale language) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Long>();
        for (var i = 0; i <= Timings.BOUNDS.size(); i++) {
            labels.add(
                    i < Timings.BOUNDS.size()
                            ? messages.text(language, "improvement.below", Timings.BOUNDS.get(i))
                            : messages.text(language, "improvement.above", Timings.BOUNDS.getLast()));
            values.add(buckets.getOrDefault(i, 0L));
        }
        return new Chart("time", true, labels, List.of(new Chart.Series("improvement.series.answers", values)));
    }

    /** Acts, purposes and kinds of question that the definition offers and nobody used for long. */
    private List<Figures.Unused> unused(Definition definition, String code, Locale language) {
        var used = counts.used(code, today().minusDays(UNUSED), today()).stream()
                .filter(one -> !one.outcome().equals("REFUSED"))
                .toList();
        var seen = new HashMap<String, Set<String>>();
        seen.put("ACT", used.stream().map(Used::act).collect(Collectors.toSet()));
        seen.put("PURPOSE", used.stream().map(Used::purpose).collect(Collectors.toSet()));
        seen.put("KIND", used.stream().map(Used::kind).collect(Collectors.toSet()));
        var unused = new ArrayList<Figures.Unused>();
        definition.usage().eligibility().stream()
                .map(row -> row.act())
                .distinct()
                .sorted(Comparator.comparing(Act::name))
                .filter(act ->
                        !seen.getOrDefault("ACT", Set.of()).contains(act == Act.BATCH ? "BATCH_REQUEST" : act.name()))
                .forEach(act -> unused.add(new Figures.Unused("ACT", messages.text(language, "access.act." + act))));
        definition.usage().purposes().stream()
                .filter(purpose -> !seen.getOrDefault("PURPOSE", Set.of()).contains(purpose.code()))
                .forEach(purpose ->
                        unused.add(new Figures.Unused("PURPOSE", purpose.label().in(language.getLanguage()))));
        Arrays.stream(Kind.values())
                .filter(kind -> kind.keys().stream().anyMatch(definition.keyKinds()::contains))
                .filter(kind -> !seen.getOrDefault("KIND", Set.of()).contains(kind.word()))
                .forEach(kind ->
                        unused.add(new Figures.Unused("KIND", messages.text(language, "inquiry.kind." + kind.word()))));
        return unused;
    }
}
