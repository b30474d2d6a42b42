package akashi.document;

import java.util.UUID;

/**
 * A file of a document, without its content.
 *
 * @param type its media type
 */
public record Attachment(UUID id, String name, String type, int bytes) {
    /** A file with its content. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Stored(String name, String type, byte[] content) {}
}
