package akashi.record;

import akashi.calendar.Ids;
import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.Head;
import akashi.document.RecordId;
import akashi.document.SearchKeys;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.document.Values;
import akashi.identity.PartialDate;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.State;
import akashi.organization.PersonId;
import akashi.organization.Unit;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import akashi.web.Patience;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes many documents at once: imports, samples, measurements. */
@Service
public class RecordLoader {
    private final LoadSql sql;
    private final RecordSql records;
    private final ConfirmationSql queue;
    private final DocumentCheck check;
    private final UsageLog usage;
    private final ObjectProvider<Arrivals> arrivals;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RecordLoader(
            LoadSql sql,
            RecordSql records,
            ConfirmationSql queue,
            DocumentCheck check,
            UsageLog usage,
            ObjectProvider<Arrivals> arrivals,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.records = records;
        this.queue = queue;
        this.check = check;
        this.usage = usage;
        this.arrivals = arrivals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who entered it; {@code person} is null for a named background job. */
    public record Author(@Nullable PersonId person, String staffNumber, String post) {}

    /**
     * A document to be taken over.
     *
     * @param values checked and canonical, as {@link #read} gives them
     * @param unit the 所属 that registers it
     * @param at since when it stands
     * @param ending null unless it has ended already
     * @param waits whether it still waits for a second person
     */
    public record Taken(
            OperationVersion version,
            DocumentType type,
            Values values,
            List<CautionNote> cautions,
            Unit unit,
            Author author,
            Instant at,
            String sourceForm,
            @Nullable String ending,
            boolean waits) {
        public Taken {
            cautions = List.copyOf(cautions);
        }
    }

    /** A document that was taken over. */
    public record Loaded(RecordId id, String number) {}

    /** What reading one document's inputs came to. */
    public sealed interface Read {
        /** Nothing is wrong. */
        record Fit(Values values) implements Read {}

        /** Everything that is wrong. */
        record Faulty(List<Fault> faults) implements Read {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Checks what a document says, exactly as a form is checked; writes nothing. */
    public Read read(DocumentType type, Map<String, List<String>> inputs) {
        return switch (check.entry(type, inputs)) {
            case DocumentCheck.Checked.Fit(Values values) -> new Read.Fit(values);
            case DocumentCheck.Checked.Faulty(List<Fault> faults) -> new Read.Faulty(faults);
        };
    }

    /** A document of which everything is made but its number. */
    public static final class Ready {
        private final DocumentStore.Series series;
        private final LoadSql.Line line;

        private Ready(DocumentStore.Series series, LoadSql.Line line) {
            this.series = series;
            this.line = line;
        }
    }

    /**
     * Makes keys, listing and texts of a document: the larger part of the work, without the database. Any thread may.
     */
    public Ready prepare(Taken taken) {
        return new Ready(DocumentStore.Series.of(taken.version(), taken.type(), taken.unit(), taken.at()), line(taken));
    }

    /** {@linkplain #prepare Prepares} all documents and takes them over. */
    public List<Loaded> load(List<Taken> documents, Use use) {
        return loadReady(documents.stream().map(this::prepare).toList(), use);
    }

    /**
     * Takes all documents over in one transaction together with one entry on the ledger, or none of them. Numbers
     * follow the order given; the result stands in the same order. Some thousand documents a call are a good measure.
     */
    public List<Loaded> loadReady(List<Ready> documents, Use use) {
        List<Loaded> loaded = transaction.execute(_ -> {
            Map<DocumentStore.Series, Deque<Long>> numbers = numbers(documents);
            List<LoadSql.Line> lines = new ArrayList<>(documents.size());
            for (Ready ready : documents) {
                DocumentStore.Series series = ready.series;
                long number = numbers.getOrDefault(series, new ArrayDeque<>()).removeFirst();
                lines.add(ready.line.numbered(series.form().number(series.unitCode(), series.fiscalYear(), number)));
            }
            sql.add(lines);
            lines.stream()
                    .filter(line -> line.head().standing() == Standing.WAITING)
                    .forEach(this::queued);
            List<Arrivals.Arrived> arrived = lines.stream()
                    .map(LoadSql.Line::head)
                    .filter(head -> head.standing() == Standing.COUNTED)
                    .map(head -> Arrivals.Arrived.of(head, true))
                    .toList();
            arrivals.forEach(told -> told.note(arrived));
            UseId _ = usage.record(use.stating("records", Integer.toString(lines.size())));
            return lines.stream()
                    .map(line -> new Loaded(line.head().id(), line.head().number()))
                    .toList();
        });
        return Objects.requireNonNull(loaded);
    }

    /**
     * How many documents this background job has taken over so far. Reads every step there is: a minute for ten
     * millions.
     */
    public int loadedBy(String job) {
        return Patience.longer(() -> sql.takenBy(job));
    }

    /** Whether any document answers to this key, for loaders that must not load twice; shown to nobody. */
    public boolean answers(SearchKey key) {
        return sql.answers(key);
    }

    /** The entry for a load by a background job. */
    public static Use byJob(String job) {
        return Use.of("IMPORT", Actor.system(job));
    }

    private void queued(LoadSql.Line line) {
        Head head = line.head();
        queue.add(
                head.id(),
                head.version(),
                head.operation(),
                head.unit(),
                Objects.requireNonNullElse(line.by(), new UUID(0, 0)),
                head.changedAt());
    }

    private Map<DocumentStore.Series, Deque<Long>> numbers(List<Ready> documents) {
        Map<DocumentStore.Series, Integer> wanted = new HashMap<>();
        documents.forEach(ready -> wanted.merge(ready.series, 1, Integer::sum));
        Map<DocumentStore.Series, Deque<Long>> numbers = new HashMap<>();
        wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Object::toString)))
                .forEach(entry -> {
                    DocumentStore.Series series = entry.getKey();
                    long first =
                            records.nextNumbers(series.name(), series.unit(), series.fiscalYear(), entry.getValue());
                    Deque<Long> range = new ArrayDeque<>(entry.getValue());
                    for (long number = first; number < first + entry.getValue(); number++) {
                        range.addLast(number);
                    }
                    numbers.put(series, range);
                });
        return numbers;
    }

