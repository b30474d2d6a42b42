package akashi.question;

import java.util.List;

/**
 * Characters of family names that keyboards hide behind their usual form, for a picker (異体字): those most often asked
 * for at counters. Which variants meet in a search is not told by this list but by the tables of {@code identity}.
 */
final class Variants {
    /** Groups of one name's writings, the usual form first. */
    static final List<String> GROUPS = List.of(
            "高髙", "崎﨑碕嵜", "辺邊邉", "斎齋斉齊", "沢澤", "島嶋嶌", "浜濱濵", "広廣", "桜櫻", "国國", "真眞", "富冨", "吉𠮷", "徳德", "瀬瀨", "柳栁",
            "恵惠", "滝瀧", "桑桒", "曽曾");

    private Variants() {}

    /** The characters of a group. */
    static List<String> of(String group) {
        return group.codePoints().mapToObj(Character::toString).toList();
    }
}
