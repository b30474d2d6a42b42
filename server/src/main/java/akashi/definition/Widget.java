package akashi.definition;

/** How a field is entered. */
public enum Widget {
    LINE,
    PARAGRAPH,
    PERSON,
    DATE,
    PLATE,
    ARTICLE,
    PLACE,
    SELECT,
    RADIO,
    CHECKBOXES,
    FIGURE,
    UPLOAD
}
