package akashi.record;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's {@code COPY}: tabs between columns, {@code \\N} for null. */
final class CopyText {
    private final StringBuilder text = new StringBuilder(64 * 1024);

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

    String text() {
        return text.toString();
    }

    private void escaped(String value) {
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
}
