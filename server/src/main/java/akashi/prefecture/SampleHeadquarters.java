package akashi.prefecture;

import akashi.organization.UnitKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Departments and sections of the sample's headquarters. */
final class SampleHeadquarters {
    static final String HEADQUARTERS = "H";
    static final String GENERAL_AFFAIRS = "H15";
    static final String INTERNAL_AFFAIRS = "H108";
    static final String INFORMATION = "H153";
    static final String INQUIRY_CENTRE = "H154";

    /** @param staff about how many people work there, 0 for units that only group others */
    record Row(
            String code,
            @Nullable String parent,
            UnitKind kind,
            String name,
            String nameEn,
            int staff,
            LocalDate from,
            String source) {}

    private static final String RULE = "県警察の組織に関する公開の規則";
    private static final String LISTING = "2014年の公開資料";
    private static final String USUAL = "見本。多くの県警察に見られる名称";
    private static final LocalDate FOUNDED = SamplePrefecture.FOUNDED;

    private static final String TABLE = """
            H||HEADQUARTERS|青森県警察本部|Aomori Prefectural Police Headquarters|0|R
            H1|H|DEPARTMENT|警務部|Police Administration Department|0|R
            H101|H1|SECTION|総務課|General Affairs Section|14|R
            H102|H1|SECTION|広報課|Public Relations Section|10|R
            H103|H1|SECTION|警務課|Personnel Section|24|R
            H104|H1|SECTION|教養課|Training Section|14|R
            H105|H1|SECTION|会計課|Accounting Section|18|R
            H106|H1|SECTION|施設課|Facilities Section|14|R
            H107|H1|SECTION|留置管理課|Detention Management Section|12|R
            H108|H1|SECTION|監察課|Internal Affairs Section|14|R
            H15|H1|OFFICE|総務室|General Affairs Office|0|L
            H151|H15|SECTION|総務事務推進課|Administrative Services Section|12|L
            H152|H15|SECTION|厚生課|Welfare Section|12|L
            H153|H15|SECTION|情報管理課|Information Management Section|20|L
            H154|H153|DESK|照会センター|Inquiry Centre|12|U
            H2|H|DEPARTMENT|生活安全部|Community Safety Department|0|L
            H201|H2|SECTION|生活安全企画課|Community Safety Planning Section|16|U
            H202|H2|SECTION|人身安全対策課|Personal Safety Section|16|U
            H203|H2|SECTION|少年課|Juvenile Section|14|U
            H204|H2|SECTION|保安課|Public Morals Section|12|U
            H205|H2|SECTION|地域課|Community Police Section|22|U
            H206|H2|SECTION|通信指令課|Communications Command Section|28|U
            H207|H2|SECTION|サイバー犯罪対策課|Cybercrime Section|14|U
            H3|H|DEPARTMENT|刑事部|Criminal Investigation Department|0|L
            H301|H3|SECTION|刑事企画課|Criminal Affairs Planning Section|18|U
            H302|H3|SECTION|捜査第一課|First Investigation Section|26|U
            H303|H3|SECTION|捜査第二課|Second Investigation Section|20|U
            H304|H3|SECTION|捜査第三課|Third Investigation Section|20|U
            H305|H3|SECTION|組織犯罪対策課|Organised Crime Section|22|U
            H306|H3|SECTION|鑑識課|Identification Section|24|U
            H307|H3|INSTITUTE|科学捜査研究所|Forensic Science Laboratory|16|U
            H308|H3|SQUAD|機動捜査隊|Mobile Investigation Unit|30|U
            H4|H|DEPARTMENT|交通部|Traffic Department|0|L
            H401|H4|SECTION|交通企画課|Traffic Planning Section|14|U
            H402|H4|SECTION|交通指導課|Traffic Enforcement Section|16|U
            H403|H4|SECTION|交通規制課|Traffic Regulation Section|16|U
            H404|H4|SECTION|運転免許課|Driver Licence Section|32|U
            H405|H4|SQUAD|交通機動隊|Traffic Mobile Unit|30|U
            H406|H4|SQUAD|高速道路交通警察隊|Expressway Traffic Police Unit|32|U
            H5|H|DEPARTMENT|警備部|Security Department|0|L
            H501|H5|SECTION|公安課|Public Security Section|20|U
            H502|H5|SECTION|警備課|Guard Section|16|U
            H503|H5|SECTION|外事課|Foreign Affairs Section|12|U
            H504|H5|SQUAD|機動隊|Riot Police Unit|40|U
            H505|H5|SECTION|警衛対策課|Imperial Escort Section|12|N
            H9|H|SCHOOL|警察学校|Police School|20|L
            """;

    private SampleHeadquarters() {}

    static List<Row> rows() {
        return TABLE.lines().map(line -> row(line.split("\\|", -1))).toList();
    }

    private static Row row(String[] part) {
        boolean recent = part[6].equals("N");
        return new Row(
                part[0],
                part[1].isEmpty() ? null : part[1],
                UnitKind.valueOf(part[2]),
                part[3],
                part[4],
                Integer.parseInt(part[5]),
                recent ? LocalDate.of(2024, 4, 1) : FOUNDED,
                recent ? "2024年に新設（月日は未確認のため4月1日とした）" : source(part[6]));
    }

    private static String source(String mark) {
        return switch (mark) {
            case "R" -> RULE;
            case "L" -> LISTING;
            default -> USUAL;
        };
    }
}
