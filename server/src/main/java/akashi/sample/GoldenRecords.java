package akashi.sample;

import akashi.identity.KeyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The awkward documents every register holds (DOMAIN 13.5), and those the tour shows. */
final class GoldenRecords {
    private final LocalDate today;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Golden> goldens = new ArrayList<>();

    GoldenRecords(LocalDate today) {
        this.today = today;
        vehicles();
        wanted();
        missing();
        things();
        licences();
        new GoldenPairs(today).drafts().forEach(drafts::add);
        waiting();
    }

    List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    List<Golden> goldens() {
        return List.copyOf(goldens);
    }

    private void vehicles() {
        golden(
                vehicle("青森 330 さ 12-34", 51)
                        .set("chassis", "ZVW30-1234567")
                        .set("features", "後部右側に擦り傷（見本）")
                        .caution("armed", "被害者の申告（見本）"),
                "stolen-vehicle",
                KeyKind.PLATE,
                "青森 330 さ 12-34",
                "盗難車両（凶器所持のおそれ）",
                "Stolen vehicle, caution: armed");
        golden(
                vehicle("八戸 580 た 56-78", 9).set("chassis", "MIHON99-0000001").set("colour", "black", "silver"),
                "stolen-vehicle-chassis",
                KeyKind.CHASSIS,
                "MIHON99-0000001",
                "盗難車両（車台番号）",
                "Stolen vehicle by chassis number");
    }

    private Draft vehicle(String plate, int daysAgo) {
        LocalDate stolen = today.minusDays(daysAgo);
        return new Draft("stolen-vehicle", "notice", 1, stolen.plusDays(1))
                .set("target", "vehicle")
                .set("plate", plate)
                .set("kind", "ordinary-car")
                .set("make", "toyota")
                .set("model", "プリウス")
                .set("colour", "white")
                .set("modelYear", "2019")
                .set("stolenFrom", stolen)
                .place("place", "弘前市", "見本町1丁目")
                .set("placeKind", "parking")
                .set("locking", "locked")
                .person("keeper", "見本 花子", "ミホン ハナコ", "Mihon Hanako")
                .set("keeperPhone", "090-0000-0001")
                .set("reportedOn", stolen.plusDays(1));
    }

    private void wanted() {
        golden(
                wanted("見本 太一", "ミホン タイチ", "Mihon Taichi", "昭和60年7月7日", today.plusDays(120))
                        .caution("violent", "手配署（見本）"),
                "wanted",
                KeyKind.NAME_KANJI,
                "見本 太一",
                "指名手配（粗暴）",
                "Wanted person, caution: violent");
        golden(
                wanted("期限 切也", "キゲン キレヤ", "Kigen Kireya", "1979-03-03", today.minusDays(1)),
                "wanted-lapsed",
                KeyKind.NAME_KANJI,
                "期限 切也",
                "令状の期限が昨日切れた手配（未確認）",
                "Warrant lapsed yesterday: unconfirmed");
        golden(
                wanted("金 民俊", "キム ミンジュン", "Kim Minjun", "1992-06-15", today.plusDays(90))
                        .set("aliases.written", "金 民俊", "金山 俊")
                        .set("aliases.kana", "キン ミンシュン", "カネヤマ シュン")
                        .set("residenceCard", "AB12345678CD"),
                "wanted-two-readings",
                KeyKind.NAME_KANA,
                "キン ミンシュン",
                "読みが二つある氏名",
                "A name with two readings");
        golden(
                wanted("", "テツ", "", "1970-??-??", today.plusDays(60)).set("aliases.written", "鉄"),
                "wanted-alias-only",
                KeyKind.NAME_KANA,
                "テツ",
                "通称だけの手配",
                "Known by an alias only");
    }

    private Draft wanted(String written, String kana, String romaji, String birth, LocalDate expires) {
        LocalDate noticed = today.minusDays(200);
        return new Draft("wanted", "notice", 2, noticed)
                .set("noticeKind", "wanted-1")
                .set("noticedOn", noticed)
                .set("contact", "刑事第一課 強行犯係長（見本）")
                .set("contactPhone", "0178-00-0000")
                .person("suspect", written, kana, romaji)
                .set("birth", birth)
                .set("sex", "male")
                .set("height", "172")
                .set("offence", "robbery")
                .set("offenceOn", noticed.minusDays(7))
                .place("offencePlace", "八戸市", "見本町2丁目")
                .set("facts", "見本の事実です。実在の事件ではありません。")
                .set("warrantKind", "arrest")
                .set("warrantNumber", "見本（る）第900号")
                .set("warrantCourt", "八戸簡易裁判所")
                .set("warrantIssued", noticed)
                .set("warrantExpires", expires);
    }

