package akashi.record;

import akashi.access.Asker;
import akashi.identity.Normaliser;
import akashi.identity.PartialDate;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import akashi.usage.Disclosure;
import akashi.usage.RecordRef;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Service;

/** Finds documents and reads them. Whatever it finds comes withheld: only the usage log opens it. */
@Service
public class Records {
    /** A document can answer by several keys; beyond this many rows the question must be narrowed anyway. */
    private static final int ROWS = Lookup.CAP * 8;

    private final RecordSql records;
    private final RecordKeySql keys;
    private final Visibility visibility;
    private final Clock clock;

    Records(RecordSql records, RecordKeySql keys, Visibility visibility, Clock clock) {
        this.records = records;
        this.keys = keys;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * Searches the documents that count by keys: one statement on the covering key rows. Documents that are sealed from
     * the asker, about the asker's own person and not released by a second person, or out of reach of the asker's
     * right, are left out as if they did not exist: the entry counts and names exactly what the answer shows. Whether
     * the asker may ask at all has been decided before.
     *
     * @param reach whether the right that permits to ask an operation reaches a document of a unit
     */
    public Withheld<Hits> find(Lookup lookup, Asker asker, BiPredicate<OperationCode, UnitId> reach) {
        List<String> operations =
                lookup.operations().stream().map(OperationCode::value).toList();
        UUID person = asker.personId().value();
        Instant now = clock.instant();
        Instant asOf = lookup.asOf();
        List<RecordKeySql.Found> rows = rows(lookup, operations);
        List<RecordSummary> found = summaries(lookup.keys(), visibility.shown(rows, person)).stream()
                .filter(summary -> reach.test(summary.operation(), summary.unit()))
                .toList();
        boolean more = rows.size() == ROWS || found.size() > Lookup.CAP;
        List<RecordSummary> capped = found.subList(0, Math.min(found.size(), Lookup.CAP));
        Hits hits = new Hits(capped, more, asOf == null ? now : asOf, Normaliser.VERSION);
        return Withheld.of(hits, disclosure(capped));
    }

    /**
     * Reads what a document says, in a version that answers or answered. Empty, always alike, where there is none or
     * none for this asker. Whether the asker may see content has been decided before.
     */
    public Withheld<Optional<RecordContent>> content(RecordId id, AsOf asOf, Asker asker) {
        Optional<RecordContent> content = records.head(id)
                .filter(head -> visibility.shown(head, asker))
                .flatMap(head -> step(head, asOf).map(step -> content(head, step)));
        return withheld(content);
    }

    /**
     * The unit a case belongs to, for decisions: case references are business numbers of an operation held here. Never
     * shown to anybody.
     */
    public Optional<UnitId> caseUnit(OperationCode heldBy, String number) {
        return records.head(heldBy, number).map(Head::unit);
    }

    /** The id of the record with this business number; for {@link RecordNumbers} only. */
    Optional<RecordId> idOf(OperationCode operation, String number) {
        return records.head(operation, number).map(Head::id);
    }

    /** Withholds a content with the entry that must say which version was disclosed. */
    static Withheld<Optional<RecordContent>> withheld(Optional<RecordContent> content) {
        return Withheld.of(
                content,
                content.map(c -> Disclosure.of(
                                List.of(new RecordRef(c.id().value().toString(), c.version())),
                                RecordJson.body(new RecordJson.Body(c.values(), c.cautions()))
                                        .getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(Disclosure::nothing));
    }

    static RecordContent content(Head head, Step step) {
        return new RecordContent(
                head.id(),
                head.operation(),
                step.operationVersion(),
                head.documentType(),
                head.number(),
                head.unit(),
                step.standing(),
                step.state(),
                head.sealed(),
                step.version(),
                head.version(),
                step.counts(),
                step.at(),
                step.body().values(),
                step.body().cautions(),
                step.sourceForm(),
                step.ending());
    }

    private Optional<Step> step(Head head, AsOf asOf) {
        return switch (asOf) {
            case AsOf.Now() ->
                head.countedVersion() == null ? Optional.empty() : records.step(head.id(), head.countedVersion());
            case AsOf.At(Instant instant) -> records.stepAt(head.id(), instant, true);
            case AsOf.Version(int number) -> records.step(head.id(), number).filter(Step::counts);
        };
    }

    private List<RecordKeySql.Found> rows(Lookup lookup, List<String> operations) {
        Instant asOf = lookup.asOf();
        if (asOf != null) {
            return keys.at(asOf, lookup.keys(), operations, narrowing(lookup), ROWS);
        }
        return lookup.birth() == null && lookup.sex() == null
                ? keys.current(lookup.keys(), operations, ROWS)
                : keys.currentNarrowed(lookup.keys(), operations, narrowing(lookup), ROWS);
    }

    private static RecordKeySql.Narrowing narrowing(Lookup lookup) {
        PartialDate birth = lookup.birth();
        boolean known = birth != null && birth.year() != null;
        return new RecordKeySql.Narrowing(
                known && birth != null ? birth.from() : null, known && birth != null ? birth.to() : null, lookup.sex());
    }

    private static List<RecordSummary> summaries(List<SearchKey> asked, List<RecordKeySql.Found> shown) {
        Set<String> pairs = new HashSet<>();
        asked.forEach(key -> pairs.add(key.kind() + " " + key.value()));
        Map<RecordId, List<RecordKeySql.Found>> byRecord = new LinkedHashMap<>();
        for (RecordKeySql.Found row : shown) {
            if (pairs.contains(row.kind() + " " + row.value())) {
                byRecord.computeIfAbsent(row.record(), _ -> new ArrayList<>()).add(row);
            }
        }
        return byRecord.values().stream()
                .map(Records::summary)
                .sorted(Comparator.comparing((RecordSummary summary) ->
                                summary.matches().getFirst().grade())
                        .thenComparing(RecordSummary::since, Comparator.reverseOrder())
                        .thenComparing(summary -> summary.id().value()))
                .toList();
    }

    private static RecordSummary summary(List<RecordKeySql.Found> rows) {
        RecordKeySql.Found first = rows.getFirst();
        RecordJson.Summary summary = RecordJson.summary(first.summary());
        List<KeyMatch> matches = rows.stream()
                .map(row -> new KeyMatch(
                        row.kind(),
                        row.value(),
                        row.grade(),
                        row.rules().isEmpty() ? List.of() : List.of(row.rules().split(",", -1))))
                .sorted(Comparator.comparing(KeyMatch::grade))
                .toList();
        return new RecordSummary(
                first.record(),
                first.operation(),
                first.documentType(),
                first.number(),
                first.unit(),
                first.state(),
                first.version(),
                first.validFrom(),
                summary.fields(),
                summary.cautions(),
                summary.validUntil(),
                matches);
    }

    private static Disclosure disclosure(List<RecordSummary> found) {
        StringBuilder answer = new StringBuilder();
        List<RecordRef> refs = new ArrayList<>();
        for (RecordSummary summary : found) {
            refs.add(new RecordRef(summary.id().value().toString(), summary.version()));
            answer.append(summary.id().value())
                    .append('@')
                    .append(summary.version())
                    .append(RecordJson.body(new RecordJson.Body(summary.fields(), summary.cautions())))
                    .append('\n');
        }
        return Disclosure.of(refs, answer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
