package akashi.definition;

/** A text in Japanese, the language of work, and English. */
public record Label(String ja, String en) {
    public Label {
        if (ja.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A label needs both languages: " + ja + " / " + en);
        }
    }

    /** The text in the page's language; anything but {@code en} is Japanese. */
    public String in(String lang) {
        return "en".equals(lang) ? en : ja;
    }
}
