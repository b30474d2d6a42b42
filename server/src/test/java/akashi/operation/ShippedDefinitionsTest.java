package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akashi.definition.CheckedFiles;
import akashi.definition.CodeLists;
import akashi.definition.MatchingPart;
import akashi.identity.KeyKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** The definitions that come with Akashi. */
class ShippedDefinitionsTest {
    private static final DefinitionFiles.Loaded SHIPPED = DefinitionFiles.load(CheckedFiles.shipped());

    private static Definition definition(String code) {
        return SHIPPED.definitions().stream()
                .filter(definition -> definition.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyShippedFileIsValid() {
        assertThat(SHIPPED.faults()).isEmpty();
    }

    @Test
    void tenOperationsAreShipped() {
        assertThat(SHIPPED.definitions())
                .extracting(definition -> definition.code().value())
                .containsExactly(
                        "bicycle",
                        "crime-report",
                        "driver-licence",
                        "lost-property",
                        "missing-person",
                        "protection",
                        "stolen-article",
                        "stolen-vehicle",
                        "unidentified-body",
                        "wanted");
    }

    @Test
    void standingIsMarkedWhereTheNationalSystemOwnsTheOperation() {
        var lost = definition("lost-property").management().owner();
        assertThat(lost.kind()).isEqualTo(Definition.Owner.Kind.NATIONAL);
        assertThat(lost.standing()).isEqualTo(Definition.Owner.Standing.REFERENCE);
        var licence = definition("driver-licence").management().owner();
        assertThat(licence.kind()).isEqualTo(Definition.Owner.Kind.LOCAL_COPY);
        assertThat(licence.standing()).isEqualTo(Definition.Owner.Standing.STAND_IN);
        assertThat(licence.refreshHours()).isEqualTo(24);
    }

    @Test
    void crimeReportsHaveNoKeysAndAreListedByKindPlaceAndDate() {
        var crime = definition("crime-report");
        assertThat(crime.keyKinds()).isEmpty();
        assertThat(crime.documents().getFirst().search().listing().filters()).contains("modus", "place", "occurredOn");
    }

    @Test
    void everyKindOfKeyIsFedBySomeOperation() {
        var kinds = new TreeSet<KeyKind>();
        SHIPPED.definitions().forEach(definition -> kinds.addAll(definition.keyKinds()));
        assertThat(kinds).containsExactly(KeyKind.values());
    }

    @Test
    void writingOnClothesIsSearchedAndComparedWithMissingPersons() {
        for (var document : List.of(
                definition("protection").documents().getFirst(),
                definition("unidentified-body").documents().getFirst())) {
            assertThat(document.search().keys()).anyMatch(key -> key.field().equals("marks"));
            assertThat(document.matching().fields(MatchingPart.MARK)).startsWith("marks");
            assertThat(document.matching().counterparts())
                    .anyMatch(other -> other.operation().equals(new OperationCode("missing-person"))
                            && other.document().equals("report"));
        }
        assertThat(definition("missing-person").service().standing()).isEqualTo(java.time.Period.ofDays(14));
        assertThat(definition("driver-licence").service().standing()).isNull();
    }

    @Test
    void wantedNoticesLapseWithTheirWarrant() {
        var notice = definition("wanted").documents().getFirst();
        assertThat(notice.expiry()).map(DocumentType.Expiry::field).contains("warrantExpires");
        assertThat(notice.ending("warrant-lapsed")).isPresent();
    }

    @Test
    void everyRecordCanEndAsEnteredByMistake() {
        SHIPPED.definitions()
                .forEach(definition -> definition
                        .documents()
                        .forEach(document -> assertThat(document.ending("mistaken"))
                                .as("%s %s", definition.code(), document.code())
                                .isPresent()));
    }

    @Test
    void numbersOfARegisterHeldHereFitItsPattern() {
        for (var definition : SHIPPED.definitions()) {
            for (var purpose : definition.usage().purposes()) {
                for (var register : purpose.registers()) {
                    register.holder()
                            .ifPresent(holder -> assertThat(
                                            definition(holder.value()).documents())
                                    .as("%s held by %s", register.code(), holder)
                                    .allMatch(document -> register.fits(
                                            document.paper().number().number("S12", 2026, 7))));
                }
            }
        }
    }

    @Test
    void theOpenDataFilesAreUnderstoodWordForWord() throws IOException {
        var folder = Path.of(System.getProperty("akashi.shared", ""), "data", "records");
        assumeTrue(Files.isDirectory(folder), "The shared open-data files are not here; set akashi.shared");
        var report = definition("crime-report").documents().getFirst();
        var mapping = report.imports().getFirst();
        var lists = CodeLists.of(SHIPPED.codeLists().stream()
                .map(list -> CodeLists.read(DefinitionFiles.tree(list.json())))
                .toList());
        var foreign = new TreeSet<String>();
        int files = 0;
        try (var found = Files.newDirectoryStream(folder, "crime-open-data-*.csv")) {
            for (var file : found) {
                files++;
                for (var cell : cells(file)) {
                    understand(cell, mapping, report, lists).ifPresent(foreign::add);
                }
            }
        }
        assertThat(files).isEqualTo(7);
        assertThat(foreign).isEmpty();
    }

    private static java.util.Optional<String> understand(
            Map.Entry<String, String> cell, ImportMapping mapping, DocumentType report, CodeLists lists) {
        var column = mapping.columns().stream()
                .filter(one -> one.headers().contains(cell.getKey()))
                .findFirst();
        if (column.isEmpty()) {
            return java.util.Optional.of("column " + cell.getKey());
        }
        var field =
                report.field(column.get().target().replaceFirst("[.].*", "")).orElseThrow();
        String value = cell.getValue();
        if (field.list().isEmpty() || value.isEmpty() || column.get().unknown().contains(value)) {
            return java.util.Optional.empty();
        }
        return lists.get(field.list().get()).meaning(value).isPresent()
                ? java.util.Optional.empty()
                : java.util.Optional.of(cell.getKey() + " " + value);
    }

    private static List<Map.Entry<String, String>> cells(Path file) throws IOException {
        var cells = new ArrayList<Map.Entry<String, String>>();
        try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            var rows = parser.getRecords();
            var header = rows.removeFirst();
            for (var row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    cells.add(Map.entry(header.get(i).replace("\uFEFF", ""), row.get(i)));
                }
            }
        }
        return cells;
    }
}
