package akashi.operation;

import static akashi.operation.Difference.Kind.BASIS;
import static akashi.operation.Difference.Kind.CAUTION_ADDED;
import static akashi.operation.Difference.Kind.CAUTION_CHANGED;
import static akashi.operation.Difference.Kind.CAUTION_REMOVED;
import static akashi.operation.Difference.Kind.DOCUMENT_ADDED;
import static akashi.operation.Difference.Kind.DOCUMENT_REMOVED;
import static akashi.operation.Difference.Kind.HIT;
import static akashi.operation.Difference.Kind.HOURS;
import static akashi.operation.Difference.Kind.NAME;
import static akashi.operation.Difference.Kind.OTHER;
import static akashi.operation.Difference.Kind.OUTAGE;
import static akashi.operation.Difference.Kind.OWNER;
import static akashi.operation.Difference.Kind.PURPOSE_ADDED;
import static akashi.operation.Difference.Kind.PURPOSE_LOOSER;
import static akashi.operation.Difference.Kind.PURPOSE_REMOVED;
import static akashi.operation.Difference.Kind.PURPOSE_STRICTER;
import static akashi.operation.Difference.Kind.REGISTERS;
import static akashi.operation.Difference.Kind.RIGHT_ADDED;
import static akashi.operation.Difference.Kind.RIGHT_NARROWER;
import static akashi.operation.Difference.Kind.RIGHT_REMOVED;
import static akashi.operation.Difference.Kind.RIGHT_WIDER;
import static akashi.operation.Difference.Kind.SECTION;
import static akashi.operation.Difference.Kind.SINCE;
import static akashi.operation.Difference.Kind.SOURCES;
import static akashi.operation.Difference.Kind.STANDING_LONGER;
import static akashi.operation.Difference.Kind.STANDING_SHORTER;
import static akashi.operation.Difference.Kind.SUMMARY;
import static akashi.operation.Difference.Weight.NEITHER;
import static akashi.operation.Difference.Weight.NEW_LINK;
import static akashi.operation.Difference.Weight.PERSONAL_ITEM;
import static akashi.operation.Difference.Weight.WIDER_RIGHT;

import akashi.definition.Label;
import akashi.definition.Scope;
import akashi.organization.PostClass;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of an operation compared, in the order of the definition. Documents are compared by
 * {@link DocumentComparison}. Whatever differs is said: where no rule knows a word for it, that something else differs.
 */
