package akashi.registration;

import akashi.document.CautionNote;
import akashi.document.RecordId;
import akashi.document.Upload;
import akashi.operation.OperationCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A change somebody asks for. The request id comes with the form: the same id by the same person has its effect once,
 * and a repeated submit gets the first one's result. A version is the one the person had before their eyes.
 */
public sealed interface Change {
    UUID request();

    /** What is entered on a form (登録原票の内容). */
    record Entry(Map<String, List<String>> inputs, List<CautionNote> cautions, List<Upload> files, String sourceForm) {
        public Entry {
            inputs = Map.copyOf(new TreeMap<>(inputs));
            cautions = List.copyOf(cautions);
            files = List.copyOf(files);
        }
    }

    /** Enter a new document (登録). */
    record Register(UUID request, OperationCode operation, String documentType, Entry entry) implements Change {}

    /** Correct what a document says (訂正); the entry states everything it is to say from now on. */
    record Correct(UUID request, RecordId record, int version, Entry entry, String reason) implements Change {}

    /** Take a step between states that ends nothing (状態の変更). */
    record Move(UUID request, RecordId record, int version, String transition, String reason) implements Change {}

    /** End a document for a reason code (解除・終結). */
    record End(
            UUID request, RecordId record, int version, String ending, Map<String, List<String>> inputs, String reason)
            implements Change {
        public End {
            inputs = Map.copyOf(new TreeMap<>(inputs));
        }
    }

    /** Confirm another person's entry so that it counts (確認). */
    record Confirm(UUID request, RecordId record, int version) implements Change {}

    /** Send another person's entry back with a reason (差戻し). */
    record SendBack(UUID request, RecordId record, int version, String reason) implements Change {}

    /** Take the own entry back before it counts (取下げ). */
    record Withdraw(UUID request, RecordId record, int version, String reason) implements Change {}

    /**
     * Seal or unseal a document (封印): from then on only the readers named find it.
     *
     * @param readers staff numbers of those who may read it; empty unseals
     */
    record Seal(UUID request, RecordId record, int version, List<String> readers, String reason) implements Change {
        public Seal {
            readers = List.copyOf(readers);
        }
    }
}
