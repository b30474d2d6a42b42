package akashi.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The mass of sample documents: the n-th of each kind is the same in every run but for its dates, which follow today.
 */
final class GeneratedRecords {
    private static final List<String> MAKES =
            List.of("toyota", "nissan", "honda", "mazda", "subaru", "suzuki", "daihatsu");
    private static final List<String> COLOURS = List.of("white", "black", "silver", "blue", "red", "grey", "navy");
    private static final List<String> PLATES = List.of("青森", "八戸", "弘前", "岩手", "盛岡", "秋田", "宮城", "仙台");
    private static final String KANA = "さすせそたちつてとなにぬねのはひふほまみむめもやゆらりるろ";
    private static final List<String> MODUS =
            List.of("bicycle-theft", "from-vehicle", "shoplifting", "vacant-house", "parts", "special-fraud");

    private static final List<String> FEATURES =
            List.of("持ち手に擦り傷", "花柄", "茶色の革", "鈴が付く", "内側に破れ", "水玉模様", "留め金が外れている", "赤い紐付き", "星形の飾り", "名札なし", "四つ折り");

    private final LocalDate today;

    GeneratedRecords(LocalDate today) {
        this.today = today;
    }

    List<Draft> all() {
        List<Draft> drafts = new ArrayList<>();
        for (int n = 0; n < 600; n++) {
            drafts.add(vehicle(n));
        }
        for (int n = 0; n < 150; n++) {
            drafts.add(wanted(n));
        }
        for (int n = 0; n < 200; n++) {
            drafts.add(missing(n));
        }
        for (int n = 0; n < 350; n++) {
            drafts.add(article(n));
        }
        for (int n = 0; n < 500; n++) {
            drafts.add(registration(n));
        }
        for (int n = 0; n < 200; n++) {
            drafts.add(theft(n));
        }
        for (int n = 0; n < 80; n++) {
            drafts.add(removed(n));
        }
        for (int n = 0; n < 250; n++) {
            drafts.add(found(n));
        }
        for (int n = 0; n < 150; n++) {
            drafts.add(loss(n));
        }
        for (int n = 0; n < 800; n++) {
            drafts.add(licence(n));
        }
        for (int n = 0; n < 500; n++) {
            drafts.add(crime(n));
        }
        return drafts;
    }

    private LocalDate past(Random random, int days) {
        return today.minusDays(2 + random.nextInt(days));
    }

    private Draft vehicle(int n) {
        Random random = new Random(1_000_000L + n);
        LocalDate stolen = past(random, 700);
        SampleNames.Name keeper = SampleNames.person(random, random.nextBoolean());
        Draft draft = new Draft("stolen-vehicle", "notice", n, stolen.plusDays(1))
                .set("target", "vehicle")
                .set(
                        "plate",
                        SampleNames.one(random, PLATES)
                                + (500 + random.nextInt(90))
                                + KANA.charAt(random.nextInt(KANA.length()))
                                + (1000 + random.nextInt(9000)))
                .set("chassis", "MIHON%02d-%07d".formatted(random.nextInt(90), n))
                .set("kind", random.nextInt(3) == 0 ? "kei-car" : "ordinary-car")
                .set("make", SampleNames.one(random, MAKES))
                .set("model", "見本車" + random.nextInt(40))
                .set("colour", SampleNames.one(random, COLOURS))
                .set("stolenFrom", stolen)
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .set("placeKind", "parking")
                .person("keeper", keeper.written(), keeper.kana(), keeper.romaji())
                .set("keeperPhone", SampleNames.phone(random))
                .set("reportedOn", stolen.plusDays(1));
        return n % 9 == 4 ? draft.ended("self-found") : draft;
    }

