package akashi.duty;

import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.Span;
import akashi.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An appointment to a role (任命).
 *
 * @param unit whose matter it is; null for the whole force, or for the own unit of each post of a class
 * @param deputy 0 for the holder, from 1 on who stands in, in this order
 * @param document the appointing document
 */
record Appointed(
        long number,
        String role,
        Holder holder,
        @Nullable UnitId unit,
        int deputy,
        Span span,
        String document,
        String enteredBy) {
    /** Who holds it. */
    sealed interface Holder {
        /** Whoever holds the post (充て職). */
        record ByPost(PostId post) implements Holder {}

        /** This person. */
        record ByPerson(PersonId person) implements Holder {}

        /** Whoever holds a post of the class, for the own unit. */
        record ByClass(PostClass postClass) implements Holder {}
    }
}
