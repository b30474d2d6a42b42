package akashi.definition;

import java.util.List;

/**
 * What a field holds. A type with parts is entered as several inputs named {@code field.part}; the others as one input
 * with the field's own name.
 */
public enum FieldType {
    TEXT,
    /** Name in writing, kana and romaji (氏名・読み・ローマ字). */
    PERSON,
    /** A date by era or western year, whose month, day or even year may be unknown where the field says so. */
    DATE,
    PLATE,
    LICENCE_NUMBER,
    RESIDENCE_CARD_NUMBER,
    /** A number stamped on a thing: chassis, bicycle registration, article. */
    SERIAL,
    /** What a thing is: kind (a code), make, features. */
    ARTICLE,
    /** Prefecture, municipality with its code, town and block, remaining detail. */
    PLACE,
    PHONE,
    /** A code of a versioned list. */
    CHOICE,
    NUMBER,
    PHOTO,
    FILE;

    /** The parts of a composite type in the order they are entered; empty for a plain one. */
    public List<String> parts() {
        return switch (this) {
            case PERSON -> List.of("written", "kana", "romaji");
            case ARTICLE -> List.of("kind", "make", "features");
            case PLACE -> List.of("prefecture", "municipalityCode", "municipality", "town", "detail");
            case TEXT, DATE, PLATE, LICENCE_NUMBER, RESIDENCE_CARD_NUMBER, SERIAL, PHONE, CHOICE, NUMBER, PHOTO, FILE ->
                List.of();
        };
    }

    /** Whether the value is an attachment kept beside the record. */
    public boolean isAttachment() {
        return this == PHOTO || this == FILE;
    }

    /** The ways in which it can be entered, the usual one first. */
    public List<Widget> widgets() {
        return switch (this) {
            case TEXT -> List.of(Widget.LINE, Widget.PARAGRAPH);
            case PERSON -> List.of(Widget.PERSON);
            case DATE -> List.of(Widget.DATE);
            case PLATE -> List.of(Widget.PLATE);
            case LICENCE_NUMBER, RESIDENCE_CARD_NUMBER, SERIAL, PHONE -> List.of(Widget.LINE);
            case ARTICLE -> List.of(Widget.ARTICLE);
            case PLACE -> List.of(Widget.PLACE);
            case CHOICE -> List.of(Widget.SELECT, Widget.RADIO, Widget.CHECKBOXES);
            case NUMBER -> List.of(Widget.FIGURE);
            case PHOTO, FILE -> List.of(Widget.UPLOAD);
        };
    }
}
