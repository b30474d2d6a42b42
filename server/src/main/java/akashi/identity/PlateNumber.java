package akashi.identity;

import java.util.regex.Pattern;

/**
 * The number on a plate without anything before it (一連指定番号), which is what a witness keeps in mind.
 *
 * @param serial 1–9999 without leading zeros
 */
public record PlateNumber(String serial) {
    private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{0,3}");

    public PlateNumber {
        if (!SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("no number of a plate: " + serial);
        }
    }

    /** Reads {@code 12-34}, {@code 1234}, {@code ・・12}, {@code 12}, in any width. */
    public static Parsed<PlateNumber> parse(String text) {
        return PlateText.number(text);
    }

    /** As on the plate: {@code 12-34}, {@code ・・12}. */
    public String display() {
        return PlateText.display(serial);
    }
}
