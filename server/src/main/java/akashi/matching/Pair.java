package akashi.matching;

import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.List;

/**
 * Two records that may be about the same person or thing, or that somebody judged to be or not to be.
 *
 * @param version counts every change, so that a verdict is about what its maker saw
 * @param proposedBy staff number, or the job's name
 */
record Pair(
        long seq,
        Side first,
        Side second,
        int score,
        Origin origin,
        State state,
        int version,
        Instant at,
        String proposedBy) {
    /** One of the two records. */
    record Side(RecordId record, Relations.Kind kind, String number, UnitId unit, String print) {
        static Side of(RecordContent content, String print) {
            return new Side(
                    content.id(),
                    new Relations.Kind(content.operation(), content.documentType()),
                    content.number(),
                    content.unit(),
                    print);
        }

        OperationCode operation() {
            return kind.operation();
        }

        private String order() {
            return record.value().toString();
        }
    }

    /** Who proposed it. */
    enum Origin {
        /** The comparison of records. */
        RECORD,
        /** A person, by two numbers. */
        PERSON
    }

    /** Where it stands. */
    enum State {
        OPEN,
        SAME,
        NOT_SAME,
        /** A link was taken back. */
        UNDONE,
        /** One of the records ended or says something else before anybody judged. */
        GONE
    }

    /** What somebody said. */
    enum Word {
        PROPOSED,
        SAME,
        NOT_SAME,
        UNDONE
    }

    /** One thing said about a pair. */
    record Said(Word word, String reason, Instant at, String staff, UnitId unit) {}

    List<Side> sides() {
        return List.of(first, second);
    }

    /** The two sides in the order in which a pair stores them. */
    static List<Side> ordered(Side one, Side other) {
        return one.order().compareTo(other.order()) < 0 ? List.of(one, other) : List.of(other, one);
    }
}
