package akashi.sample;

import java.util.List;
import java.util.Random;

/** Common names of the region and invented addresses, drawn by a seeded random: nobody in particular is meant. */
final class SampleNames {
    /** A name in three writings. */
    record Name(String written, String kana, String romaji) {}

    private static final List<String> FAMILIES = List.of(
            "佐藤 サトウ Sato",
            "工藤 クドウ Kudo",
            "佐々木 ササキ Sasaki",
            "木村 キムラ Kimura",
            "三上 ミカミ Mikami",
            "成田 ナリタ Narita",
            "高橋 タカハシ Takahashi",
            "髙橋 タカハシ Takahashi",
            "田中 タナカ Tanaka",
            "斎藤 サイトウ Saito",
            "齋藤 サイトウ Saito",
            "齊藤 サイトウ Saito",
            "中村 ナカムラ Nakamura",
            "山本 ヤマモト Yamamoto",
            "渡辺 ワタナベ Watanabe",
            "渡邊 ワタナベ Watanabe",
            "小笠原 オガサワラ Ogasawara",
            "山田 ヤマダ Yamada",
            "坂本 サカモト Sakamoto",
            "対馬 ツシマ Tsushima",
            "葛西 カサイ Kasai",
            "神 ジン Jin",
            "棟方 ムナカタ Munakata",
            "﨑山 サキヤマ Sakiyama",
            "長谷川 ハセガワ Hasegawa",
            "勅使河原 テシガワラ Teshigawara",
            "大久保 オオクボ Okubo",
            "新谷 アラヤ Araya",
            "沼畑 ヌマハタ Numahata",
            "下斗米 シモトマイ Shimotomai");
    private static final List<String> MEN = List.of(
            "太郎 タロウ Taro",
            "健一 ケンイチ Kenichi",
            "誠 マコト Makoto",
            "大輔 ダイスケ Daisuke",
            "翔太 ショウタ Shota",
            "隆 タカシ Takashi",
            "一郎 イチロウ Ichiro",
            "浩二 コウジ Koji",
            "拓也 タクヤ Takuya",
            "修 オサム Osamu",
            "蓮 レン Ren",
            "雄大 ユウダイ Yudai");
    private static final List<String> WOMEN = List.of(
            "花子 ハナコ Hanako",
            "陽子 ヨウコ Yoko",
            "恵 メグミ Megumi",
            "美咲 ミサキ Misaki",
            "さくら サクラ Sakura",
            "久美子 クミコ Kumiko",
            "和子 カズコ Kazuko",
            "結衣 ユイ Yui",
            "真由美 マユミ Mayumi",
            "千代 チヨ Chiyo",
            "葵 アオイ Aoi",
            "優子 ユウコ Yuko");
    private static final List<String> TOWNS =
            List.of("青森市", "弘前市", "八戸市", "黒石市", "五所川原市", "十和田市", "三沢市", "むつ市", "つがる市", "平川市");

    private SampleNames() {}

    static Name person(Random random, boolean woman) {
        List<String> given = woman ? WOMEN : MEN;
        String[] first = FAMILIES.get(random.nextInt(FAMILIES.size())).split(" ", -1);
        String[] second = given.get(random.nextInt(given.size())).split(" ", -1);
        return new Name(first[0] + " " + second[0], first[1] + " " + second[1], first[2] + " " + second[2]);
    }

    static String municipality(Random random) {
        return TOWNS.get(random.nextInt(TOWNS.size()));
    }

    static String town(Random random) {
        return "見本町" + (1 + random.nextInt(9)) + "丁目";
    }

    /** A number nobody has: the exchange 0000 is not given out. */
    static String phone(Random random) {
        return "090-0000-%04d".formatted(random.nextInt(10_000));
    }

    /** A licence number of Aomori's commission in a year that never was, with the check digit commonly told. */
    static String licence(int n) {
        String ten = "20%08d".formatted(n);
        int[] weights = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (ten.charAt(i) - '0');
        }
        return ten + (11 - sum % 11) % 10 + "0";
    }

    static String one(Random random, List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
