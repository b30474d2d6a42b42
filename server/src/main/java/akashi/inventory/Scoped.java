package akashi.inventory;

import java.time.LocalDate;

/** A system or kind of document, and why it belongs to the police information management system or does not. */
record Scoped(
        long number,
        String name,
        Kind kind,
        String section,
        Ground ground,
        String reason,
        String paper,
        LocalDate since,
        String keptBy) {
    enum Kind {
        SYSTEM,
        DOCUMENT
    }

    /** The Directive, Article 2 (1) and (2). */
    enum Ground {
        /** The national system with the terminals the prefecture sets up for it (2条1号). */
        NATIONAL,
        /** Connected to the national system (2条2号前段). */
        CONNECTED,
        /** Designated by the chief of police HQ as needing special management (2条2号後段). */
        DESIGNATED,
        /** Not part of it (対象外). */
        OUTSIDE
    }
}
