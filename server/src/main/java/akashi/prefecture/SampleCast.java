package akashi.prefecture;

import akashi.organization.Employment;
import akashi.organization.Rank;
import java.util.List;

/** The sample's recognisable people, one for each part of the guided tour; their staff numbers never change. */
final class SampleCast {
    /** @param post code of the post held */
    record Part(
            String key,
            String staffNumber,
            SampleNames.Name name,
            Rank rank,
            Employment employment,
            String post,
            String role,
            String roleEn) {}

    static final List<Part> PARTS = List.of(
            sworn(
                    1,
                    "BOX_OFFICER",
                    "太郎 タロウ Taro",
                    Rank.SENIOR_POLICE_OFFICER,
                    "S12-K1/2",
                    "八戸署 三日町交番の警察官",
                    "Officer at Mikkamachi police box, Hachinohe"),
            sworn(
                    2,
                    "PATROL_OFFICER",
                    "次郎 ジロウ Jiro",
                    Rank.SERGEANT,
                    "S12-4/3",
                    "八戸署 地域課のパトカー乗務員",
                    "Patrol car officer, Hachinohe"),
            sworn(3, "DETECTIVE", "三郎 サブロウ Saburo", Rank.SERGEANT, "S04-5/3", "弘前署 刑事第一課の捜査員", "Detective, Hirosaki"),
            sworn(
                    4,
                    "STATION_SUPERVISOR",
                    "花子 ハナコ Hanako",
                    Rank.ASSISTANT_INSPECTOR,
                    "S12-4/2",
                    "八戸署 地域課の係長",
                    "Subsection chief, community police, Hachinohe"),
            sworn(
                    5,
                    "UNIT_HEAD",
                    "一郎 イチロウ Ichiro",
                    Rank.SENIOR_SUPERINTENDENT,
                    "S12/1",
                    "八戸署長",
                    "Chief of Hachinohe station"),
            sworn(
                    6,
                    "CONFIRMER",
                    "桜 サクラ Sakura",
                    Rank.ASSISTANT_INSPECTOR,
                    "S04-5/2",
                    "弘前署 刑事第一課の係長（確認者）",
                    "Subsection chief who confirms records, Hirosaki"),
            sworn(
                    7,
                    "INQUIRY_CENTRE_1",
                    "光 ヒカル Hikaru",
                    Rank.SERGEANT,
                    "H154/2",
                    "照会センター員（1）",
                    "Inquiry centre operator (1)"),
            sworn(
                    8,
                    "INQUIRY_CENTRE_2",
                    "恵 メグミ Megumi",
                    Rank.SENIOR_POLICE_OFFICER,
                    "H154/2",
                    "照会センター員（2）",
                    "Inquiry centre operator (2)"),
            sworn(
                    9,
                    "SECTION_HEAD_COMMUNITY",
                    "健 ケン Ken",
                    Rank.SUPERINTENDENT,
                    "H201/1",
                    "生活安全企画課長（運用主管課長）",
                    "Head of Community Safety Planning, manages operations"),
            sworn(
                    10,
                    "SECTION_HEAD_CRIMINAL",
                    "誠 マコト Makoto",
                    Rank.SUPERINTENDENT,
                    "H301/1",
                    "刑事企画課長（運用主管課長）",
                    "Head of Criminal Affairs Planning, manages operations"),
            sworn(
                    11,
                    "SYSTEM_GENERAL_MANAGER",
                    "隆 タカシ Takashi",
                    Rank.SENIOR_SUPERINTENDENT,
                    "H15/1",
                    "総務室長（システム総括責任者）",
                    "Head of General Affairs Office, system general manager"),
            new Part(
                    "INFORMATION_MANAGEMENT",
                    "990012",
                    name("学 マナブ Manabu"),
                    Rank.SUBSECTION_CHIEF,
                    Employment.CIVILIAN,
                    "H153/4",
                    "情報管理課の係長",
                    "Information management section officer"),
            sworn(13, "AUDITOR", "律子 リツコ Ritsuko", Rank.INSPECTOR, "H108/6", "監察課の監査員", "Auditor, Internal Affairs"),
            new Part(
                    "PART_TIME_ADVISER",
                    "990014",
                    name("春男 ハルオ Haruo"),
                    Rank.NONE,
                    Employment.PART_TIME,
                    "S12-K1/3",
                    "三日町交番の交番相談員（非常勤）",
                    "Part-time adviser, Mikkamachi police box"));

    private SampleCast() {}

    private static Part sworn(
            int number, String key, String given, Rank rank, String post, String role, String roleEn) {
        return new Part(
                key, Integer.toString(990000 + number), name(given), rank, Employment.SWORN, post, role, roleEn);
    }

    private static SampleNames.Name name(String given) {
        var part = given.split(" ", -1);
        return new SampleNames.Name("見本 " + part[0], "ミホン " + part[1], "Mihon " + part[2]);
    }
}
