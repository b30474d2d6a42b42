package akashi.reading;

import akashi.access.Asker;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import java.util.List;

/**
 * Records that a person confirmed to be about the same person or thing (名寄せ); a module above implements it. What it
 * gives has been put on the log as shown to the asker.
 */
public interface LinkedRecords {
    /** The records linked with this one directly, those that exist for the asker and that a right reaches. */
    List<Linked> of(RecordId record, Asker asker);

    /** A linked record: that it exists, no more. */
    record Linked(OperationCode operation, String number) {
        /** Address of its own page. */
        public String path() {
            return RecordPaths.of(operation, number);
        }
    }
}
