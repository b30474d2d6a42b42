package akashi.identity;

import java.util.HashMap;
import java.util.Map;

/**
 * Well-known old and customary forms of characters (旧字体・異体字), the small table of version {@value Normaliser#VERSION}.
 * Facts from 常用漢字表 (the forms in its brackets), 人名用漢字別表第二 and everyday writings of family names registered as the same
 * character; a test keeps every pair of the official list of different characters (別字, 民一2842号通達) apart, so 斉 and 斎
 * stay two characters, 舛 and 升, 宫 and 宮 too.
 */
final class OldForms {
    /** Today's form first, its other forms behind it. */
    private static final String TABLE = """
            亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應
            欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼
            覚覺 学學斈 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 気氣 帰歸 亀龜
            偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕 暁曉 区區 駆驅 勲勳 薫薰 径徑
            茎莖 恵惠 掲揭 渓溪谿 経經 蛍螢 軽輕 継繼 鶏鷄雞 芸藝 撃擊 欠缺 研硏 県縣 倹儉
            剣劍劔剱劒 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 広廣 効效 恒恆 黄黃 鉱鑛 号號
            国國圀囯囶 黒黑 砕碎 済濟 斎齋 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒
            辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖 叙敍 将將 称稱
            渉涉 焼燒 証證 奨奬獎 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸
            嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 斉齊 静靜
            窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢
            曽曾 痩瘦 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體躰軆 帯帶 滞滯
            台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵
            聴聽 勅敕 鎮鎭 逓遞 鉄鐵銕鐡 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬭 徳德 独獨
            読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕
            浜濱濵 瓶甁 払拂 仏佛 併倂 並竝 餅餠 辺邊邉 変變 弁辨瓣辯 歩步 宝寶寳 豊豐 褒襃 翻飜
            毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴
            乱亂 覧覽 竜龍龒 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀
            錬鍊 炉爐 労勞 郎郞 楼樓 録錄 湾灣 島嶋嶌㠀 野埜壄 富冨 崎﨑嵜㟢 淵渕渊 峰峯 館舘 園薗
            船舩 村邨 枡桝 檜桧 秋穐龝 多夛 槙槇 禰祢 梅楳 壺壷 蘆芦 場塲 岩嵒 巌巖 高髙 吉𠮷
            柳栁桺 桑桒枽 橋槗𣘺 土圡𡈽 戸戶户 達逹 鶴靏靍靎寉鸖 喜㐂 第㐧 虎乕 涼凉 杉杦 松柗 部郶
            舎舍 内內 青靑 清淸 間閒 彦彥 産產 顔顏 昇曻 昂昻 晃晄 熙煕凞 函凾 略畧 群羣 濤涛
            禱祷 鷗鴎 麴麹 蝉蟬 莱萊 瑶瑤 遥遙 尭堯 凜凛 亘亙 晋晉 櫟檪 潟瀉 俣俁 妙玅 聡聰 穣穰
            侠俠 倶俱 呑吞 兎兔 厩廐 柏栢 鯵鰺 竈竃 靭靱 顛顚 填塡 掴摑 頬頰 蝋蠟 箪簞 醤醬 嘗甞
            撹攪 潅灌 噛嚙 剥剝 砺礪 砿礦 諌諫 鴬鶯 蠣蛎 舗舖鋪 仙僊 坂岅 柿柹 留畄 宿㝛 耕畊
            """;

    private static final Map<Integer, Integer> TODAY = read();

    private OldForms() {}

    /** The text with today's forms. */
    static String today(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(TODAY.getOrDefault(c, c)));
        return out.toString();
    }

    private static Map<Integer, Integer> read() {
        var map = new HashMap<Integer, Integer>();
        for (String group : TABLE.strip().split("\\s+", -1)) {
            int today = group.codePointAt(0);
            group.codePoints().skip(1).forEach(old -> map.put(old, today));
        }
        return Map.copyOf(map);
    }
}
