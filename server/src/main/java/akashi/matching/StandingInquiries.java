package akashi.matching;

import akashi.calendar.JapaneseDates;
import akashi.document.RecordedPerson;
import akashi.identity.KeyKind;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.record.Comparables;
import akashi.record.Comparables.Counting;
import akashi.usage.ActTail;
import akashi.usage.Actor;
import akashi.usage.PastUse;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets answered inquiries stand as long as the definition of an operation says. They are taken from the usage log
 * itself, behind the place reached before: asking costs nothing more than it did, and what a crash interrupts is read
 * again. Only the keys are kept; they are erased when the inquiry ends, and used no more once the entry's own private
 * part is gone.
 */
@Component
class StandingInquiries {
    /** The act under which questions stand on the log. */
    private static final String QUESTION = "EXISTENCE";

    /** The act under which taking them stands there. */
    private static final String TAKE = "MATCH_STANDING";

    private static final int PAGE = 1000;

    /** How long the logs are read in one go. */
    private static final Duration WHILE = Duration.ofSeconds(1);

    private static final Pattern DATE = Pattern.compile("[0-9?]{4}-[0-9?]{2}-[0-9?]{2}");
    private static final Set<KeyKind> GATHERING = Set.of(KeyKind.PLATE_NUMBER, KeyKind.NAME_PART, KeyKind.NAME_NEAR);
    private static final Set<String> SEXES = Set.of("male", "female");

