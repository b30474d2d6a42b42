package akashi.record;

import akashi.access.Asker;
import akashi.access.Question;
import java.time.Clock;
import java.util.UUID;
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

    /** What a decision about a visible document must know of its subject. */
    Question.Subject subject(Head head) {
        return new Question.Subject(false, head.sealed(), true, null);
    }

    private boolean released(UUID person, String number) {
        return own.released(person, clock.instant()).contains(number);
    }
}