    private void missing() {
        golden(
                missing(today.minusDays(120), "﨑山 ミツ", "サキヤマ ミツ", "昭和23年4月不明", "female"),
                "missing-old-form",
                KeyKind.NAME_KANJI,
                "崎山 ミツ",
                "異体字（﨑）・生年月日の日が不明",
                "Old form of a character, day of birth unknown");
        golden(
                missing(today.minusDays(120), "ヤナギダ", "ヤナギダ", "不明", "female")
                        .set("aliases.kana", "ミエコ", "エミコ")
                        .set("clothing", "肌着に「エミコ」、上着に「ヤナギダ」「ミエコ」の記名（見本）")
                        .set("reporterStanding", "police"),
                "missing-unidentified",
                KeyKind.NAME_KANA,
                "ミエコ",
                "氏名不詳の女性（着衣の記名）",
                "Unidentified woman, writing on her clothes");
        golden(
                missing(today.minusDays(120), "避難 静香", "ヒナン シズカ", "1990-09-09", "female")
                        .set("tellBarred", "yes")
                        .set("tellBarredReason", "届出人によるつきまといの相談あり（見本）")
                        .caution("do-not-tell-reporter", "人身安全対策課（見本）"),
                "missing-do-not-tell",
                KeyKind.NAME_KANJI,
                "避難 静香",
                "届出人に知らせてはならない行方不明者",
                "The reporter must not be told");
        golden(
                missing(today.minusDays(120), "手配 切江", "テハイ キレエ", "1940-02-02", "female")
                        .set("grounds", "helpless")
                        .set("groundsNote", "認知症（見本）")
                        .set("judgedOn", today.minusDays(110))
                        .set("noticeUntil", today.minusDays(10))
                        .set("publication", "yes"),
                "missing-lapsed-notice",
                KeyKind.NAME_KANJI,
                "手配 切江",
                "期限の切れた特異行方不明者手配",
                "A special notice that has lapsed");
    }

    /** A missing person, last seen that day. */
    static Draft missing(LocalDate seen, String written, String kana, String birth, String sex) {
        return new Draft("missing-person", "report", 0, seen.plusDays(1))
                .person("subject", written, kana, "")
                .set("birth", birth)
                .set("sex", sex)
                .place("address", "青森市", "見本町3丁目")
                .set("height", "151")
                .set("clothing", "紺色の上着（見本）")
                .set("lastSeenOn", seen)
                .place("lastSeenPlace", "青森市", "見本町3丁目")
                .set("cause", "unknown")
                .set("circumstances", "見本の状況です。")
                .set("reporterStanding", "relative")
                .person("reporter", "見本 次郎", "ミホン ジロウ", "")
                .set("reporterPhone", "090-0000-0002")
                .set("reportedOn", seen.plusDays(1))
                .set("contactPhone", "0177-00-0000")
                .set("tellBarred", "no");
    }

