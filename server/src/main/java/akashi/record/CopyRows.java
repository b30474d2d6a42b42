package akashi.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's {@code COPY} (PostgreSQL 18 documentation, COPY, "Binary Format"), which
 * the database takes without reading times and identifiers as text. Each Java type stands for one type of column: int
 * for {@code integer}, long for {@code bigint}, short for {@code smallint}, an enum for its name as {@code text}, a
 * list for {@code text[]}.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_DAY = 10_957;
    private static final int TEXT_TYPE = 25;
    private static final byte JSONB_VERSION = 1;

    private ByteBuffer bytes;

    /** No rows yet, and room for about so many bytes. */
    CopyRows(int room) {
        bytes = ByteBuffer.allocate(room);
    }

    /** A text for a {@code jsonb} column. */
    record Json(String text) {}

    /** What comes before the first row. */
    void begin() {
        room(SIGNATURE.length + 8).put(SIGNATURE).putInt(0).putInt(0);
    }

    /** What comes after the last row. */
    void end() {
        room(2).putShort((short) -1);
    }

    void row(@Nullable Object... columns) {
        row(columns.length);
        part(columns);
    }

    /** The beginning of a row with so many columns; they follow as parts. */
    void row(int columns) {
        room(2).putShort((short) columns);
    }

    /** Columns of a row that was begun. */
    void part(@Nullable Object... columns) {
        for (Object column : columns) {
            switch (column) {
                case null -> room(4).putInt(-1);
                case String text -> text(text);
                case Enum<?> constant -> text(constant.name());
                case UUID id ->
                    room(20).putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
                case Integer number -> room(8).putInt(4).putInt(number);
                case Long number -> room(12).putInt(8).putLong(number);
                case Short number -> room(6).putInt(2).putShort(number);
                case Boolean truth -> room(5).putInt(1).put((byte) (truth ? 1 : 0));
                case Instant at -> room(12).putInt(8).putLong(ChronoUnit.MICROS.between(EPOCH, at));
                case LocalDate day -> room(8).putInt(4).putInt((int) (day.toEpochDay() - EPOCH_DAY));
                case Json json -> json(json);
                case List<?> texts -> array(texts);
                default -> throw new IllegalArgumentException("no column holds a " + column.getClass());
            }
        }
    }

    /** Rows or parts made elsewhere. */
    void add(byte[] made) {
        room(made.length).put(made);
    }

    void send(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.position());
    }

    byte[] bytes() {
        byte[] made = new byte[bytes.position()];
        bytes.get(0, made);
        return made;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(4 + utf8.length).putInt(utf8.length).put(utf8);
    }

    private void json(Json json) {
        byte[] utf8 = json.text().getBytes(StandardCharsets.UTF_8);
        room(5 + utf8.length).putInt(1 + utf8.length).put(JSONB_VERSION).put(utf8);
    }

    /** One dimension without nulls; an empty array has no dimension. */
    private void array(List<?> texts) {
        int length = bytes.position();
        room(16).putInt(0).putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
        if (!texts.isEmpty()) {
            room(8).putInt(texts.size()).putInt(1);
            texts.forEach(text -> text(String.valueOf(text)));
        }
        bytes.putInt(length, bytes.position() - length - 4);
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + wanted));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
