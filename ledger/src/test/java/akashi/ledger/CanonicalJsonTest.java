package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void whatIsWrittenIsReadAgainAndWrittenAlike() {
        Seeded.forAll(500, random -> {
            Object value = value(random, 0);
            String text = CanonicalJson.text(value);
            assertThat(CanonicalJson.parse(text)).isEqualTo(value);
            assertThat(CanonicalJson.text(CanonicalJson.parse(text))).isEqualTo(text);
        });
    }

    private static Object value(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> CanonicalJson.Null.NULL;
            case 1 -> random.nextBoolean();
            case 2 -> (double) random.nextInt();
            case 3 -> finite(random);
            case 4 -> text(random);
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(text(random), value(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static double finite(RandomGenerator random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) && value != 0 ? value : 0.5;
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int c = random.nextInt(Character.MAX_CODE_POINT + 1) >>> random.nextInt(15);
            text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nullx",
                "true false",
                "tru",
                "{",
                "}",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{1:2}",
                "\"",
                "\"a",
                "\"\t\"",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u１２３４\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\ud800\\ud800\"",
                "\"\\ud800\\n\"",
                "\"\\udc00\\ud800\"",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x10",
                "1_000",
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "-1e400",
                "１",
                "\ufeff1",
                "1\u00a0",
                "/*c*/1",
            })
    void whatIsNotJsonIsRefused(String json) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> CanonicalJson.parse(json));
    }

    @Test
    void aFaultNamesItsPosition() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> CanonicalJson.parse("[1, x]"))
                .withMessageContaining("at character 5");
    }

    @Test
    void nestingIsReadAndWrittenUpToTheBound() {
        String deep = "[".repeat(CanonicalJson.MAX_DEPTH) + "1" + "]".repeat(CanonicalJson.MAX_DEPTH);
        Object value = CanonicalJson.parse(deep);
        assertThat(CanonicalJson.text(value)).isEqualTo(deep);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(List.of(value)));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> CanonicalJson.parse("[" + deep + "]"));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> CanonicalJson.parse("{\"a\":".repeat(1_000_000)));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[][] broken = {
            {'"', (byte) 0x80, '"'},
            {'"', (byte) 0xc0, (byte) 0xaf, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'"', (byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
            {'"', (byte) 0xe3, (byte) 0x81, '"'},
        };
        for (byte[] json : broken) {
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> CanonicalJson.parse(json));
        }
    }

    @Test
    void valuesAreWrittenTheOneWay() {
        assertThat(canonical("{ \"b\" : 1.0 , \"a\" : [ ] , \"\" : { } }")).isEqualTo("{\"\":{},\"a\":[],\"b\":1}");
        assertThat(canonical("\"\\u0041\\/\\u000f\\u007f\\u2028\\ud867\\udea6\""))
                .isEqualTo("\"A/\\u000f\u007f\u2028\ud867\udea6\"");
        assertThat(canonical("\"\\b\\f\\n\\r\\t\\\"\\\\\\u0000\"")).isEqualTo("\"\\b\\f\\n\\r\\t\\\"\\\\\\u0000\"");
        assertThat(canonical("{\"\\ud83d\\ude00\":1,\"\\ufb33\":2}")).isEqualTo("{\"\ud83d\ude00\":1,\"\ufb33\":2}");
        assertThat(canonical("[-0, 1e2, 100000000000000000000, 1e21, 0.000001, 1e-7, 5e-324, 1.5e-9]"))
                .isEqualTo("[0,100,100000000000000000000,1e+21,0.000001,1e-7,5e-324,1.5e-9]");
    }

    private static String canonical(String json) {
        return CanonicalJson.text(CanonicalJson.parse(json));
    }

    @Test
    void javaNumbersAreWrittenAsTheyAre() {
        assertThat(CanonicalJson.text(List.of(1, 2L, -3, 0.5d))).isEqualTo("[1,2,-3,0.5]");
        assertThat(CanonicalJson.text(CanonicalJson.MAX_SAFE)).isEqualTo("9007199254740991");
        assertThat(CanonicalJson.text(-CanonicalJson.MAX_SAFE)).isEqualTo("-9007199254740991");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(CanonicalJson.MAX_SAFE + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(-CanonicalJson.MAX_SAFE - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(Double.NEGATIVE_INFINITY));
    }

    @Test
    void valuesJsonCannotHoldAreRefused() {
        Map<Object, Object> numbered = Map.of(1, "one");
        for (Object value : List.of(new Object(), 'c', numbered, "\ud800", "\udc00", "\ud800x", List.of("\ud83d"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.text(value));
        }
    }
}
