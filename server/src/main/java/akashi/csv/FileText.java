package akashi.csv;

/**
 * The text of a file: UTF-8 with or without a mark, else CP932 (windows-31j). Nothing is replaced silently: a byte that
 * fits neither makes the file unreadable, named by its line.
 */
public sealed interface FileText {
    /**
     * It is text.
     *
     * @param text without a mark
     * @param encoding as people know it: {@code UTF-8}, {@code UTF-8 (BOM)} or {@code CP932}
     */
    record Text(String text, String encoding) implements FileText {}

    /**
     * It is not.
     *
     * @param line the line an editor shows, 0 where no line is to blame
     * @param bytes how many bytes in a row fit no encoding, 0 where that is not the reason
     */
    record NoText(Reason reason, int line, int bytes) implements FileText {}

    /** Why a file is no text. */
    enum Reason {
        /** It begins with the mark of UTF-16. */
        UTF_16,
        /** It holds a NUL, so it is something else than text. */
        NOT_TEXT,
        /** It holds bytes that are neither UTF-8 nor CP932. */
        UNDECODABLE
    }

    /** Reads the whole file. */
    static FileText of(byte[] bytes) {
        return Decoding.of(bytes);
    }
}