    private void things() {
        LocalDate day = today.minusDays(30);
        golden(
                new Draft("stolen-article", "notice", 1, day)
                        .set("article.kind", "phone")
                        .set("article.make", "見本電機")
                        .set("article.features", "背面にひび（見本）")
                        .set("serial", "MIHON-0001-2345")
                        .set("phone", "090-0000-1234")
                        .set("quantity", "1")
                        .set("stolenFrom", day)
                        .place("place", "八戸市", "見本町4丁目")
                        .set("grade", "ordinary")
                        .set("circulatedOn", day)
                        .person("victim", "見本 三郎", "ミホン サブロウ", "")
                        .set("victimPhone", "0178-00-0001")
                        .set("reportedOn", day),
                "stolen-article",
                KeyKind.SERIAL,
                "MIHON-0001-2345",
                "盗品（携帯電話機）",
                "Stolen telephone");
        golden(
                new Draft("bicycle", "theft", 2, day)
                        .set("number", "青森 A-12345")
                        .set("kind", "electric")
                        .set("make", "yamaha")
                        .set("colour", "red")
                        .set("stolenOn", day)
                        .place("place", "八戸市", "駅前見本広場")
                        .person("victim", "見本 四郎", "ミホン シロウ", "")
                        .set("victimPhone", "0178-00-0002")
                        .set("reportedOn", day),
                "bicycle",
                KeyKind.BICYCLE,
                "青森 A-12345",
                "盗難自転車",
                "Stolen bicycle");
        golden(
                new Draft("lost-property", "found", 2, day)
                        .set("article.kind", "phone")
                        .set("article.features", "黒いケース（見本）")
                        .set("phone", "090-0000-5678")
                        .set("foundOn", day)
                        .place("place", "八戸市", "見本町5丁目")
                        .set("placeKind", "bus")
                        .set("submittedOn", day)
                        .set("anonymous", "yes"),
                "lost-property",
                KeyKind.PHONE,
                "090-0000-5678",
                "拾得物（携帯電話機）",
                "Found telephone");
    }

    private void licences() {
        golden(
                licence("髙橋 見本子", "タカハシ ミホコ", "1988-04-12", SampleNames.licence(1)),
                "licence-old-form",
                KeyKind.NAME_KANJI,
                "高橋 見本子",
                "異体字（髙）の免許",
                "Licence with an old form (髙)");
        golden(
                licence("鈴木 健一", "スズキ ケンイチ", "1975-05-05", SampleNames.licence(2)),
                "licence-twin-1",
                KeyKind.NAME_KANJI,
                "鈴木 健一",
                "同姓同名・同じ生年月日（二人のうち一人目）",
                "Same name and birth date, first of two");
        golden(
                licence("鈴木 健一", "スズキ ケンイチ", "1975-05-05", SampleNames.licence(3))
                        .place("address", "むつ市", "見本町9丁目"),
                "licence-twin-2",
                KeyKind.LICENCE,
                SampleNames.licence(3),
                "同姓同名・同じ生年月日（二人目）",
                "Same name and birth date, second of two");
        golden(
                licence("昭和 終子", "ショウワ シュウコ", "昭和64年1月7日", SampleNames.licence(4)),
                "licence-last-showa",
                KeyKind.NAME_KANJI,
                "昭和 終子",
                "昭和64年1月7日生まれ",
                "Born on the last day of Showa");
        golden(
                licence("平成 始", "ヘイセイ ハジメ", "平成元年1月8日", SampleNames.licence(5)),
                "licence-first-heisei",
                KeyKind.NAME_KANJI,
                "平成 始",
                "平成元年1月8日生まれ",
                "Born on the first day of Heisei");
        golden(
                licence("新姓 恵", "シンセイ メグミ", "1993-11-03", SampleNames.licence(6))
                        .set("formerName.written", "旧姓 恵")
                        .set("formerName.kana", "キュウセイ メグミ"),
                "licence-married",
                KeyKind.NAME_KANJI,
                "旧姓 恵",
                "婚姻で姓が変わった人",
                "Name changed by marriage");
    }

    private Draft licence(String written, String kana, String birth, String number) {
        LocalDate issued = today.minusDays(400);
        return new Draft("driver-licence", "licence", 0, issued)
                .person("holder", written, kana, "")
                .set("birth", birth)
                .set("sex", "unknown")
                .place("address", "八戸市", "見本町6丁目")
                .set("number", number)
                .set("kinds", "ordinary", "moped")
                .set("firstGranted", issued.minusYears(10))
                .set("issuedOn", issued)
                .set("expires", issued.plusYears(5))
                .set("standing", "valid");
    }

    /** Entries of the second station that wait for its supervisor. */
    private void waiting() {
        drafts.add(vehicle("八戸 330 ま 99-01", 1).at(2).waiting());
        drafts.add(vehicle("八戸 330 ま 99-02", 1).at(2).set("colour", "red").waiting());
        drafts.add(wanted("確認 待男", "カクニン マツオ", "", "1981-01-01", today.plusDays(100))
                .waiting());
    }

    private void golden(Draft draft, String code, KeyKind kind, String typed, String label, String labelEn) {
        drafts.add(draft);
        goldens.add(new Golden(code, draft.operation(), kind, typed, label, labelEn));
    }
}
