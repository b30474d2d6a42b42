package akashi.document;

import java.util.UUID;

/** Identity of a document; never shown on a page, where the business number (受理番号, 手配番号) stands instead. */
public record RecordId(UUID value) {}
