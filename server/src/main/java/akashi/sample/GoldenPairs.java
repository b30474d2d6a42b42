package akashi.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Documents that meet a counterpart among the golden ones, so that a demonstration has something to judge: a protected
 * woman with marks on her clothes as in the Tatebayashi case (DOMAIN 3.6), a stolen bicycle found at another station, a
 * lost telephone that somebody handed in.
 */
final class GoldenPairs {
    private final LocalDate today;

    GoldenPairs(LocalDate today) {
        this.today = today;
    }

    List<Draft> drafts() {
        return List.of(missing(), protectedWoman(), bicycle(), loss());
    }

    private Draft missing() {
        return GoldenRecords.missing(today.minusDays(6), "柳田 ミエコ", "ヤナギダ ミエコ", "昭和16年不明", "female")
                .place("address", "青森市", "見本町8丁目")
                .set("clothing", "紺色の上着、灰色のズボン（見本）")
                .place("lastSeenPlace", "青森市", "見本駅前")
                .set("circumstances", "散歩に出たまま戻らない。見本です。")
                .set("reporterStanding", "spouse")
                .person("reporter", "柳田 見本", "ヤナギダ ミホン", "")
                .set("reporterPhone", "090-0000-0007");
    }

    private Draft protectedWoman() {
        LocalDate day = today.minusDays(5);
        return new Draft("protection", "person", 2, day)
                .set("sex", "female")
                .set("ageFrom", "75")
                .set("ageTo", "90")
                .set("height", "150")
                .set("marks", "上着の内側「ヤナギダ」", "肌着「エミコ」")
                .set("clothing", "紺色の上着、灰色のズボン（見本）")
                .set("protectedOn", day)
                .place("place", "八戸市", "駅前見本広場")
                .set("circumstances", "氏名を答えられない。見本です。")
                .set("whereNow", "見本病院")
                .set("contactPhone", "0178-00-0000");
    }

    private Draft bicycle() {
        LocalDate day = today.minusDays(3);
        return new Draft("bicycle", "found", 1, day)
                .set("number", "青森A12345")
                .set("frame", "不明")
                .set("kind", "electric")
                .set("make", "yamaha")
                .set("colour", "red")
                .set("foundOn", day)
                .place("place", "弘前市", "見本町1丁目")
                .set("store", "見本署自転車置場");
    }

    private Draft loss() {
        LocalDate day = today.minusDays(31);
        return new Draft("lost-property", "loss", 1, day.plusDays(1))
                .set("article.kind", "phone")
                .set("article.features", "黒い革のケース（見本）")
                .set("phone", "090-0000-5678")
                .set("lostFrom", day)
                .place("place", "弘前市", "見本バス車内")
                .person("owner", "見本 六郎", "ミホン ロクロウ", "")
                .set("ownerPhone", "0172-00-0006");
    }
}
