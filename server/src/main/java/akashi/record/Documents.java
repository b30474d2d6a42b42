package akashi.record;

import akashi.access.Asker;
import akashi.document.Attachment;
import akashi.document.Body;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.RecordId;
import akashi.document.Sheet;
import akashi.document.Step;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.PersonId;
import akashi.organization.UnitId;
import akashi.usage.Disclosure;
import akashi.usage.RecordRef;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Documents for those who handle them: opened to decide about one and to make its next step, withheld for whoever is to
 * see one. What is hidden from the asker is not there. An {@link OpenDocument} and a {@link Step} are never shown; that
 * is why {@code reading} and {@code registration} alone may call this.
 */
@Service
public class Documents {
    private final RecordSql records;
    private final AttachmentSql files;
    private final ListingSql lists;
    private final ConfirmationSql queue;
    private final Operations operations;
    private final Visibility visibility;

    Documents(
            RecordSql records,
            AttachmentSql files,
            ListingSql lists,
            ConfirmationSql queue,
            Operations operations,
            Visibility visibility) {
        this.records = records;
        this.files = files;
        this.lists = lists;
        this.queue = queue;
        this.operations = operations;
        this.visibility = visibility;
    }

    /**
     * What a list is narrowed by.
     *
     * @param units null for every unit
     * @param from first day of the date the definition bounds lists by; null leaves it open, like {@code to}
     * @param filters texts by input, of the fields the definition narrows lists by
     * @param ended whether ended documents are listed too
     */
    public record Narrowed(
            String operation,
            String documentType,
            @Nullable List<UUID> units,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, String> filters,
            boolean ended) {
        public Narrowed {
            filters = Map.copyOf(filters);
        }
    }

    /** One document of a list, with what it says in the version that counts. */
    public record Row(Head head, Body body) {}

    /** A list, and whether there is more than it holds. */
    public record Excerpt(Withheld<List<Row>> rows, boolean more) {}

    /** An entry that waits for a second person; {@code correction} where something counts already. */
    public record Waiting(
            RecordId record,
            int version,
            OperationCode operation,
            String number,
            UnitId unit,
            UUID author,
            Instant submittedAt,
            boolean correction) {}

    /** The document with this id; empty, always alike, where there is none or none for this asker. */
    public Optional<OpenDocument> open(RecordId id, Asker asker) {
        return records.head(id).filter(head -> visibility.shown(head, asker)).map(this::opened);
    }

    /** The document with this business number; empty, always alike, where there is none or none for this asker. */
    public Optional<OpenDocument> open(OperationCode operation, String number, Asker asker) {
        return records.head(operation, number)
                .filter(head -> visibility.shown(head, asker))
                .map(this::opened);
    }

    /** The newest version. */
    public Withheld<Optional<Sheet>> newest(OpenDocument document) {
        return sheet(document, Optional.of(document.latest()));
    }

    /** What the system held at an instant, whether or not it counted. */
    public Withheld<Optional<Sheet>> heldAt(OpenDocument document, Instant at) {
        return sheet(document, records.stepAt(document.head().id(), at, false));
    }

    /** Every step, first one first. */
    public Withheld<Optional<List<Step>>> steps(OpenDocument document) {
        List<Step> steps = records.steps(document.head().id());
        return Withheld.of(Optional.of(steps), disclosure(document, steps));
    }

    /** One file, by its place in the list of files, from 1. */
    public Withheld<Optional<Attachment.Stored>> file(OpenDocument document, int place) {
        List<Attachment> all = files.of(document.head().id());
        Optional<Attachment.Stored> file = place < 1 || place > all.size()
                ? Optional.empty()
                : files.content(document.head().id(), all.get(place - 1).id());
        return Withheld.of(
                file,
                file.map(stored -> Disclosure.of(List.of(ref(document.latest())), stored.content()))
                        .orElseGet(Disclosure::nothing));
    }

    /** The version that counts, beside which a second person sees what waits; empty where none does yet. */
    public Optional<Step> counting(Head head) {
        return head.countedVersion() == null ? Optional.empty() : records.step(head.id(), head.countedVersion());
    }

    /** The definition a step was written under. */
    public OperationVersion writtenUnder(Step step) {
        return operations
                .version(step.operationVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "A version once used must stay readable: " + step.operationVersion()));
    }

    /** Whether the person entered anything of what waits to be confirmed. */
    public boolean wroteSinceItCounted(Head head, PersonId person) {
        int counted = head.countedVersion() == null ? 0 : head.countedVersion();
        return records.wroteSince(head.id(), counted, person.value());
    }

    /** At most {@code cap} documents, those that happened last first, without what is hidden from the asker. */
    public Excerpt list(Narrowed narrowed, Asker asker, int cap) {
        List<Row> rows = lists.rows(narrowed, asker.personId().value(), cap + 1);
        List<Row> capped = rows.subList(0, Math.min(cap, rows.size()));
        StringBuilder answer = new StringBuilder();
        List<RecordRef> refs = new ArrayList<>();
        for (Row row : capped) {
            refs.add(new RecordRef(
                    row.head().id().value().toString(),
                    row.head().countedVersion() == null ? 0 : row.head().countedVersion()));
            answer.append(row.head().number()).append('\n');
        }
        return new Excerpt(
                Withheld.of(capped, Disclosure.of(refs, answer.toString().getBytes(StandardCharsets.UTF_8))),
                rows.size() > cap);
    }

    /** What waits for a second person in these units and operations, oldest first; nothing of what was entered. */
    public List<Waiting> waiting(List<UUID> units, List<String> operations, int limit) {
        return queue.waiting(units, operations, limit);
    }

    private Withheld<Optional<Sheet>> sheet(OpenDocument document, Optional<Step> step) {
        return step.map(s -> Withheld.of(
                        Optional.of(new Sheet(
                                document,
                                s,
                                writtenUnder(s),
                                files.of(document.head().id()))),
                        disclosure(document, List.of(s))))
                .orElseGet(() -> Withheld.of(Optional.empty(), Disclosure.nothing()));
    }

    private OpenDocument opened(Head head) {
        Step latest = records.step(head.id(), head.version())
                .orElseThrow(() -> new IllegalStateException("A document must have its newest step: " + head.id()));
        OperationVersion version = operations
                .byCode(head.operation())
                .filter(v -> v.definition().document(head.documentType()).isPresent())
                .orElseGet(() -> writtenUnder(latest));
        return new OpenDocument(
                head,
                latest,
                version,
                version.definition()
                        .document(head.documentType())
                        .orElseThrow(() -> new IllegalStateException(
                                "Version " + version.hash() + " must know documents of type " + head.documentType())));
    }

    private static Disclosure disclosure(OpenDocument document, List<Step> steps) {
        StringBuilder answer = new StringBuilder(document.head().number());
        steps.forEach(step -> answer.append('\n').append(step.version()).append(RecordJson.body(step.body())));
        return Disclosure.of(
                steps.stream().map(Documents::ref).toList(), answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static RecordRef ref(Step step) {
        return new RecordRef(step.record().value().toString(), step.version());
    }
}
