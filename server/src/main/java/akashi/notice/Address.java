package akashi.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a task reaches, as its row says it. */
@SuppressWarnings("ArrayRecordComponent") // written once to a row, never compared
record Address(
        @Nullable UUID person,
        @Nullable UUID post,
        String @Nullable [] classes,
        @Nullable UUID unit) {
    static Address of(Task.To to) {
        return switch (to) {
            case Task.To.Person(var person) -> new Address(person.value(), null, null, null);
            case Task.To.Post(var post) -> new Address(null, post.value(), null, null);
            case Task.To.Holders(var classes, var unit) ->
                new Address(
                        null,
                        null,
                        classes.stream().map(Enum::name).sorted().toArray(String[]::new),
                        unit == null ? null : unit.value());
        };
    }
}
