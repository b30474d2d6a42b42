package akashi.record;

import akashi.identity.SearchKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search key of one document, with what narrows it.
 *
 * @param birthFrom earliest birth date of the person the key names; null where none is recorded
 * @param subjects {@link Subjects} of the person the key names
 */
record KeyRow(
        SearchKey key,
        @Nullable LocalDate birthFrom,
        @Nullable LocalDate birthTo,
        @Nullable String sex,
        List<String> subjects) {
    KeyRow {
        subjects = List.copyOf(subjects);
    }

    KeyRow with(List<String> linked) {
        return new KeyRow(key, birthFrom, birthTo, sex, linked);
    }
}
