package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.operation.Difference.Kind;
import akashi.operation.Difference.Weight;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs is found, weighed and said in words, whatever it is. */
@ModuleTest
class ComparisonTest {
    private static final OperationCode CODE = new OperationCode("stolen-vehicle");

    private final Drafts drafts;
    private final Operations operations;
    private final Messages messages;

    ComparisonTest(Drafts drafts, Operations operations, Messages messages) {
        this.drafts = drafts;
        this.operations = operations;
        this.messages = messages;
    }

    /** Each change of the shipped definition, what is found, how it weighs, and whether it touches the rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {ja: 盗難車両手配, en: Stolen vehicles} | {ja: 盗難車, en: Stolen vehicles} | NAME | NEITHER | true
                    en: Lists stolen cars | en: Keeps stolen cars | SUMMARY | NEITHER | false
                    section: H304 | section: H301 | SECTION | NEITHER | true
                    since: 2011-06-01 | since: 2012-06-01 | SINCE | NEITHER | false
                    {always: true} | {from: '08:30', to: '17:15'} | HOURS | NEITHER | true
                    backEntryHours: 24 | backEntryHours: 48 | OUTAGE | NEITHER | true
                    urgent: PT10M | urgent: PT20M | HIT | NEITHER | true
                    standing: P7D | standing: P14D | STANDING_LONGER | WIDER_RIGHT | true
                    standing: P7D | standing: P1D | STANDING_SHORTER | NEITHER | true
                    {code: abandoned-vehicle, case: optional | {code: abandoned-vehicle, case: required | PURPOSE_STRICTER | NEITHER | true
                    {code: investigation, case: required | {code: investigation, case: optional | PURPOSE_LOOSER | WIDER_RIGHT | true
                    registers: [outside-request] | registers: [outside-request, patrol-log] | REGISTERS | WIDER_RIGHT | true
                    - {code: drugs, staleAfterDays: 180} | - {code: infectious, staleAfterDays: 180} | CAUTION_ADDED | PERSONAL_ITEM | true
                    - {code: drugs, staleAfterDays: 180} | - {code: drugs, staleAfterDays: 90} | CAUTION_CHANGED | NEITHER | true
                    acts: [history], scope: prefecture | acts: [history], scope: nation | RIGHT_WIDER | WIDER_RIGHT | true
                    acts: [history], scope: prefecture | acts: [history], scope: own-unit | RIGHT_NARROWER | NEITHER | true
                    acts: [partial], scope: nation, posts: [detective, | acts: [partial], scope: nation, posts: [detective, officer, | RIGHT_ADDED | WIDER_RIGHT | true
                    acts: [partial], scope: nation, posts: [detective, | acts: [partial], scope: nation, posts: [ | RIGHT_REMOVED | NEITHER | true
                    period: P3Y | period: P5Y | RETENTION_LONGER | NEITHER | true
                    period: P3Y | period: P1Y | RETENTION_SHORTER | NEITHER | true
                    fiscalYear: true | fiscalYear: false | RETENTION_CHANGED | NEITHER | true
                    sourceRequired: true | sourceRequired: false | SOURCE_FORM | NEITHER | true
                    digits: 5 | digits: 6 | NUMBER | NEITHER | true
                    - {name: antiTheft, | - {name: alarm, | FIELD_ADDED | PERSONAL_ITEM | true
                    - {name: antiTheft, | - {name: alarm, | FIELD_REMOVED | NEITHER | true
                    label: {ja: 届出日, en: Reported on}, group: victim, required: true | label: {ja: 届出日, en: Reported on}, group: victim | FIELD_OPTIONAL | NEITHER | true
                    type: place, label: {ja: 使用の本拠, en: Place of use}, group: victim | type: place, label: {ja: 使用の本拠, en: Place of use}, group: victim, required: true | FIELD_REQUIRED | NEITHER | true
                    name: model, type: text | name: model, type: serial | FIELD_TYPE | NEITHER | true
                    list: locking@1 | list: yes-no@1 | FIELD_LIST | NEITHER | true
                    widget: paragraph, maxLength: 2000 | widget: paragraph, maxLength: 3000 | FIELD_LIMITS | NEITHER | false
                    {ja: 車名, en: Model} | {ja: 通称名, en: Model} | FIELD_LABEL | NEITHER | false
                    example: プリウス | example: アクア | FIELD_LOOK | NEITHER | false
                    - {field: chassis, kinds: [chassis]} | - {field: chassis, kinds: [chassis, serial]} | KEY_ADDED | WIDER_RIGHT | true
                    kinds: [plate, plate-number] | kinds: [plate] | KEY_REMOVED | NEITHER | true
                    existence: [target, | existence: [place, target, | SHOWN_ADDED | WIDER_RIGHT | true
                    existence: [target, | existence: [ | SHOWN_REMOVED | NEITHER | true
                    discriminators: [plate, | discriminators: [keeper, plate, | CANDIDATES | WIDER_RIGHT | true
                    cap: 200 | cap: 500 | LISTING_WIDER | WIDER_RIGHT | true
                    cap: 200 | cap: 100 | LISTING_NARROWER | NEITHER | true
                    en: 'Located, being checked' | en: Located | STATES | NEITHER | true
                    to: listed, right: {act: correct, posts: [station-supervisor, | to: listed, right: {act: correct, posts: [detective, station-supervisor, | STEP_CHANGED | WIDER_RIGHT | true
                    code: relist, | code: put-back, | STEP_ADDED | WIDER_RIGHT | true
                    code: relist, | code: put-back, | STEP_REMOVED | NEITHER | true
                    code: self-found, | code: came-back, | ENDING_ADDED | WIDER_RIGHT | true
                    code: self-found, | code: came-back, | ENDING_REMOVED | NEITHER | true
                    requires: [foundOn, foundPlace] | requires: [foundOn] | ENDING_CHANGED | NEITHER | true
                    """)
    void eachChangeIsFoundAndWeighed(String text, String by, Kind kind, Weight weight, boolean rule) {
        var found = compared(Map.of(text, by));
        assertThat(found.differences()).as("%s", said(found, Locale.ENGLISH)).anySatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.weight()).isEqualTo(weight);
            assertThat(difference.rule()).isEqualTo(rule);
        });
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(said(found, language))
                    .allSatisfy(words -> assertThat(words).doesNotContain("[", "{0", "{1"));
        }
    }

    @Test
    void whatIsSaidNamesDocumentFieldAndPost() {
        assertThat(said(
                        compared(Map.of("acts: [history], scope: prefecture", "acts: [history], scope: nation")),
                        Locale.JAPANESE))
                .contains("捜査員の履歴の範囲を県内から全国に広げる");
        assertThat(said(compared(Map.of("period: P3Y", "period: P5Y")), Locale.ENGLISH))
                .containsExactly("“Stolen-vehicle notice” is kept longer: 3 years → 5 years");
    }

    @Test
    void linksAndFilesFromElsewhereAreConnections() {
        var found = compared(Map.of(
                "    life:\n      initial: pending",
                "    matching:\n      parts: {number: [chassis]}\n      counterparts: [{operation: bicycle, document: theft}]\n"
                        + "    life:\n      initial: pending"));
        assertThat(found.of(Weight.NEW_LINK))
                .extracting(Difference::kind)
                .containsExactly(Kind.LINK_ADDED, Kind.COMPARED);
        assertThat(found.leavesRule()).isFalse();
    }

    @Test
    void theSameContentDiffersInNothingAndANewOneBringsEverything() {
        var version = operations.byCode(CODE).orElseThrow();
        var same = drafts.earlier(CODE, version.hash()).orElseThrow();
        assertThat(Comparison.of(version, same).differences()).isEmpty();
        assertThat(Comparison.of(null, same).differences())
                .extracting(Difference::kind)
                .contains(Kind.DOCUMENT_ADDED, Kind.RIGHT_ADDED, Kind.PURPOSE_ADDED);
    }

    private Comparison compared(Map<String, String> changes) {
        return switch (drafts.check(Proposed.changed("stolen-vehicle", changes), CODE)) {
            case Drafts.Checked.Sound(var draft) ->
                Comparison.of(operations.byCode(CODE).orElseThrow(), draft);
            case Drafts.Checked.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private List<String> said(Comparison comparison, Locale language) {
        return comparison.differences().stream()
                .map(difference -> difference.text(messages, language))
                .toList();
    }
}
