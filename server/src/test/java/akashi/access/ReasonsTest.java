package akashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "。。。",
                "あああ",
                "ｱｱｱｱ",
                "aaaaaaa",
                "abab",
                "ababa",
                "test",
                "ＴＥＳＴ",
                "テスト",
                "てすと",
                "123456",
                "abcd",
                "あいうえお",
                "asdf",
                "なし",
                "特になし",
                "..........",
                "x y",
                "👮👮👮👮",
                "業務のため",
                "!!test!!",
                "テストテストテ"
            })
    void sayingNothingIsJunk(String typed) {
        assertThat(Reasons.junk(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"八戸駅前で職務質問中、言動が不審", "無灯火の自転車", "保護した高齢者の身元確認", "traffic stop", "盗難届", "青本刑総第123号", "人事第1号"})
    void aReasonIsAReason(String typed) {
        assertThat(Reasons.junk(typed)).isFalse();
    }
}
