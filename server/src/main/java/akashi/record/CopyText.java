package akashi.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's {@code COPY}: tabs between columns, {@code \\N} for null. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(1024);

    void row(@Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object column = columns[i];
            if (column == null) {
                text.append("\\N");
            } else {
                escaped(column.toString());
            }
        }
        text.append('\n');
    }

    /** All rows so far in UTF-8. */
    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escaped(String value) {
        if (plain(value)) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static boolean plain(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }
}