public record Comparison(List<Difference> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Everything in which a draft differs from a version; from null, everything it brings. */
    public static Comparison of(@Nullable OperationVersion before, Draft after) {
        var found = new Found();
        var old = before == null ? null : before.definition();
        if (old != null) {
            plain(found, old, after.definition());
        }
        usage(found, old, after.definition());
        each(
                old == null ? List.of() : old.documents(),
                after.definition().documents(),
                DocumentType::code,
                document -> found.add(DOCUMENT_ADDED, PERSONAL_ITEM, true, document.name()),
                document -> found.add(DOCUMENT_REMOVED, NEITHER, true, document.name()),
                (a, b) -> DocumentComparison.run(found, a, b));
        if (before != null && !before.hash().equals(after.hash()) && found.differences.isEmpty()) {
            found.add(OTHER, NEITHER, true);
        }
        return new Comparison(found.differences);
    }

    /** The differences of a weight. */
    public List<Difference> of(Difference.Weight weight) {
        return differences.stream()
                .filter(difference -> difference.weight() == weight)
                .toList();
    }

    /** Whether nothing that the implementation rule lays down is touched. */
    public boolean leavesRule() {
        return differences.stream().noneMatch(Difference::rule);
    }

    /** Collects differences. */
    static final class Found {
        private final List<Difference> differences = new ArrayList<>();

        void add(Difference.Kind kind, Difference.Weight weight, boolean rule, Object... said) {
            differences.add(new Difference(kind, weight, rule, List.of(said)));
        }

        /** Says so where two values differ. */
        void unlike(
                @Nullable Object one,
                @Nullable Object other,
                Difference.Kind kind,
                Difference.Weight weight,
                boolean rule,
                Object... said) {
            if (!Objects.equals(one, other)) {
                add(kind, weight, rule, said);
            }
        }
    }

    /** What is done with two elements of the same name. */
    interface Both<T> {
        void compare(T before, T after);
    }

    /** What is done with one element. */
    interface One<T> {
        void say(T element);
    }

    /** Pairs the elements of two lists by name. */
    static <T> void each(
            List<T> before, List<T> after, Function<T, Object> name, One<T> added, One<T> removed, Both<T> both) {
        for (T element : after) {
            find(before, name, name.apply(element))
                    .ifPresentOrElse(old -> both.compare(old, element), () -> added.say(element));
        }
        for (T element : before) {
            if (find(after, name, name.apply(element)).isEmpty()) {
                removed.say(element);
            }
        }
    }

    private static <T> Optional<T> find(List<T> elements, Function<T, Object> name, Object wanted) {
        return elements.stream()
                .filter(element -> name.apply(element).equals(wanted))
                .findFirst();
    }

    private static void plain(Found found, Definition before, Definition after) {
        found.unlike(before.name(), after.name(), NAME, NEITHER, true, before.name(), after.name());
        found.unlike(before.summary(), after.summary(), SUMMARY, NEITHER, false);
        var old = before.management();
        var now = after.management();
        found.unlike(old.basis(), now.basis(), BASIS, NEITHER, true);
        found.unlike(old.sources(), now.sources(), SOURCES, NEITHER, false);
        found.unlike(old.owner(), now.owner(), OWNER, NEW_LINK, true);
        found.unlike(old.section(), now.section(), SECTION, NEITHER, true, old.section(), now.section());
        found.unlike(old.since(), now.since(), SINCE, NEITHER, false);
        var service = before.service();
        var served = after.service();
        found.unlike(service.hours(), served.hours(), HOURS, NEITHER, true, hours(service), hours(served));
        found.unlike(service.outage(), served.outage(), OUTAGE, NEITHER, true);
        found.unlike(
                service.hit(),
                served.hit(),
                HIT,
                NEITHER,
                true,
                service.hit().urgent(),
                served.hit().urgent(),
                service.hit().ordinary(),
                served.hit().ordinary());
        standing(found, service.standing(), served.standing());
    }

    private static void standing(Found found, @Nullable Period before, @Nullable Period after) {
        long old = days(before);
        long now = days(after);
        if (now > old) {
            found.add(STANDING_LONGER, WIDER_RIGHT, true, shown(before), shown(after));
        } else if (now < old) {
            found.add(STANDING_SHORTER, NEITHER, true, shown(before), shown(after));
        }
    }

    private static void usage(Found found, @Nullable Definition before, Definition after) {
        each(
                before == null ? List.of() : before.usage().purposes(),
                after.usage().purposes(),
                Purpose::code,
                purpose -> found.add(PURPOSE_ADDED, WIDER_RIGHT, true, purpose.label()),
                purpose -> found.add(PURPOSE_REMOVED, NEITHER, true, purpose.label()),
                (a, b) -> purpose(found, a, b));
        each(
                before == null ? List.of() : before.usage().cautions(),
                after.usage().cautions(),
                Caution::code,
                caution -> found.add(CAUTION_ADDED, PERSONAL_ITEM, true, caution.label()),
                caution -> found.add(CAUTION_REMOVED, NEITHER, true, caution.label()),
                (a, b) -> found.unlike(a, b, CAUTION_CHANGED, NEITHER, true, b.label()));
        for (Act act : Act.values()) {
            for (PostClass post : PostClass.values()) {
                right(
                        found,
                        act,
                        post,
                        before == null ? Optional.empty() : before.eligible(act, post),
                        after.eligible(act, post));
            }
        }
    }

    private static void purpose(Found found, Purpose before, Purpose after) {
        int looser = after.need().compareTo(before.need());
        if (looser != 0) {
            found.add(
                    looser < 0 ? PURPOSE_LOOSER : PURPOSE_STRICTER,
                    looser < 0 ? WIDER_RIGHT : NEITHER,
                    true,
                    after.label());
        }
        boolean more = !codes(before).containsAll(codes(after));
        found.unlike(codes(before), codes(after), REGISTERS, more ? WIDER_RIGHT : NEITHER, true, after.label());
    }

    private static List<String> codes(Purpose purpose) {
        return purpose.registers().stream().map(CaseRegister::code).sorted().toList();
    }

    private static void right(Found found, Act act, PostClass post, Optional<Scope> before, Optional<Scope> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty()) {
            found.add(RIGHT_ADDED, WIDER_RIGHT, true, post, act, after.orElseThrow());
        } else if (after.isEmpty()) {
            found.add(RIGHT_REMOVED, NEITHER, true, post, act, before.get());
        } else if (after.get().compareTo(before.get()) > 0) {
            found.add(RIGHT_WIDER, WIDER_RIGHT, true, post, act, before.get(), after.get());
        } else {
            found.add(RIGHT_NARROWER, NEITHER, true, post, act, before.get(), after.get());
        }
    }

    private static Object hours(Definition.Service service) {
        var hours = service.hours();
        return hours.always() ? new Label("24時間", "24 hours") : hours.from() + "–" + hours.to();
    }

    private static Object shown(@Nullable Period period) {
        return period == null ? new Label("なし", "none") : period;
    }

    /** How long a period is, for comparing; a month counts 30 days, a year 365. */
    static long days(@Nullable Period period) {
        return period == null ? 0 : period.getYears() * 365L + period.getMonths() * 30L + period.getDays();
    }
}
