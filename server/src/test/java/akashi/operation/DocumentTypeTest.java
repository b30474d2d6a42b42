package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.definition.SampleFiles;
import akashi.definition.Scope;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What forms, answers and rights draw from a definition. */
class DocumentTypeTest {
    private static final Definition SAMPLE =
            DefinitionFiles.load(SampleFiles.all()).definitions().getFirst();
    private static final DocumentType NOTICE = SAMPLE.documents().getFirst();

    private static List<String> missing(Map<String, List<String>> values) {
        return NOTICE.missing(values).stream().map(Field::name).toList();
    }

    @Test
    void aRequiredFieldIsMissingUntilOneOfItsPartsIsFilled() {
        assertThat(missing(Map.of())).containsExactly("who");
        assertThat(missing(Map.of("who.written", List.of("  ")))).containsExactly("who");
        assertThat(missing(Map.of("who.kana", List.of("ミホン タロウ")))).isEmpty();
    }

    @Test
    void aConditionMakesAFieldRequired() {
        var name = List.of("見本 太郎");
        assertThat(missing(Map.of("who.written", name, "sex", List.of("male")))).isEmpty();
        assertThat(missing(Map.of("who.written", name, "sex", List.of("unknown"))))
                .containsExactly("reason");
        assertThat(missing(Map.of("who.written", name, "sex", List.of("unknown"), "reason", List.of("顔が見えない"))))
                .isEmpty();
    }

    @Test
    void aNegatedConditionAsksForWhatIsNotThere() {
        var unless = new Field.When("chassis", java.util.Set.of(), true);
        assertThat(unless.holds(Map.of())).isTrue();
        assertThat(unless.holds(Map.of("chassis", List.of("")))).isTrue();
        assertThat(unless.holds(Map.of("chassis", List.of("ZVW30")))).isFalse();
    }

    @Test
    void fieldsOfTheEndAreAskedForByTheEndingOnly() {
        var found = NOTICE.ending("found").orElseThrow();
        assertThat(missing(Map.of("who.written", List.of("見本")))).doesNotContain("closedOn");
        assertThat(NOTICE.missing(found, Map.of())).extracting(Field::name).containsExactly("closedOn");
        assertThat(NOTICE.missing(found, Map.of("closedOn", List.of("2026-11-22"))))
                .isEmpty();
    }

    @Test
    void stepsAndEndingsLeadOutOfAState() {
        assertThat(NOTICE.transitionsFrom("pending"))
                .extracting(Transition::code)
                .containsExactly("confirm");
        assertThat(NOTICE.endingsFrom("listed")).extracting(Ending::code).containsExactly("found");
        assertThat(NOTICE.endingsFrom("ended")).isEmpty();
    }

    @Test
    void aNumberCarriesUnitYearAndSequence() {
        assertThat(NOTICE.paper().number().number("S12", 2026, 42)).isEqualTo("見本-S12-2026-00042");
    }

    @Test
    void theWidestScopeOfAPostCounts() {
        var post = akashi.organization.PostClass.OFFICER;
        assertThat(SAMPLE.eligible(Act.CONTENT, post)).contains(Scope.PREFECTURE);
        assertThat(SAMPLE.eligible(Act.REGISTER, post)).contains(Scope.OWN_UNIT);
        assertThat(SAMPLE.eligible(Act.EXPORT, post)).isEmpty();
        assertThat(Scope.NATION.covers(Scope.OWN_UNIT)).isTrue();
        assertThat(Scope.OWN_UNIT.covers(Scope.PREFECTURE)).isFalse();
    }

    @Test
    void aCaseReferenceMustFitARegisterAsAWhole() {
        var patrol = SAMPLE.purpose("patrol").orElseThrow();
        assertThat(patrol.registerOf("C-0001")).isPresent();
        assertThat(patrol.registerOf("C-00011")).isEmpty();
        assertThat(patrol.registerOf(".")).isEmpty();
    }

    @Test
    void aCautionGrowsOld() {
        var armed = SAMPLE.caution("armed").orElseThrow();
        var noted = LocalDate.of(2026, 1, 1);
        assertThat(armed.isStale(noted, noted.plusDays(180))).isFalse();
        assertThat(armed.isStale(noted, noted.plusDays(181))).isTrue();
    }

    @Test
    void hoursAreHalfOpen() {
        var hours = SAMPLE.service().hours();
        assertThat(hours.open(LocalTime.of(8, 30))).isTrue();
        assertThat(hours.open(LocalTime.of(17, 15))).isFalse();
    }

    @Test
    void aLostZeroIsFilledAndALongNumberStays() {
        var pad = new ImportMapping.Pad(6, '0');
        assertThat(pad.fill("12246")).isEqualTo("012246");
        assertThat(pad.fill("0122461")).isEqualTo("0122461");
    }
}
