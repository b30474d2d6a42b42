package akashi.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an explanation: how a part of what was asked and of what is recorded stand to each other.
 *
 * @param part message key of the part, {@code identity.part.family}
 * @param grade how close the two are; null where they differ or cannot be compared
 * @param messageKey message key of the sentence, {@code identity.match.registered-variants}
 * @param args what was asked, then what is recorded; both as they are shown
 */
public record Line(String part, @Nullable Grade grade, String messageKey, List<Object> args) {
    public Line {
        args = List.copyOf(args);
    }
}
