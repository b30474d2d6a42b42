package akashi.retention;

import akashi.usage.RecordRef;
import akashi.usage.Use;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant, by an erasure or by a hold.
 *
 * @param through last month whose private parts are meant, by its first day; for {@link Kind#RETENTION} only
 * @param range for {@link Kind#ENTRIES} only
 * @param value staff number, record id or case reference; empty where there is none
 * @param label what people call it: the number, or the business number of a record
 */
record Scope(
        Kind kind, @Nullable LocalDate through, @Nullable Range range, String value, String label) {
    /** By what entries are chosen. */
    enum Kind {
        /** Everything whose retention has ended. */
        RETENTION,
        /** A range of entries of one log. */
        ENTRIES,
        /** Everything one person did (操作者). */
        OPERATOR,
        /** Everything that showed or changed one record. */
        RECORD,
        /** Everything under one case reference (番号). */
        CASE
    }

    /** Entries of a log, both ends included. */
    record Range(int log, long first, long last) {}

    static Scope through(LocalDate month) {
        return new Scope(Kind.RETENTION, month, null, "", month.toString().substring(0, 7));
    }

    static Scope entries(Range range) {
        var from = range.log() + "-" + range.first();
        return new Scope(
                Kind.ENTRIES,
                null,
                range,
                "",
                range.first() == range.last() ? from : from + "〜" + range.log() + "-" + range.last());
    }

    static Scope operator(String staffNumber) {
        return new Scope(Kind.OPERATOR, null, null, staffNumber, staffNumber);
    }

    static Scope record(String id, String label) {
        return new Scope(Kind.RECORD, null, null, id, label);
    }

    static Scope caseReference(String reference) {
        return new Scope(Kind.CASE, null, null, reference, reference);
    }

    /** The use, saying what is meant; nothing of it names a data subject. */
    Use stated(Use use) {
        var stated = use.stating("scope", kind.name());
        return switch (kind) {
            case RETENTION -> stated.stating("through", label);
            case ENTRIES -> stated.stating("range", label.replace('〜', '/'));
            case OPERATOR -> stated.stating("operator", value);
            case RECORD -> stated.touching(List.of(new RecordRef(value, 0)));
            case CASE -> stated.stating("case", value);
        };
    }
}