    private Draft wanted(int n) {
        Random random = new Random(2_000_000L + n);
        boolean woman = random.nextInt(6) == 0;
        SampleNames.Name suspect = SampleNames.person(random, woman);
        LocalDate noticed = past(random, 300);
        Draft draft = new Draft("wanted", "notice", n, noticed)
                .set("noticeKind", random.nextBoolean() ? "wanted-1" : "wanted-2")
                .set("noticedOn", noticed)
                .set("contact", "刑事課 見本係")
                .set("contactPhone", "0178-00-0000")
                .person("suspect", suspect.written(), suspect.kana(), suspect.romaji())
                .set("birth", LocalDate.of(1955, 1, 1).plusDays(random.nextInt(18_000)))
                .set("sex", woman ? "female" : "male")
                .set("offence", SampleNames.one(random, List.of("robbery", "injury", "extortion", "drugs")))
                .set("offenceOn", noticed.minusDays(10))
                .place("offencePlace", SampleNames.municipality(random), SampleNames.town(random))
                .set("facts", "見本の事実です。")
                .set("warrantKind", "arrest")
                .set("warrantNumber", "見本（る）第" + (n + 1) + "号")
                .set("warrantCourt", "青森簡易裁判所")
                .set("warrantIssued", noticed)
                .set("warrantExpires", today.plusDays(30L + random.nextInt(300)));
        return n % 10 == 3 ? draft.caution("violent", "手配署") : draft;
    }

    private Draft missing(int n) {
        Random random = new Random(3_000_000L + n);
        boolean woman = random.nextBoolean();
        SampleNames.Name subject = SampleNames.person(random, woman);
        SampleNames.Name reporter = SampleNames.person(random, !woman);
        LocalDate seen = past(random, 400);
        Draft draft = new Draft("missing-person", "report", n, seen.plusDays(1))
                .person("subject", subject.written(), subject.kana(), subject.romaji())
                .set("birth", LocalDate.of(1935, 1, 1).plusDays(random.nextInt(27_000)))
                .set("sex", woman ? "female" : "male")
                .place("address", SampleNames.municipality(random), SampleNames.town(random))
                .set("height", Integer.toString(145 + random.nextInt(40)))
                .set("clothing", "見本の着衣（" + SampleNames.one(random, List.of("紺の上着", "白いシャツ", "茶色のコート")) + "）")
                .set("lastSeenOn", seen)
                .place("lastSeenPlace", SampleNames.municipality(random), SampleNames.town(random))
                .set("cause", SampleNames.one(random, List.of("dementia", "family", "illness", "unknown")))
                .set("circumstances", "見本の状況です。")
                .set("reporterStanding", "relative")
                .person("reporter", reporter.written(), reporter.kana(), reporter.romaji())
                .set("reporterPhone", SampleNames.phone(random))
                .set("reportedOn", seen.plusDays(1))
                .set("contactPhone", "0177-00-0000")
                .set("tellBarred", "no");
        return n % 4 == 1 ? draft.ended("returned") : draft;
    }

    private Draft article(int n) {
        Random random = new Random(4_000_000L + n);
        SampleNames.Name victim = SampleNames.person(random, random.nextBoolean());
        LocalDate stolen = past(random, 500);
        return new Draft("stolen-article", "notice", n, stolen.plusDays(1))
                .set(
                        "article.kind",
                        SampleNames.one(random, List.of("watch", "camera", "jewellery", "tool", "computer")))
                .set("article.make", "見本工業")
                .set("article.features", "見本の特徴")
                .set("serial", "MH-%06d".formatted(n))
                .set("colour", SampleNames.one(random, COLOURS))
                .set("quantity", "1")
                .set("value", Integer.toString(1000 * (1 + random.nextInt(300))))
                .set("stolenFrom", stolen)
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .set("modus", "vacant-house")
                .set("grade", "none")
                .person("victim", victim.written(), victim.kana(), victim.romaji())
                .set("victimPhone", SampleNames.phone(random))
                .set("reportedOn", stolen.plusDays(1));
    }

    private Draft registration(int n) {
        Random random = new Random(5_000_000L + n);
        SampleNames.Name owner = SampleNames.person(random, random.nextBoolean());
        LocalDate day = past(random, 1500);
        return bicycle("registration", n, day, random)
                .set("number", "青森 M-%05d".formatted(n))
                .set("frame", "MF%06d".formatted(n))
                .set("make", SampleNames.one(random, List.of("bridgestone", "panasonic", "yamaha", "asahi")))
                .set("registeredOn", day)
                .person("owner", owner.written(), owner.kana(), owner.romaji())
                .place("ownerPlace", SampleNames.municipality(random), SampleNames.town(random))
                .set("ownerPhone", SampleNames.phone(random));
    }

