package akashi.reorganization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an import file holds, told by its header. */
enum ImportKind {
    UNITS(Columns.UNIT_NAME),
    POSTS(Columns.TITLE),
    PEOPLE(Columns.NAME),
    APPOINTMENTS(Columns.APPOINTMENT),
    DUTY(Columns.STARTS),
    ORDERS(Columns.ORDER);

    private final String mark;

    ImportKind(String mark) {
        this.mark = mark;
    }

    /** The kind whose telling column is among these headers. */
    static Optional<ImportKind> of(Set<String> headers) {
        for (ImportKind kind : values()) {
            if (headers.contains(kind.mark)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    List<String> required() {
        return switch (this) {
            case UNITS -> List.of(Columns.UNIT, Columns.UNIT_NAME, Columns.KIND, Columns.FROM);
            case POSTS -> List.of(Columns.POST, Columns.UNIT, Columns.TITLE, Columns.POST_CLASS, Columns.FROM);
            case PEOPLE ->
                List.of(
                        Columns.STAFF_NUMBER,
                        Columns.NAME,
                        Columns.KANA,
                        Columns.RANK,
                        Columns.EMPLOYMENT,
                        Columns.DUTY_STATE,
                        Columns.FROM);
            case APPOINTMENTS -> List.of(Columns.STAFF_NUMBER, Columns.POST, Columns.APPOINTMENT, Columns.FROM);
            case DUTY -> List.of(Columns.UNIT, Columns.STAFF_NUMBER, Columns.STARTS, Columns.ENDS);
            case ORDERS -> List.of(Columns.STAFF_NUMBER, Columns.ORDER, Columns.ORDER_DAY);
        };
    }

    List<String> optional() {
        return switch (this) {
            case UNITS ->
                List.of(
                        Columns.ENGLISH,
                        Columns.PARENT,
                        Columns.POSITION,
                        Columns.LAST_DAY,
                        Columns.PREDECESSORS,
                        Columns.SERVES,
                        Columns.SOURCE);
            case POSTS -> List.of(Columns.ENGLISH, Columns.SEATS, Columns.LAST_DAY, Columns.DEPUTIES);
            case PEOPLE -> List.of(Columns.ROMAJI, Columns.LAST_DAY);
            case APPOINTMENTS -> List.of(Columns.LAST_DAY, Columns.DOCUMENT);
            case DUTY -> List.of(Columns.CHIEF);
            case ORDERS -> List.of(Columns.POST, Columns.RANK, Columns.DOCUMENT, Columns.CORRECTION);
        };
    }

    /** Key of its name. */
    String message() {
        return "reorganization.kind." + name();
    }
}
