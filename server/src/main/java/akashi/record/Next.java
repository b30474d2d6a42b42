package akashi.record;

import akashi.document.FileType;
import akashi.document.Head;
import akashi.document.Step;
import akashi.document.Upload;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.State;
import akashi.operation.Transition;
import java.util.List;
import java.util.UUID;

/**
 * A step ready to be written.
 *
 * @param keys what becomes of the search keys
 * @param queue what becomes of the confirmation queue
 * @param also further writing that belongs into the same transaction
 */
public record Next(
        Head head, Step step, DocumentType type, Keys keys, Queue queue, List<StoredFile> files, Runnable also) {
    public Next {
        files = List.copyOf(files);
    }

    /** A step that writes nothing beside itself. */
    public Next(Head head, Step step, DocumentType type, Keys keys, Queue queue, List<StoredFile> files) {
        this(head, step, type, keys, queue, files, () -> {});
    }

    /** What a step does to the search keys. */
    public enum Keys {
        /** What answered goes on answering. */
        KEEP,
        /** This step answers from now on. */
        REPLACE,
        /** Nothing answers any more. */
        CLOSE
    }

    /** What a step does to the queue; what waited before is always over. */
    public enum Queue {
        /** It waits for a second person. */
        WAITS,
        /** It counts. */
        CONFIRMED,
        /** It was sent back. */
        RETURNED,
        /** Nothing waits any more. */
        WITHDRAWN
    }

    /** A file with the id and the type it was given. */
    public record StoredFile(UUID id, Upload upload, FileType type) {}

    /** The state an entry takes when it is confirmed: where the definition's confirming step leads. */
    public static String stateOnConfirmation(DocumentType type, String state) {
        boolean pending =
                type.state(state).filter(s -> s.kind() == State.Kind.PENDING).isPresent();
        if (!pending) {
            return state;
        }
        return type.transitionsFrom(state).stream()
                .filter(step -> step.right().act() == Act.CONFIRM)
                .map(Transition::to)
                .filter(to -> type.state(to)
                        .filter(s -> s.kind() == State.Kind.CURRENT)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "A document type with a second person needs a confirming step from " + state));
    }

    Next with(Head numbered) {
        return new Next(numbered, step, type, keys, queue, files, also);
    }
}