    private Draft theft(int n) {
        Random random = new Random(6_000_000L + n);
        SampleNames.Name victim = SampleNames.person(random, random.nextBoolean());
        LocalDate day = past(random, 300);
        return bicycle("theft", n, day, random)
                .set("number", "青森 M-%05d".formatted(n * 2))
                .set("stolenOn", day)
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .person("victim", victim.written(), victim.kana(), victim.romaji())
                .set("victimPhone", SampleNames.phone(random))
                .set("reportedOn", day);
    }

    private Draft removed(int n) {
        Random random = new Random(7_000_000L + n);
        LocalDate day = past(random, 90);
        return bicycle("removed", n, day, random)
                .set("number", "青森 M-%05d".formatted(n * 6 + 1))
                .set("removedOn", day)
                .place("place", SampleNames.municipality(random), "駅前見本広場")
                .set("keeperBody", "見本市")
                .set("store", "見本保管所");
    }

    private static Draft bicycle(String type, int n, LocalDate day, Random random) {
        return new Draft("bicycle", type, n, day)
                .set("kind", SampleNames.one(random, List.of("city", "electric", "sports", "folding")))
                .set("colour", SampleNames.one(random, COLOURS));
    }

    private Draft found(int n) {
        Random random = new Random(8_000_000L + n);
        LocalDate day = past(random, 80);
        return new Draft("lost-property", "found", n, day)
                .set("article.kind", SampleNames.one(random, List.of("umbrella", "key", "wallet", "bag", "earphones")))
                .set("article.features", FEATURES.get(n % FEATURES.size()))
                .set("colour", SampleNames.one(random, COLOURS))
                .set("foundOn", day)
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .set("placeKind", "road")
                .set("submittedOn", day)
                .set("anonymous", "yes");
    }

    private Draft loss(int n) {
        Random random = new Random(9_000_000L + n);
        SampleNames.Name owner = SampleNames.person(random, random.nextBoolean());
        LocalDate day = past(random, 80);
        return new Draft("lost-property", "loss", n, day)
                .set("article.kind", SampleNames.one(random, List.of("umbrella", "key", "wallet", "bag", "glasses")))
                .set("article.features", FEATURES.get((3 * n + 1) % FEATURES.size()))
                .set("lostFrom", day)
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .person("owner", owner.written(), owner.kana(), owner.romaji())
                .set("ownerPhone", SampleNames.phone(random));
    }

    private Draft licence(int n) {
        Random random = new Random(10_000_000L + n);
        boolean woman = random.nextBoolean();
        SampleNames.Name holder = SampleNames.person(random, woman);
        LocalDate issued = past(random, 1000);
        return new Draft("driver-licence", "licence", n, issued)
                .person("holder", holder.written(), holder.kana(), holder.romaji())
                .set("birth", LocalDate.of(1945, 1, 1).plusDays(random.nextInt(21_000)))
                .set("sex", woman ? "female" : "male")
                .place("address", SampleNames.municipality(random), SampleNames.town(random))
                .set("number", SampleNames.licence(10_000 + n))
                .set("kinds", "ordinary")
                .set("firstGranted", issued.minusYears(5))
                .set("issuedOn", issued)
                .set("expires", issued.plusYears(5))
                .set("standing", "valid");
    }

    private Draft crime(int n) {
        Random random = new Random(11_000_000L + n);
        LocalDate day = past(random, 360);
        String modus = SampleNames.one(random, MODUS);
        return new Draft("crime-report", "report", n, day)
                .set("offence", modus.equals("special-fraud") ? "fraud" : "theft")
                .set("modus", modus)
                .set("station", "見本")
                .place("place", SampleNames.municipality(random), SampleNames.town(random))
                .set("placeKind", "other")
                .set("occurredOn", day)
                .set("occurredHour", Integer.toString(random.nextInt(24)))
                .set("locking", "locked");
    }
}
