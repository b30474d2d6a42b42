package akashi.identity;

import akashi.writing.Characters;
import akashi.writing.Kana;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The places on plates (使用の本拠の位置を示す文字): offices of 自動車登録規則 別表第一 with the regional plates (ご当地ナンバー) up to May 2025,
 * their readings, and the one-character forms in use before 1964, which stay places of their own because some stand for
 * several offices.
 */
final class PlatePlaces {
    private static final String TODAY = """
            札幌 さっぽろ 函館 はこだて 旭川 あさひかわ 室蘭 むろらん 苫小牧 とまこまい 釧路 くしろ 知床 しれとこ 帯広 おびひろ 十勝 とかち 北見 きたみ
            青森 あおもり 弘前 ひろさき 八戸 はちのへ 岩手 いわて 盛岡 もりおか 平泉 ひらいずみ 宮城 みやぎ 仙台 せんだい 秋田 あきた 山形 やまがた 庄内 しょうない
            福島 ふくしま 会津 あいづ 郡山 こおりやま 白河 しらかわ いわき いわき 水戸 みと 土浦 つちうら つくば つくば 宇都宮 うつのみや 那須 なす とちぎ とちぎ 日光 にっこう
            群馬 ぐんま 前橋 まえばし 高崎 たかさき 大宮 おおみや 川口 かわぐち 所沢 ところざわ 川越 かわごえ 熊谷 くまがや 春日部 かすかべ 越谷 こしがや
            千葉 ちば 成田 なりた 習志野 ならしの 市川 いちかわ 船橋 ふなばし 袖ヶ浦 そでがうら 市原 いちはら 野田 のだ 柏 かしわ 松戸 まつど
            品川 しながわ 世田谷 せたがや 練馬 ねりま 杉並 すぎなみ 板橋 いたばし 足立 あだち 江東 こうとう 葛飾 かつしか 江戸川 えどがわ 八王子 はちおうじ 多摩 たま
            横浜 よこはま 川崎 かわさき 湘南 しょうなん 相模 さがみ 山梨 やまなし 富士山 ふじさん 新潟 にいがた 長岡 ながおか 上越 じょうえつ
            富山 とやま 石川 いしかわ 金沢 かなざわ 長野 ながの 松本 まつもと 諏訪 すわ 安曇野 あづみの 南信州 みなみしんしゅう 福井 ふくい 岐阜 ぎふ 飛騨 ひだ
            静岡 しずおか 浜松 はままつ 沼津 ぬまづ 伊豆 いず 名古屋 なごや 豊橋 とよはし 三河 みかわ 岡崎 おかざき 豊田 とよた 尾張小牧 おわりこまき 一宮 いちのみや 春日井 かすがい
            三重 みえ 鈴鹿 すずか 四日市 よっかいち 伊勢志摩 いせしま 滋賀 しが 京都 きょうと 大阪 おおさか なにわ なにわ 和泉 いずみ 堺 さかい
            奈良 なら 飛鳥 あすか 和歌山 わかやま 神戸 こうべ 姫路 ひめじ 鳥取 とっとり 島根 しまね 出雲 いずも 岡山 おかやま 倉敷 くらしき 広島 ひろしま 福山 ふくやま
            山口 やまぐち 下関 しものせき 徳島 とくしま 香川 かがわ 高松 たかまつ 愛媛 えひめ 高知 こうち 福岡 ふくおか 北九州 きたきゅうしゅう 久留米 くるめ 筑豊 ちくほう
            佐賀 さが 長崎 ながさき 佐世保 させぼ 熊本 くまもと 大分 おおいた 宮崎 みやざき 鹿児島 かごしま 奄美 あまみ 沖縄 おきなわ
            """;

    private static final String BEFORE_1964 = "青岩宮秋札函旭室釧帯北山福茨栃群埼千品練足多神新富石長岐静名三滋京大泉奈和兵鳥嶋岡広徳香愛高筑佐熊鹿沖";

    private static final String OTHER_WRITINGS = "袖ケ浦 袖ヶ浦 袖が浦 袖ヶ浦 袖ヵ浦 袖ヶ浦 あずみの 安曇野 こうりやま 郡山 ぬまず 沼津 あいず 会津 飛驒 飛騨";

    private static final Map<String, String> PLACES = read();
    private static final int LONGEST =
            PLACES.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private PlatePlaces() {}

    /** What the text begins with, as it is written on plates, and how many characters that took. */
    record Found(String place, int length) {}

    /** The longest place the text begins with; kana in hiragana. */
    static Optional<Found> atStart(String text) {
        for (int length = Math.min(LONGEST, text.length()); length > 0; length--) {
            String place = PLACES.get(text.substring(0, length));
            if (place != null) {
                return Optional.of(new Found(place, length));
            }
        }
        return Optional.empty();
    }

    /** Whether one of the two is the sign that stood on plates before 1964 for what the other says today. */
    static boolean formerly(String one, String other) {
        return one.length() < other.length() ? signOf(one, other) : signOf(other, one);
    }

    private static boolean signOf(String sign, String place) {
        return sign.length() == 1
                && place.length() > 1
                && BEFORE_1964.contains(sign)
                && (place.contains(sign) || Characters.variantClasses(place).contains(Characters.variantClasses(sign)));
    }

    private static Map<String, String> read() {
        var map = new HashMap<String, String>();
        String[] words = TODAY.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i + 1], words[i]);
            map.put(Kana.hiragana(words[i]), words[i]);
        }
        String[] others = OTHER_WRITINGS.split(" ", -1);
        for (int i = 0; i < others.length; i += 2) {
            map.put(Kana.hiragana(others[i]), others[i + 1]);
        }
        BEFORE_1964.codePoints().mapToObj(Character::toString).forEach(place -> map.put(place, place));
        return Map.copyOf(map);
    }
}
