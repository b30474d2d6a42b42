package akashi.record;

import akashi.access.Asker;
import akashi.document.Body;
import akashi.document.Head;
import akashi.document.KeyDigest;
import akashi.document.KeyRow;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.document.RecordedPerson;
import akashi.document.SearchKeys;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.usage.Disclosure;
import akashi.usage.RecordRef;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads documents that are to be compared with one another; withheld like every reading. */
@Service
public class Comparables {
    private final ComparableSql sql;
    private final RecordSql records;
    private final Visibility visibility;
    private final Operations operations;

    Comparables(ComparableSql sql, RecordSql records, Visibility visibility, Operations operations) {
        this.sql = sql;
        this.records = records;
        this.visibility = visibility;
        this.operations = operations;
    }

    /**
     * A document that answers inquiries.
     *
     * @param answers the keys by which it does, as {@link #digest} names them
     * @param persons those whom it names by such keys
     */
    public record Counting(RecordContent content, Set<Long> answers, List<RecordedPerson> persons) {
        public Counting {
            answers = Set.copyOf(answers);
            persons = List.copyOf(persons);
        }
    }

    /** A key as {@link Counting#answers()} has it: short, and not to be read. */
    public static long digest(SearchKey key) {
        return KeyDigest.of(key);
    }

    /**
     * Those of the documents that answer and are not sealed, in the order asked for: for a named background job, which
     * is nobody's reader.
     */
    public Withheld<List<Counting>> counting(Collection<RecordId> ids) {
        List<RecordContent> found = ids.stream()
                .flatMap(id -> records.head(id).stream())
                .filter(head -> !head.sealed() && head.standing() != Standing.ENDED)
                .flatMap(this::counted)
                .toList();
        return withheld(found).map(all -> all.stream().map(this::counting).toList());
    }

    /**
     * What the documents say, those that exist for the asker, ended ones too, in the order asked for. Whether the asker
     * may see content of their operations has been decided before.
     */
    public Withheld<List<RecordContent>> shown(Collection<RecordId> ids, Asker asker) {
        return withheld(ids.stream()
                .flatMap(id -> records.head(id).stream())
                .filter(head -> visibility.shown(head, asker))
                .flatMap(this::counted)
                .toList());
    }

    /** The next documents of a kind that answer and are not sealed, in the order of their ids; shown to nobody. */
    public List<RecordId> page(OperationCode operation, String documentType, @Nullable RecordId after, int limit) {
        return sql.page(operation, documentType, after, limit);
    }

    /** How many documents of a kind answer and are not sealed. */
    public int count(OperationCode operation, String documentType) {
        return sql.count(operation, documentType);
    }

    private Stream<RecordContent> counted(Head head) {
        Integer version = head.countedVersion();
        Optional<Step> step = version == null ? Optional.empty() : records.step(head.id(), version);
        return step.map(counts -> RecordContent.of(head, counts)).stream();
    }

    private Counting counting(RecordContent content) {
        Optional<DocumentType> type = operations
                .byCode(content.operation())
                .flatMap(version -> version.definition().document(content.documentType()));
        Optional<SearchKeys> found = type.map(known -> new SearchKeys(known, content.values()));
        return new Counting(
                content,
                found.map(SearchKeys::rows).orElse(List.of()).stream()
                        .map(KeyRow::digest)
                        .collect(Collectors.toSet()),
                found.map(SearchKeys::persons).orElse(List.of()));
    }

    private static Withheld<List<RecordContent>> withheld(List<RecordContent> found) {
        StringBuilder answer = new StringBuilder();
        List<RecordRef> refs = new ArrayList<>();
        for (RecordContent content : found) {
            refs.add(new RecordRef(content.id().value().toString(), content.version()));
            answer.append(RecordJson.body(new Body(content.values(), content.cautions())))
                    .append('\n');
        }
        return Withheld.of(found, Disclosure.of(refs, answer.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
