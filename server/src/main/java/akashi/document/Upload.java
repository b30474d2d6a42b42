package akashi.document;

/**
 * A file handed in with a document.
 *
 * @param field the definition's field it belongs to
 * @param name as the sender called it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Upload(String field, String name, byte[] content) {
    /** Neither the content nor its hash code belongs in a log line. */
    @Override
    public String toString() {
        return "Upload[" + field + ", " + content.length + " bytes]";
    }
}