    private LoadSql.Line line(Taken taken) {
        RecordId id = new RecordId(Ids.next(clock));
        Instant at = taken.at().truncatedTo(ChronoUnit.MICROS);
        boolean ended = taken.ending() != null;
        Standing standing = taken.waits() ? Standing.WAITING : ended ? Standing.ENDED : Standing.COUNTED;
        String state = state(taken);
        Body body = new Body(taken.values(), taken.cautions());
        SearchKeys found = new SearchKeys(taken.type(), taken.values());
        Head head = new Head(
                id,
                taken.version().code(),
                taken.type().code(),
                "",
                taken.unit().id(),
                standing,
                state,
                false,
                1,
                taken.waits() ? null : 1,
                at,
                found.subjects());
        PersonId person = taken.author().person();
        Step step = new Step(
                id,
                1,
                taken.waits() ? Step.Kind.REGISTER : Step.Kind.IMPORT,
                taken.version().hash(),
                standing,
                state,
                !taken.waits(),
                body,
                at,
                new Step.By(
                        person == null ? null : person.value(),
                        taken.author().staffNumber(),
                        taken.author().post(),
                        taken.unit().id()),
                "",
                taken.ending(),
                taken.sourceForm());
        boolean answers = standing == Standing.COUNTED;
        return LoadSql.Line.of(
                head,
                step,
                found.happened().map(PartialDate::from).orElse(null),
                RecordJson.listing(taken.type(), taken.values()),
                answers ? found.rows() : List.of(),
                answers ? RecordJson.summary(taken.type(), body, found.persons()) : null);
    }

    private static String state(Taken taken) {
        DocumentType type = taken.type();
        String ending = taken.ending();
        if (ending != null) {
            return type.ending(ending)
                    .orElseThrow(() -> new IllegalArgumentException("No ending " + ending))
                    .to();
        }
        String initial = type.life().initial();
        return taken.waits() ? initial : Next.stateOnConfirmation(type, initial);
    }

    /** Whether documents of this type begin as something only a second person makes count. */
    public static boolean beginsPending(DocumentType type) {
        return type.state(type.life().initial())
                .filter(state -> state.kind() == State.Kind.PENDING)
                .isPresent();
    }
}
