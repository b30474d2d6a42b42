package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlateTest {
    @ParameterizedTest
    @CsvSource({
        "青森330さ1234, 青森 330 さ 12-34",
        "青森 330 さ 12-34, 青森 330 さ 12-34",
        "ｱｵﾓﾘ 330 サ 12-34, 青森 330 さ 12-34",
        "あおもり３３０さ１２３４, 青森 330 さ 12-34",
        "青森　３３０　サ　１２－３４, 青森 330 さ 12-34",
        "青森-330-さ-12ー34, 青森 330 さ 12-34",
        "青森330さ・・12, 青森 330 さ ・・12",
        "青森330さ..-.1, 青森 330 さ ・・・1",
        "八戸 300 さ ・・-・1, 八戸 300 さ ・・・1",
        "青森330さ・1-23, 青森 330 さ ・1-23",
        "青森330さ0123, 青森 330 さ ・1-23",
        "青森 3A5 た 88-88, 青森 3A5 た 88-88",
        "青森3a5た8888, 青森 3A5 た 88-88",
        "青 5 す 12-34, 青 5 す 12-34",
        "青森 33 や 1, 青森 33 や ・・・1",
        "青森 100 わ 9999, 青森 100 わ 99-99",
        "青森 400 E 12-34, 青森 400 E 12-34",
        "青森33Y1234, 青森 33 Y 12-34",
        "青森 330 よ 12-34, 青森 330 よ 12-34",
        "青森 330 れ 42-49, 青森 330 れ 42-49",
        "袖ケ浦 500 あ 1, 袖ヶ浦 500 あ ・・・1",
        "いわき 500 い 12-34, いわき 500 い 12-34",
        "富士山 300 さ 12-34, 富士山 300 さ 12-34",
        "青森 あ 12-34, 青森 あ 12-34",
        "1 青森 あ 12-34, 青森 1 あ 12-34",
        "２青森あ1234, 青森 2 あ 12-34",
        "品川 C あ 12-34, 品川 C あ 12-34"
    })
    void readsWhatPeopleType(String typed, String shown) {
        var plate = Read.good(Plate.parse(typed));
        assertThat(plate.display()).isEqualTo(shown);
        assertThat(Read.good(Plate.parse(plate.canonical()))).isEqualTo(plate);
        assertThat(Read.good(Plate.parse(shown))).isEqualTo(plate);
    }

    @ParameterizedTest
    @CsvSource({
        "青森 330 12-34, identity.plate.kana.missing",
        "青森3A01234, identity.plate.kana.missing",
        "青森 330 お 12-34, identity.plate.kana.never",
        "青森 330 し 12-34, identity.plate.kana.never",
        "青森 330 ヘ 12-34, identity.plate.kana.never",
        "青森 330 ん 12-34, identity.plate.kana.never",
        "青森 330 が 12-34, identity.plate.kana.unknown",
        "青森 330 ゃ 12-34, identity.plate.kana.unknown",
        "青森 5B0 あ 12-34, identity.plate.class.letter",
        "青森 5OO あ 12-34, identity.plate.class.letter",
        "青森 A30 あ 12-34, identity.plate.class.form",
        "青森 3300 あ 12-34, identity.plate.class.form",
        "1青森330あ1234, identity.plate.class.twice",
        "330 さ 12-34, identity.plate.place.missing",
        "さ1234, identity.plate.place.missing",
        "1234, identity.plate.place.missing",
        "東京 330 さ 12-34, identity.plate.place.unknown",
        "津軽330さ1234, identity.plate.place.unknown",
        "青森 330 さ, identity.plate.serial.missing",
        "青森 330 さ ・・・・, identity.plate.serial.missing",
        "青森 330 さ 0, identity.plate.serial.form",
        "青森 330 さ 12345, identity.plate.serial.form",
        "青森 330 さ 12-3, identity.plate.serial.form",
        "青森 330 さ 12さ4, identity.plate.serial.form",
        "青森330さ1234' OR '1'='1, identity.plate.serial.form",
        "<script>, identity.plate.place.unknown",
        "'', identity.plate.missing"
    })
    void refusesWithItsReason(String typed, String reason) {
        assertThat(Read.bad(Plate.parse(typed))).isEqualTo(reason);
    }

    @Test
    void fourFieldsAreReadLikeOneText() {
        assertThat(Read.good(Plate.parse("青森", "330", "さ", "12-34"))).isEqualTo(Read.good(Plate.parse("青森330さ1234")));
        assertThat(Read.good(Plate.parse("ｱｵﾓﾘ", "", "サ", "1")).display()).isEqualTo("青森 さ ・・・1");
        assertThat(Read.bad(Plate.parse("青森市", "330", "さ", "1"))).isEqualTo("identity.plate.place.unknown");
        assertThat(Read.bad(Plate.parse("", "330", "さ", "1"))).isEqualTo("identity.plate.place.missing");
        assertThat(Read.bad(Plate.parse("青森", "330", "", "1"))).isEqualTo("identity.plate.kana.missing");
        assertThat(Read.bad(Plate.parse("青森", "330", "さ", ""))).isEqualTo("identity.plate.serial.missing");
        assertThat(Read.bad(Plate.parse("青森", "330", "\u0000", "1"))).isEqualTo("identity.text.control");
    }

    @Test
    void aPlateCannotBeBuiltFromNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plate("青森", "330", "さ", "0012"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plate("青森", "330", "", "12"));
    }

    @Test
    void everyPublishedPlaceIsKnownAndTheProbesHold() throws Exception {
        JsonNode facts = JsonMapper.builder().build().readTree(Files.readString(Read.shared("records/jp-plates.json")));
        for (JsonNode places : facts.get("placesByPrefecture")) {
            for (JsonNode place : places) {
                assertThat(Read.good(Plate.parse(place.asString() + "330さ1234")).place())
                        .isEqualTo(place.asString());
            }
        }
        for (JsonNode place : facts.get("formerPlaceAbbreviations")) {
            assertThat(Read.good(Plate.parse(place.asString() + "5さ1234")).place())
                    .isEqualTo(place.asString());
        }
        for (JsonNode example : facts.get("examples")) {
            assertThat(Plate.parse(example.get(0).asString())).isInstanceOf(Parsed.Good.class);
        }
        for (JsonNode probe : facts.get("normalisationProbes")) {
            var parsed = Plate.parse(probe.get("in").asString());
            if (probe.has("same") && !probe.get("same").isNull()) {
                assertThat(Read.good(parsed))
                        .isEqualTo(Read.good(Plate.parse(probe.get("same").asString())));
            } else {
                assertThat(parsed).as(probe.toString()).isInstanceOf(Parsed.Bad.class);
            }
        }
    }
}
