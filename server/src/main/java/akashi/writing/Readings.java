package akashi.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commonest Korean and Chinese family names with the ways they are read and spelled in Japan: by the Korean or
 * Chinese sound in kana, by the Japanese on-reading, and in Latin letters as on passports. The names are the commonest
 * of the census of Korea (2015) and of the household register of China (2020); on-readings as in 常用漢字表, Korean sounds
 * as in Unihan kHangul, spellings as customary. A reading may belong to several names, so it is a reason to look, never
 * proof.
 */
public final class Readings {
    /** Character, readings in kana, then spellings in Latin letters. */
    private static final String TABLE = """
            金 キム キン コン kim gim jin
            李 イ リ リー イー lee yi rhee ri li
            朴 パク ボク ホオ park pak bak
            崔 チェ サイ ツイ choi choe cui
            鄭 チョン テイ ジョン ツェン jung chung jeong chong zheng cheng
            姜 カン キョウ ジャン kang gang jiang
            趙 チョ チョウ ジャオ cho jo zhao chao
            尹 ユン イン yoon yun yin
            張 チャン ジャン チョウ chang jang zhang cheung
            林 イム リム リン lim im rim lin lam
            韓 ハン カン han
            呉 オ ゴ ウー oh o wu ng
            徐 ソ ジョ シュー seo suh so xu hsu
            申 シン shin sin
            権 クォン ゴン ケン kwon gwon
            黄 ファン コウ ホアン hwang huang wong
            安 アン ahn an
            宋 ソン ソウ song sung
            柳 ユ リュ リュウ yoo yu ryu you
            劉 ユ リュウ リウ yoo yu ryu liu lau
            洪 ホン コウ hong
            高 コ コウ ガオ ko go koh gao
            文 ムン ブン ウェン moon mun wen
            梁 ヤン リャン リョウ yang liang leung
            孫 ソン スン son sohn sun
            裵 ペ ハイ bae pae
            白 ペク ハク バイ baek paik bai
            曹 チョ ソウ ツァオ cho jo cao tsao
            許 ホ キョ シュー heo hur huh xu hsu
            南 ナム ナン nam
            沈 シム チン シェン shim sim shen
            盧 ノ ロ ルー noh roh no lu
            河 ハ カ ha
            全 チョン ゼン jun jeon chun
            成 ソン セイ sung seong
            車 チャ シャ cha
            具 ク グ koo ku gu
            禹 ウ woo wu
            田 チョン デン ティエン jeon tian
            閔 ミン ビン min
            羅 ナ ラ ルオ na ra luo law
            辛 シン shin sin xin
            池 チ ji chi
            陳 チン ジン チェン chen chan jin
            王 ワン オウ wang wong
            楊 ヤン ヨウ yang yeung
            周 チュ シュウ ジョウ チョウ joo ju zhou chow
            朱 チュ シュ ジュー joo ju zhu chu
            馬 マ バ マー ma
            胡 コ フー hu
            郭 クァク カク グオ kwak gwak guo kuo
            何 カ ハー ホー he ho
            謝 シャ シエ xie tse
            曾 ソウ ツォン ゼン zeng tsang
            鄧 トウ デン deng tang
            蔡 チェ サイ ツァイ chae choi cai tsai
            丁 チョン テイ ディン jung jeong ding
            蒋 ショウ ジャン jiang chiang
            余 ヨ ユー yu yeo
            葉 ヨウ イエ ye yip
            阮 グエン ゲン ルアン nguyen ruan
            """;

    private static final Map<String, List<String>> BY_READING = new HashMap<>();
    private static final Map<String, String> BY_CHARACTER = new HashMap<>();

    static {
        for (String line : TABLE.strip().split("\n", -1)) {
            String[] words = line.strip().split(" ", -1);
            BY_CHARACTER.put(Characters.variantClasses(words[0]), words[0]);
            for (int i = 1; i < words.length; i++) {
                var names = BY_READING.computeIfAbsent(folded(words[i]), _ -> new ArrayList<>());
                if (!names.contains(words[0])) {
                    names.add(words[0]);
                }
            }
        }
    }

    private Readings() {}

    /** What is known of a family name: its character without selectors, its reading in folded Latin letters. */
    public record Signs(@Nullable String kanji, @Nullable String reading) {}

    /** Whether both can be one of the names. */
    public static boolean meet(Signs one, Signs other) {
        var here = names(one);
        return !here.isEmpty() && names(other).stream().anyMatch(here::contains);
    }

    /** The names it can be: by its character where it has one, otherwise by its reading. */
    public static List<String> names(Signs signs) {
        if (signs.kanji() != null) {
            String name = BY_CHARACTER.get(Characters.variantClasses(signs.kanji()));
            return name == null ? List.of() : List.of(name);
        }
        return signs.reading() == null ? List.of() : BY_READING.getOrDefault(signs.reading(), List.of());
    }

    /** A reading of one part in kana or Latin letters, folded. */
    public static String folded(String reading) {
        var parts = Kana.only(NameRules.width(reading)) ? NameRules.kanaParts(reading) : NameRules.romajiParts(reading);
        return NameRules.joined(parts, false).text();
    }
}
