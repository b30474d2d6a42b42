package akashi.document;

import java.util.Locale;
import java.util.Optional;

/** The kinds of file a document may carry (添付できるファイル), recognised by content and never by name alone. */
public enum FileType {
    JPEG("image/jpeg"),
    PNG("image/png"),
    PDF("application/pdf");

    /** A photo from a telephone or a scanned form fits; a film does not. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As it is stored and sent. */
    public String mediaType() {
        return mediaType;
    }

    /** The type this content begins as; empty for everything that is not on the list. */
    public static Optional<FileType> of(byte[] content) {
        for (FileType type : values()) {
            if (type.begins(content)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether a file of this type may be called so: a PDF named photo.jpg is refused, it deceives who opens it. */
    public boolean mayBeCalled(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') >= 0
                && switch (this) {
                    case JPEG -> ending.equals("jpg") || ending.equals("jpeg");
                    case PNG -> ending.equals("png");
                    case PDF -> ending.equals("pdf");
                };
    }

    private boolean begins(byte[] content) {
        return switch (this) {
            case JPEG -> startsWith(content, 0xFF, 0xD8, 0xFF);
            case PNG -> startsWith(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case PDF -> startsWith(content, '%', 'P', 'D', 'F', '-');
        };
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