    private final ActTail tail;
    private final StandingSql sql;
    private final HitSql hits;
    private final Relations relations;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StandingInquiries(
            ActTail tail,
            StandingSql sql,
            HitSql hits,
            Relations relations,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.tail = tail;
        this.sql = sql;
        this.hits = hits;
        this.relations = relations;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads every log to its present end, so that whatever was answered by now stands. Gives way after a while, so that
     * asking stays fast while very much is asked; false where the end is not reached.
     */
    boolean follow() {
        var longest = relations.longestStanding();
        if (longest == null) {
            return true;
        }
        long began = System.nanoTime();
        var since = minus(clock.instant(), longest);
        for (var end : tail.ends()) {
            long through = sql.through(end.log()).orElse(-1L);
            while (through < end.last()) {
                if (System.nanoTime() - began > WHILE.toNanos()) {
                    return false;
                }
                through = page(end, through, since);
            }
        }
        return true;
    }

    private long page(ActTail.End end, long after, Instant since) {
        var page = tail.behind(end, after, QUESTION, since, PAGE);
        List<PastUse> uses = page.count() == 0
                ? List.of()
                : usage.release(
                                Use.of(TAKE, Actor.system(CounterpartMatch.JOB))
                                        .stating("log", Integer.toString(end.log()))
                                        .stating("through", Long.toString(page.through())),
                                page.uses())
                        .value();
        var standing = uses.stream().flatMap(use -> standing(use).stream()).toList();
        transaction.executeWithoutResult(_ -> {
            if (!standing.isEmpty()) {
                sql.add(standing);
            }
            sql.through(end.log(), page.through());
        });
        return page.through();
    }

    private Optional<StandingSql.Asked> standing(PastUse use) {
        var particulars = use.particulars();
        var digests = particulars == null
                ? List.<Long>of()
                : particulars.keys().stream()
                        .flatMap(StandingInquiries::digest)
                        .distinct()
                        .toList();
        if (particulars == null || digests.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var asked = use.proved().at();
        var operations = new ArrayList<String>();
        Instant until = asked;
        for (var consulted : use.authority().operations()) {
            var ruling = consulted.ruling();
            Period standing = relations.standing(new OperationCode(consulted.operation()));
            if (standing != null && (ruling == null || ruling.permitted())) {
                operations.add(consulted.operation());
                var end = plus(asked, standing);
                until = end.isAfter(until) ? end : until;
            }
        }
        if (operations.isEmpty() || !until.isAfter(now)) {
            return Optional.empty();
        }
        var requester = use.grounds().requester();
        var by = requester == null ? use.actor() : requester;
        return Optional.of(new StandingSql.Asked(
                new StandingSql.Standing(
                        use.proved().log(),
                        use.proved().index(),
                        asked,
                        until,
                        operations,
                        by.unit(),
                        by.staffNumber(),
                        said(particulars.keys(), DATE.asMatchPredicate()),
                        said(particulars.keys(), SEXES::contains),
                        known(use.seen().records())),
                digests));
    }

    /** What of a person was said beside the name, as the entry keeps it: its parts stand apart by strokes. */
    private static @Nullable String said(List<Use.Key> keys, Predicate<String> part) {
        return keys.stream()
                .filter(key -> key.kind().startsWith("NAME_"))
                .flatMap(key -> Stream.of(key.typed().split(" / ", -1)).skip(1))
                .filter(part)
                .findFirst()
                .orElse(null);
    }

    /**
     * What stands in an entry beside search keys is no key; and keys that gather candidates, such as half a plate or
     * one part of a name, name so many that they do not stand.
     */
    private static Stream<Long> digest(Use.Key key) {
        return Stream.of(KeyKind.values())
                .filter(kind -> !GATHERING.contains(kind)
                        && kind.name().equals(key.kind())
                        && !key.normalised().isBlank()
                        && key.normalised().length() <= SearchKey.MAX_LENGTH)
                .map(kind -> Comparables.digest(new SearchKey(kind, key.normalised(), List.of())));
    }

    private static List<UUID> known(List<RecordRef> records) {
        return records.stream().flatMap(ref -> id(ref).stream()).toList();
    }

    /**
     * What an entry names is the id of a record; one of another form is none that could arrive, and holds up no other.
     */
    private static Optional<UUID> id(RecordRef ref) {
        try {
            return Optional.of(UUID.fromString(ref.id()));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** Tells the units of inquiries that asked for what now answers; gives how many were told. */
    int match(List<Counting> arrived) {
        int told = 0;
        for (var one : arrived) {
            var content = one.content();
            var standing = relations.standing(content.operation());
            if (standing == null || one.answers().isEmpty()) {
                continue;
            }
            var now = clock.instant();
            var asking = sql
                    .asking(content.operation(), one.answers(), content.id().value(), now)
                    .stream()
                    .filter(met -> plus(met.standing().askedAt(), standing).isAfter(now))
                    .filter(met -> fits(met, one.persons()))
                    .map(StandingSql.Met::standing)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (var inquiry : asking) {
                told += tell(inquiry, one, now) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(StandingSql.Standing inquiry, Counting arrived, Instant now) {
        if (!tail.kept(inquiry.log(), inquiry.entry())) {
            sql.erase(inquiry.log(), inquiry.entry());
            return false;
        }
        return hits.add(inquiry, arrived.content(), now);
    }

    /** As the inquiry itself would have found it: a person by whose name it met must not contradict what was said. */
    private static boolean fits(StandingSql.Met met, List<RecordedPerson> persons) {
        var named = persons.stream()
                .filter(person -> Normaliser.keys(person.name()).stream()
                        .anyMatch(key -> Comparables.digest(key) == met.digest()))
                .toList();
        return named.isEmpty() || named.stream().anyMatch(person -> fits(met.standing(), person));
    }

    private static boolean fits(StandingSql.Standing asked, RecordedPerson person) {
        var sex = person.sex();
        var born = person.birth();
        return (asked.sex() == null || sex == null || sex.equals(asked.sex()))
                && (asked.birth() == null || born == null || overlaps(asked.birth(), born));
    }

    private static boolean overlaps(String asked, PartialDate born) {
        return switch (PartialDate.parse(asked)) {
            case Parsed.Good<PartialDate>(PartialDate birth) -> birth.overlaps(born);
            case Parsed.Bad<PartialDate> _ -> true;
        };
    }

    /** Erases what no longer stands. */
    int erase() {
        return sql.erase(clock.instant());
    }

    private static Instant plus(Instant at, Period period) {
        return at.atZone(JapaneseDates.ZONE).plus(period).toInstant();
    }

    private static Instant minus(Instant at, Period period) {
        return at.atZone(JapaneseDates.ZONE).minus(period).toInstant();
    }
}
