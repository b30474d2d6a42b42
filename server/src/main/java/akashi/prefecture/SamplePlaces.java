package akashi.prefecture;

import java.util.Arrays;
import java.util.List;

/**
 * Places the sample prefecture is made of. Names of stations: public list of April 2014 (18 stations); in 2024–2025
 * there are 17, and which one was merged is not confirmed, so none is ended here. Boxes take names of municipalities
 * and towns in the area; their number (42 and 103, spring 2025) is public, where they stand is not claimed.
 */
final class SamplePlaces {
    static final String STATIONS_SOURCE = "2014年4月の公開一覧（18署）。2024–2025年は17署だが、統合された署は未確認のため終了日を入れていない";
    static final String BOXES_SOURCE = "見本。名称は管内の地名、総数は2025年春の公表数（交番42・駐在所103）";

    /** A name in both languages. */
    record Name(String ja, String en) {}

    /**
     * @param size 3 large, 2 middle, 1 small
     * @param staff about how many people work there, boxes included
     */
    record Station(int number, Name name, int size, int staff, List<Name> boxes, List<Name> residential) {}

    private static final String TABLE = """
            青森 Aomori|3|270|堤町 Tsutsumimachi,古川 Furukawa,油川 Aburakawa,浪打 Namiuchi,筒井 Tsutsui,荒川 Arakawa,造道 Tsukurimichi,新城 Shinjo,沖館 Okidate|後潟 Ushirogata,野内 Nonai,浅虫 Asamushi,高田 Takada,横内 Yokouchi,小湊 Kominato
            青森南 Aomori-Minami|1|38|浪岡 Namioka|大釈迦 Daishaka,女鹿沢 Megasawa,本郷 Hongo
            外ヶ浜 Sotogahama|1|38|蟹田 Kanita|平舘 Tairadate,三厩 Minmaya,今別 Imabetsu,蓬田 Yomogita,大平 Odai,竜飛 Tappi
            弘前 Hirosaki|3|190|土手町 Dotemachi,城東 Joto,弘前駅前 Hirosaki-Ekimae,和徳 Watoku,富田 Tomita,松原 Matsubara|石川 Ishikawa,小沢 Kozawa,新和 Niina,船沢 Funazawa,高杉 Takasugi,岩木 Iwaki,相馬 Soma,西目屋 Nishimeya,藤崎 Fujisaki
            黒石 Kuroishi|2|76|黒石 Kuroishi,平賀 Hiraka|尾上 Onoe,碇ヶ関 Ikarigaseki,大鰐 Owani,田舎館 Inakadate,山形 Yamagata,浅瀬石 Aseishi,六郷 Rokugo,竹館 Takedate
            五所川原 Goshogawara|2|100|五所川原 Goshogawara,金木 Kanagi,鶴田 Tsuruta|飯詰 Iizume,七和 Nanawa,梅沢 Umezawa,嘉瀬 Kase,喜良市 Kirachi,市浦 Shiura,中里 Nakasato,小泊 Kodomari
            つがる Tsugaru|1|50|木造 Kizukuri|森田 Morita,柏 Kashiwa,稲垣 Inagaki,車力 Shariki,館岡 Tateoka,越水 Koshimizu
            鰺ヶ沢 Ajigasawa|1|44|鰺ヶ沢 Ajigasawa|舞戸 Maito,赤石 Akaishi,鳴沢 Narusawa,深浦 Fukaura,岩崎 Iwasaki,大戸瀬 Odose
            板柳 Itayanagi|1|30|板柳 Itayanagi|五林平 Gorimbira,常海橋 Jokaibashi
            むつ Mutsu|2|90|田名部 Tanabu,大湊 Ominato,川内 Kawauchi|関根 Sekine,奥内 Okunai,城ヶ沢 Jogasawa,脇野沢 Wakinosawa,大畑 Ohata,正津川 Shozugawa,尻屋 Shiriya,小田野沢 Odanosawa
            大間 Oma|1|32||大間 Oma,奥戸 Okoppe,風間浦 Kazamaura,佐井 Sai,下風呂 Shimofuro
            八戸 Hachinohe|3|280|三日町 Mikkamachi,八戸駅前 Hachinohe-Ekimae,小中野 Konakano,湊 Minato,鮫 Same,根城 Nejo,類家 Ruike,白銀 Shirogane|是川 Korekawa,上長 Kaminaga,市川 Ichikawa,館 Tate,豊崎 Toyosaki,大館 Odate,南浜 Minamihama,田面木 Tamonoki,南郷 Nango,島守 Shimamori,階上 Hashikami,道仏 Dobutsu
            三戸 Sannohe|1|44|三戸 Sannohe|田子 Takko,名川 Nagawa,福地 Fukuchi,剣吉 Kenyoshi,南部 Nambu,斗川 Togawa
            五戸 Gonohe|1|36|五戸 Gonohe|倉石 Kuraishi,浅田 Asada,上市川 Kamiichikawa,新郷 Shingo
            十和田 Towada|2|84|十和田 Towada,穂並 Honami|焼山 Yakeyama,六戸 Rokunohe,沢田 Sawada,藤坂 Fujisaka
            三沢 Misawa|2|78|三沢 Misawa,大町 Omachi|天ヶ森 Amagamori,百石 Momoishi,木ノ下 Kinoshita
            七戸 Shichinohe|1|42||七戸 Shichinohe,天間林 Temmabayashi,乙供 Ottomo,上北 Kamikita
            野辺地 Noheji|1|40||野辺地 Noheji,横浜 Yokohama,六ヶ所 Rokkasho
            """;

    private SamplePlaces() {}

    static List<Station> stations() {
        var lines = TABLE.lines().toList();
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(index -> station(index + 1, lines.get(index).split("\\|", -1)))
                .toList();
    }

    private static Station station(int number, String[] parts) {
        return new Station(
                number,
                name(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                names(parts[3]),
                names(parts[4]));
    }

    private static List<Name> names(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(SamplePlaces::name).toList();
    }

    private static Name name(String pair) {
        int gap = pair.indexOf(' ');
        return new Name(pair.substring(0, gap), pair.substring(gap + 1));
    }
}
