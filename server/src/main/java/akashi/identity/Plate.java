package akashi.identity;

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
    /** Reads a plate typed in one piece: {@code 青森330さ1234}, {@code ｱｵﾓﾘ 330 サ 12-34}. */
    public static Parsed<Plate> parse(String text) {
        return Parsed.bad("identity.unread");
    }

    /** Reads a plate typed in four fields. */
    public static Parsed<Plate> parse(String place, String classNumber, String kana, String serial) {
        return Parsed.bad("identity.unread");
    }

    /** The storable, comparable form, {@code 青森330さ1234}. */
    public String canonical() {
        return place + classNumber + kana + serial;
    }

    /** As on the plate: {@code 青森 330 さ 12-34}, {@code 青森 330 さ ・・12}. */
    public String display() {
        return canonical();
    }
}
