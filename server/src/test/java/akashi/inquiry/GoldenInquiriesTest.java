package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.identity.Grade;
import akashi.identity.Line;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.record.RecordLoader;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Questions in which a wrong hit or a wrong no-hit once hurt somebody, or easily could (DOMAIN 3.6 and 13.5). */
class GoldenInquiriesTest extends Asking {
    private static final LocalDate VALID = LocalDate.of(2099, 1, 1);

    GoldenInquiriesTest(
            Inquiries inquiries,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        super(inquiries, uses, log, clock, organization, loader, operations);
    }

    /** 沼津 2023: the reading that was heard found no licence, and a man was arrested for driving without one. */
    @Test
    void theNumazuReadingIsFoundByTheWideSearch() {
        var number = wanted(Map.of("suspect.written", "金 民秀", "suspect.kana", "キム ミンス", "birth", "1991-07-03"));

        var _ = assertFound(number, "name", "キン ミンス", "birth", "1991-07-03", "foreign", "true");
        var _ = assertFound(number, "romaji", "Kim Minsu", "birth", "1991-07-03", "foreign", "true");
    }

    @Test
    void registeredVariantsOfOneNameMeetAndSaySo() {
        var number = wanted(Map.of("suspect.written", "髙橋 邉太", "suspect.kana", "タカハシ ヘンタ", "birth", "1988-04-12"));

        var hit = assertFound(number, "name", "高橋 辺太", "birth", "1988-04-12");

        assertThat(hit.grade()).isEqualTo(Grade.VARIANT);
        assertThat(hit.explained()).extracting(Line::messageKey).anyMatch(key -> key.contains("variant"));
    }

    @Test
    void charactersTheLawCallsDifferentAreNoMoreThanACandidate() {
        var number = wanted(Map.of("suspect.written", "冲 壱之丞", "birth", "1979-02-01"));

        var answer = asked("name", "沖 壱之丞", "birth", "1979-02-01");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NeedsChoice.class);
        assertThat(answer.hits())
                .filteredOn(hit -> hit.summary().number().equals(number))
                .singleElement()
                .extracting(Hit::grade)
                .isEqualTo(Grade.WIDE);
    }

    @Test
    void monthAndDayOfAForeignPaperMayBeExchanged() {
        var number = wanted(
                Map.of("suspect.written", "グエン ヴァン アイン", "suspect.romaji", "Nguyen Van Anh", "birth", "1995-03-11"));

        var hit = assertFound(number, "romaji", "Nguyen Van Anh", "birth", "1995-11-03", "foreign", "true");

        assertThat(hit.grade()).isEqualTo(Grade.WIDE);
    }

    @Test
    void anAliasAloneIsEnough() {
        var number = wanted(Map.of("suspect.written", "見本 匿名之介", "aliases.written", "通称 若造丸", "birth", "1985-05-05"));

        var _ = assertFound(number, "name", "通称 若造丸", "birth", "1985-05-05");
    }

    @Test
    void aBirthDayThatIsNotKnownContradictsNothing() {
        var number = wanted(Map.of("suspect.written", "不詳 日知郎", "birth", "昭和40年6月不詳"));

        var _ = assertFound(number, "name", "不詳 日知郎", "birth", "昭和40年6月15日");
        assertNotFound(number, "name", "不詳 日知郎", "birth", "昭和40年7月15日");
    }

    @Test
    void theLastDayOfShowaAndTheFirstOfHeiseiAreTwoDays() {
        var last = wanted(Map.of("suspect.written", "境目 元年之助", "birth", "S64.1.7"));
        var first = wanted(Map.of("suspect.written", "境目 元年之助", "birth", "H1.1.8"));

        var _ = assertFound(last, "name", "境目 元年之助", "birth", "1989-01-07");
        assertNotFound(last, "name", "境目 元年之助", "birth", "平成元年1月8日");
        var _ = assertFound(first, "name", "境目 元年之助", "birth", "平成元年1月8日");
    }

    @Test
    void twoOfOneNameAndBirthDateAreCandidates() {
        var one = wanted(Map.of("suspect.written", "同姓 同日生", "birth", "1990-09-09"));
        var other = wanted(Map.of("suspect.written", "同姓 同日生", "birth", "1990-09-09"));

        var answer = asked("name", "同姓 同日生", "birth", "1990-09-09");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NeedsChoice.class);
        assertThat(answer.hits()).extracting(hit -> hit.summary().number()).contains(one, other);
    }

    /** 館林 2007: a mark on clothing was copied as エミコ; the woman was ミエコ, and stayed unknown for six years. */
    @Test
    void aMarkOnClothingIsFoundByTheNameOfTheMissing() {
        var number = records.protectedPerson(
                TestForce.HACHI,
                Map.of(
                        "sex", "female",
                        "marks", "上着「ヤナギダモドキ」 肌着「エミコ」",
                        "clothing", "紺の上着",
                        "protectedOn", "2026-10-01",
                        "place.prefecture", "群馬県",
                        "place.municipality", "館林市",
                        "circumstances", "駅前で保護（見本）",
                        "whereNow", "館林市内の施設",
                        "contactPhone", "0276-00-0000"));

        var answer = ask(
                officer(),
                "kind",
                "person",
                "name",
                "ヤナギダモドキ ミエコ",
                "foreign",
                "true",
                "operation",
                "protection",
                "purpose",
                "missing-or-protection");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NeedsChoice.class);
        assertThat(answer.hits()).extracting(hit -> hit.summary().number()).contains(number);
    }

    private String wanted(Map<String, String> suspect) {
        return records.wanted(TestForce.HACHI, new TreeMap<>(suspect), VALID);
    }

    private Answer asked(String... fields) {
        var all = new ArrayList<>(List.of("kind", "person", "operation", "wanted"));
        all.addAll(List.of(fields));
        return ask(officer(), all.toArray(String[]::new));
    }

    private Hit assertFound(String number, String... fields) {
        var hits = asked(fields).hits().stream()
                .filter(hit -> hit.summary().number().equals(number))
                .toList();
        assertThat(hits).hasSize(1);
        return hits.getFirst();
    }

    private void assertNotFound(String number, String... fields) {
        assertThat(asked(fields).hits())
                .extracting(hit -> hit.summary().number())
                .doesNotContain(number);
    }
}
