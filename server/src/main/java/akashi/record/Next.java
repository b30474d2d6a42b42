package akashi.record;

import akashi.document.FileType;
import akashi.document.Head;
import akashi.document.Step;
import akashi.document.Upload;
import akashi.operation.DocumentType;
import java.util.List;
import java.util.UUID;

/**
 * A step ready to be written.
 *
 * @param keys what becomes of the search keys
 * @param queue what becomes of the confirmation queue
 * @param also further writing that belongs into the same transaction
 */
record Next(Head head, Step step, DocumentType type, Keys keys, Queue queue, List<StoredFile> files, Runnable also) {
    Next {
        files = List.copyOf(files);
    }

    Next(Head head, Step step, DocumentType type, Keys keys, Queue queue, List<StoredFile> files) {
        this(head, step, type, keys, queue, files, () -> {});
    }

    /** What a step does to the search keys. */
    enum Keys {
        /** What answered goes on answering. */
        KEEP,
        /** This step answers from now on. */
        REPLACE,
        /** Nothing answers any more. */
        CLOSE
    }

    /** What a step does to the queue; what waited before is always over. */
    enum Queue {
        WAITS,
        CONFIRMED,
        RETURNED,
        WITHDRAWN
    }

    /** A file with the id and the type it was given. */
    record StoredFile(UUID id, Upload upload, FileType type) {}

    Next with(Head numbered) {
        return new Next(numbered, step, type, keys, queue, files, also);
    }
}
