package akashi.prefecture;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Common names the sample's people are put together from; nobody is meant. */
final class SampleNames {
    /** A full name with its readings. */
    record Name(String written, String kana, String romaji) {}

    private record Part(String written, String kana, String romaji) {}

    private static final List<Part> SURNAMES = parts("""
            佐藤 サトウ Sato,鈴木 スズキ Suzuki,高橋 タカハシ Takahashi,工藤 クドウ Kudo,佐々木 ササキ Sasaki,木村 キムラ Kimura,成田 ナリタ Narita,
            斎藤 サイトウ Saito,三上 ミカミ Mikami,小笠原 オガサワラ Ogasawara,中村 ナカムラ Nakamura,山田 ヤマダ Yamada,田中 タナカ Tanaka,
            対馬 ツシマ Tsushima,葛西 カサイ Kasai,福士 フクシ Fukushi,長谷川 ハセガワ Hasegawa,渡辺 ワタナベ Watanabe,伊藤 イトウ Ito,
            吉田 ヨシダ Yoshida,小山内 オサナイ Osanai,奈良 ナラ Nara,神 ジン Jin,今 コン Kon,須藤 スドウ Sudo,川村 カワムラ Kawamura,
            相馬 ソウマ Soma,棟方 ムナカタ Munakata,田村 タムラ Tamura,石岡 イシオカ Ishioka,石田 イシダ Ishida,山本 ヤマモト Yamamoto,
            小林 コバヤシ Kobayashi,加藤 カトウ Kato,佐野 サノ Sano,坂本 サカモト Sakamoto,柴田 シバタ Shibata,千葉 チバ Chiba,
            中野 ナカノ Nakano,中川 ナカガワ Nakagawa,藤田 フジタ Fujita,藤本 フジモト Fujimoto,松本 マツモト Matsumoto,松橋 マツハシ Matsuhashi,
            三浦 ミウラ Miura,村上 ムラカミ Murakami,森 モリ Mori,山崎 ヤマザキ Yamazaki,横山 ヨコヤマ Yokoyama,和田 ワダ Wada,
            秋元 アキモト Akimoto,阿部 アベ Abe,五十嵐 イガラシ Igarashi,池田 イケダ Ikeda,上野 ウエノ Ueno,大沢 オオサワ Osawa,
            太田 オオタ Ota,岡田 オカダ Okada,小野 オノ Ono,菊池 キクチ Kikuchi,北村 キタムラ Kitamura,熊谷 クマガイ Kumagai,
            黒滝 クロタキ Kurotaki,西村 ニシムラ Nishimura,野呂 ノロ Noro,橋本 ハシモト Hashimoto,原田 ハラダ Harada,平田 ヒラタ Hirata,
            外崎 トノサキ Tonosaki,蝦名 エビナ Ebina,一戸 イチノヘ Ichinohe,下山 シモヤマ Shimoyama,白戸 シラト Shirato,清水 シミズ Shimizu,
            勅使河原 テシガワラ Teshigawara,竹内 タケウチ Takeuchi,田沢 タザワ Tazawa,種市 タネイチ Taneichi,土岐 トキ Toki,山内 ヤマウチ Yamauchi
            """);

    private static final List<Part> GIVEN = parts("""
            大輔 ダイスケ Daisuke,健太 ケンタ Kenta,拓也 タクヤ Takuya,翔太 ショウタ Shota,直樹 ナオキ Naoki,和也 カズヤ Kazuya,達也 タツヤ Tatsuya,
            亮 リョウ Ryo,剛 ツヨシ Tsuyoshi,浩 ヒロシ Hiroshi,学 マナブ Manabu,淳 ジュン Jun,聡 サトシ Satoshi,正樹 マサキ Masaki,
            哲也 テツヤ Tetsuya,裕介 ユウスケ Yusuke,健一 ケンイチ Kenichi,慎也 シンヤ Shinya,俊介 シュンスケ Shunsuke,雄太 ユウタ Yuta,
            蓮 レン Ren,悠斗 ユウト Yuto,陽翔 ハルト Haruto,海斗 カイト Kaito,駿 シュン Shun,修 オサム Osamu,勝 マサル Masaru,勉 ツトム Tsutomu,
            博之 ヒロユキ Hiroyuki,義明 ヨシアキ Yoshiaki,武志 タケシ Takeshi,克彦 カツヒコ Katsuhiko,洋平 ヨウヘイ Yohei,真一 シンイチ Shinichi,
            智也 トモヤ Tomoya,康平 コウヘイ Kohei,美咲 ミサキ Misaki,愛 アイ Ai,彩 アヤ Aya,麻衣 マイ Mai,恵 メグミ Megumi,由美 ユミ Yumi,
            裕子 ユウコ Yuko,久美子 クミコ Kumiko,智子 トモコ Tomoko,陽子 ヨウコ Yoko,真由美 マユミ Mayumi,香織 カオリ Kaori,舞 マイ Mai,
            千尋 チヒロ Chihiro,結衣 ユイ Yui,葵 アオイ Aoi,莉子 リコ Riko,優子 ユウコ Yuko,直美 ナオミ Naomi,明美 アケミ Akemi
            """);

    private SampleNames() {}

    static Name any(RandomGenerator random) {
        return of(SURNAMES.get(random.nextInt(SURNAMES.size())), GIVEN.get(random.nextInt(GIVEN.size())));
    }

    private static Name of(Part surname, Part given) {
        return new Name(
                surname.written + " " + given.written,
                surname.kana + " " + given.kana,
                surname.romaji + " " + given.romaji);
    }

    private static List<Part> parts(String table) {
        return Arrays.stream(table.replace("\n", "").split(",", -1))
                .map(entry -> entry.strip().split(" ", -1))
                .map(entry -> new Part(entry[0], entry[1], entry[2]))
                .toList();
    }
}
