package akashi.record;

import akashi.access.Asker;
import akashi.access.Question;
import akashi.document.Head;
import akashi.document.RecordId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a document exists for an asker at all: sealed ones only for their readers, the own one only after a release.
 */
@Component
class Visibility {
    private final SealSql seals;
    private final OwnSql own;
    private final Clock clock;

    Visibility(SealSql seals, OwnSql own, Clock clock) {
        this.seals = seals;
        this.own = own;
        this.clock = clock;
    }

    /** False looks exactly like a document that is not there. */
    boolean shown(Head head, Asker asker) {
        UUID person = asker.personId().value();
        if (head.sealed() && !seals.admits(head.id(), person)) {
            return false;
        }
        return head.subjects().isEmpty() || !own.isSubject(person, head.id()) || released(person, head.number());
    }

    /**
     * Of the records a lookup found, those that exist for the person who asks. Only where a row is sealed or names a
     * subject is anything asked of the database.
     */
    List<RecordKeySql.Found> shown(List<RecordKeySql.Found> rows, UUID person) {
        Set<RecordId> closed = closed(rows, person);
        Set<String> self = rows.stream().allMatch(row -> row.subjects().isEmpty()) ? Set.of() : own.subjects(person);
        List<RecordKeySql.Found> open =
                rows.stream().filter(row -> !closed.contains(row.record())).toList();
        if (open.stream().noneMatch(row -> about(row, self))) {
            return open;
        }
        Set<String> released = new HashSet<>(own.released(person, clock.instant()));
        return open.stream()
                .filter(row -> !about(row, self) || released.contains(row.number()))
                .toList();
    }

    private Set<RecordId> closed(List<RecordKeySql.Found> rows, UUID person) {
        Set<RecordId> sealed = rows.stream()
                .filter(RecordKeySql.Found::sealed)
                .map(RecordKeySql.Found::record)
                .collect(Collectors.toCollection(HashSet::new));
        if (!sealed.isEmpty()) {
            sealed.removeAll(seals.admitting(sealed, person));
        }
        return sealed;
    }

    private static boolean about(RecordKeySql.Found row, Set<String> self) {
        return !self.isEmpty() && row.subjects().stream().anyMatch(self::contains);
    }

    /** What a decision about a visible document must know of its subject. */
    Question.Subject subject(Head head) {
        return new Question.Subject(false, head.sealed(), true, null);
    }

    private boolean released(UUID person, String number) {
        return own.released(person, clock.instant()).contains(number);
    }
}
