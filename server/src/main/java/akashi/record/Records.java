package akashi.record;

import akashi.access.Asker;
import akashi.document.Body;
import akashi.document.Head;
import akashi.document.KeyDigest;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.document.RecordSummary;
import akashi.document.Step;
import akashi.identity.Normaliser;
import akashi.identity.PartialDate;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import akashi.usage.Disclosure;
import akashi.usage.RecordRef;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds documents and reads them. Whatever it finds comes withheld: only the usage log opens it. */
@Service
public class Records {
    /** Beyond this many candidates the question must be narrowed anyway. */
    private static final int CANDIDATES = Lookup.CAP * 8;

    private final RecordSql records;
    private final RecordKeySql keys;
    private final KeyRebuild rebuild;
    private final Candidates candidates;
    private final Visibility visibility;
    private final Clock clock;

    Records(
            RecordSql records,
            RecordKeySql keys,
            KeyRebuild rebuild,
            Candidates candidates,
            Visibility visibility,
            Clock clock) {
        this.records = records;
        this.keys = keys;
        this.rebuild = rebuild;
        this.candidates = candidates;
        this.visibility = visibility;
        this.clock = clock;
    }

    /**
     * Searches the documents that count by keys: one statement. Documents that are sealed from the asker, about the
     * asker's own person and not released by a second person, or out of reach of the asker's right, are left out as if
     * they did not exist: the entry counts and names exactly what the answer shows. Too broad a question finds nothing
     * but that it is too broad. Whether the asker may ask at all has been decided before.
     *
     * @param reach whether the right that permits to ask an operation reaches a document of a unit
     */
    public Withheld<Hits> find(Lookup lookup, Asker asker, BiPredicate<OperationCode, UnitId> reach) {
        UUID person = asker.personId().value();
        Instant now = clock.instant();
        Instant asOf = lookup.asOf();
        List<RecordKeySql.Found> rows = rows(lookup);
        List<RecordSummary> found = candidates.compared(lookup, visibility.shown(rows, person)).stream()
                .filter(summary -> reach.test(summary.operation(), summary.unit()))
                .toList();
        Set<OperationCode> tooBroad = rows.size() > CANDIDATES ? lookup.operations() : tooMany(found);
        List<RecordSummary> answer = found.stream()
                .filter(summary -> !tooBroad.contains(summary.operation()))
                .toList();
        return Withheld.of(
                new Hits(answer, tooBroad, asOf == null ? now : asOf, Normaliser.VERSION, rebuild.progress()),
                disclosure(answer));
    }

    /**
     * Reads what a document says, in a version that answers or answered. Empty, always alike, where there is none or
     * none for this asker. Whether the asker may see content has been decided before.
     */
    public Withheld<Optional<RecordContent>> content(RecordId id, AsOf asOf, Asker asker) {
        Optional<RecordContent> content = records.head(id)
                .filter(head -> visibility.shown(head, asker))
                .flatMap(head -> step(head, asOf).map(step -> RecordContent.of(head, step)));
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
                                RecordJson.body(new Body(c.values(), c.cautions()))
                                        .getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(Disclosure::nothing));
    }

    private Optional<Step> step(Head head, AsOf asOf) {
        return switch (asOf) {
            case AsOf.Now() ->
                head.countedVersion() == null ? Optional.empty() : records.step(head.id(), head.countedVersion());
            case AsOf.At(Instant instant) -> records.stepAt(head.id(), instant, true);
            case AsOf.Version(int number) -> records.step(head.id(), number).filter(Step::counts);
        };
    }

    private static Set<OperationCode> tooMany(List<RecordSummary> found) {
        Map<OperationCode, Long> counted =
                found.stream().collect(Collectors.groupingBy(RecordSummary::operation, Collectors.counting()));
        return counted.keySet().stream()
                .filter(operation -> counted.getOrDefault(operation, 0L) > Lookup.CAP)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<RecordKeySql.Found> rows(Lookup lookup) {
        Instant asOf = lookup.asOf();
        return asOf == null
                ? keys.current(lookup.keys(), lookup.operations(), narrowing(lookup), CANDIDATES + 1)
                : keys.at(asOf, lookup.keys(), lookup.operations(), narrowing(lookup), CANDIDATES + 1);
    }

    private static RecordKeySql.@Nullable Narrowing narrowing(Lookup lookup) {
        String colour = lookup.colour();
        if (colour != null) {
            int narrow = KeyDigest.colour(colour);
            return new RecordKeySql.Narrowing(narrow, narrow, null);
        }
        PartialDate birth = lookup.person() == null ? null : lookup.person().birth();
        if (birth == null || birth.year() == null) {
            return null;
        }
        return new RecordKeySql.Narrowing(
                (int) birth.from().toEpochDay(),
                (int) birth.to().toEpochDay(),
                birth.swapped()
                        .filter(PartialDate::complete)
                        .map(date -> (int) date.from().toEpochDay())
                        .orElse(null));
    }

    private static Disclosure disclosure(List<RecordSummary> found) {
        StringBuilder answer = new StringBuilder();
        List<RecordRef> refs = new ArrayList<>();
        for (RecordSummary summary : found) {
            refs.add(new RecordRef(summary.id().value().toString(), summary.version()));
            answer.append(summary.id().value())
                    .append('@')
                    .append(summary.version())
                    .append(RecordJson.body(new Body(summary.fields(), summary.cautions())))
                    .append('\n');
        }
        return Disclosure.of(refs, answer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
