package akashi.identity;

import java.util.regex.Pattern;

/**
 * A vehicle's number plate (自動車登録番号標・車両番号標), by 自動車登録規則 and 道路運送車両法施行規則.
 *
 * @param place office on the plate (青森, formerly 青)
 * @param classNumber 1–3 characters, empty on motorcycles over 250 cc; the 1 or 2 a light motorcycle bears in front of
 *     the place stands here too
 * @param kana hiragana, or one Latin letter of the forces stationed in Japan
 * @param serial 1–9999 without leading zeros
 */
public record Plate(String place, String classNumber, String kana, String serial) {
    private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern CLASS = Pattern.compile("[0-9A-Z]{0,3}");

    public Plate {
        if (place.isEmpty()
                || kana.isEmpty()
                || !SERIAL.matcher(serial).matches()
                || !CLASS.matcher(classNumber).matches()) {
            throw new IllegalArgumentException("no plate: " + place + "|" + classNumber + "|" + kana + "|" + serial);
        }
    }

    /**
     * Reads a plate typed in one piece: {@code 青森330さ1234}, {@code ｱｵﾓﾘ 330 サ 12-34}, a light motorcycle as
     * {@code 1青森さ1234}.
     */
    public static Parsed<Plate> parse(String text) {
        return PlateText.parse(text);
    }

    /** Reads a plate typed in four fields; {@code classNumber} is empty for a motorcycle over 250 cc. */
    public static Parsed<Plate> parse(String place, String classNumber, String kana, String serial) {
        return PlateText.parse(place, classNumber, kana, serial);
    }

    /** The storable, comparable form, {@code 青森330さ1234}; {@link #parse(String)} reads it back. */
    public String canonical() {
        return place + classNumber + kana + serial;
    }

    /** As on the plate: {@code 青森 330 さ 12-34}, {@code 青森 330 さ ・・12}. */
    public String display() {
        return PlateText.display(this);
    }
}
