package akashi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import akashi.ModuleTest;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.People;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(TestDevices.class)
class ImportsTest {
    private static final OperationCode CRIME = new OperationCode("crime-report");
    private static final String HEADER =
            "罪名,手口,管轄警察署（発生地）,管轄交番・駐在所（発生地）,市区町村コード（発生地）,都道府県（発生地）,市区町村（発生地）,町丁目（発生地）,発生年月日（始期）,発生時（始期）,発生場所の属性\r\n";

    private final Imports imports;
    private final IntakeSql sql;
    private final People people;

    ImportsTest(Imports imports, IntakeSql sql, Organization organization, Clock clock) {
        this.imports = imports;
        this.sql = sql;
        this.people = new People(organization, clock);
    }

    @ParameterizedTest
    @CsvSource({
        "buhinnerai,       400, 1, 399,   1",
        "hittakuri,         20, 0,   0,   0",
        "ootobaitou,        65, 0,   0,   0",
        "syazyounerai,     400, 0,   0,   0",
        "zidouhanbaikinerai,168, 0,  0,   0",
        "zidousyatou,      103, 0, 103,   0",
        "zitensyatou,      400, 0,   0,   0"
    })
    void thePublicOpenDataIsTakenOverWithoutASilentLoss(String kind, int rows, int doubled, int padded, int blankCodes)
            throws IOException {
        byte[] file = openData(kind);

        ImportOutcome outcome = take(unique(file), kind + ".csv", detective());

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Taken.class, taken -> {
            ImportReport report = taken.report();
            assertThat(report.rows()).isEqualTo(rows);
            assertThat(report.made()).isEqualTo(rows);
            assertThat(report.faults()).isEmpty();
            assertThat(report.doubled()).hasSize(doubled);
            assertThat(report.repairsByRule().getOrDefault("padded", 0L)).isEqualTo(padded);
            assertThat(blankCodes).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void theFileWithEveryColumnTwiceIsMergedAndItsGapsFilled() throws IOException {
        ImportOutcome outcome = take(unique(openData("zidousyatou")), "cars.csv", detective());

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Taken.class, taken -> {
            assertThat(taken.report().repairsByRule())
                    .containsEntry("doubled-columns", 1L)
                    .containsEntry("filled-from-double", 2L)
                    .containsEntry("date-form", 102L);
            assertThat(taken.report().repairs())
                    .anyMatch(r -> r.rule().equals("unknown") && r.column().equals("発生年月日（始期）"))
                    .anyMatch(r -> r.rule().equals("filled-from-double") && r.to().equals("北２線東"));
        });
    }

    @Test
    void aRepairNamesLineColumnAndBothValues() throws IOException {
        ImportOutcome outcome = take(unique(openData("buhinnerai")), "parts.csv", detective());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ImportOutcome.Taken.class,
                        taken -> assertThat(taken.report().repairs())
                                .contains(new ImportReport.Repair(2, "市区町村コード（発生地）", "padded", "12246", "012246"))
                                .contains(new ImportReport.Repair(
                                        2, "発生年月日（始期）", "date-form", "2018/8/2", "2018-08-02")));
    }

    @Test
    void aFileBrokenInLine9999Of10000ChangesNothing() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int line = 2; line <= 10_000; line++) {
            csv.append(line == 9_999 ? row("12246x", "2018/8/2") : row("12246", "2018-08-02"));
        }
        Asker asker = detective();

        ImportOutcome outcome = take(csv.toString().getBytes(StandardCharsets.UTF_8), "broken.csv", asker);

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Faulty.class, faulty -> {
            assertThat(faulty.report().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.line()).isEqualTo(9_999);
                assertThat(fault.column()).isEqualTo("市区町村コード（発生地）");
            });
            assertThat(faulty.report().made()).isZero();
        });
        assertThat(sql.latest(asker.unit().id(), CRIME.value()))
                .noneMatch(entry -> entry.report().file().equals("broken.csv"));
    }

    @Test
    void tenThousandGoodLinesAreTakenOver() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int line = 2; line <= 10_001; line++) {
            csv.append(row("012246", "2018-08-%02d".formatted(1 + line % 28)));
        }

        assertThat(take(unique(csv.toString().getBytes(StandardCharsets.UTF_8)), "ten-thousand.csv", detective()))
                .isInstanceOfSatisfying(
                        ImportOutcome.Taken.class,
                        taken -> assertThat(taken.report().made()).isEqualTo(10_000));
    }

    @Test
    void aFileInTheEncodingOfOfficesIsRecognised() {
        byte[] file = (HEADER + row("012246", "2018-08-02") + "\r\n"
                        + stationRow(UUID.randomUUID().toString().substring(0, 8)))
                .getBytes(Charset.forName("windows-31j"));

        assertThat(take(file, "cp932.csv", detective())).isInstanceOfSatisfying(ImportOutcome.Taken.class, taken -> {
            assertThat(taken.report().encoding()).isEqualTo("CP932");
            assertThat(taken.report().blank()).isEqualTo(1);
        });
    }

    @Test
    void theSameFileIsTakenOverOnce() {
        byte[] file =
                (HEADER + stationRow(UUID.randomUUID().toString().substring(0, 8))).getBytes(StandardCharsets.UTF_8);

        ImportOutcome first = take(file, "once.csv", detective());
        assertThat(first).isInstanceOf(ImportOutcome.Taken.class);
        assertThat(take(file, "twice.csv", detective()))
                .isInstanceOfSatisfying(
                        ImportOutcome.Known.class,
                        known -> assertThat(known.number()).isEqualTo(((ImportOutcome.Taken) first).number()));
        assertThat(sql.byNumber(((ImportOutcome.Taken) first).number()))
                .get()
                .satisfies(entry -> assertThat(entry.report()).isEqualTo(((ImportOutcome.Taken) first).report()));
    }

    @Test
    void whatCannotBeReadIsNamedByLine() {
        String unclosed = HEADER + row("012246", "2018-08-02") + "窃盗,\"自転車盗,白石\r\n";
        assertThat(take(unclosed.getBytes(StandardCharsets.UTF_8), "x.csv", detective()))
                .isEqualTo(new ImportOutcome.Broken(3, "intake.broken.quote"));
        byte[] bytes = (HEADER + row("012246", "2018-08-02")).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 20] = (byte) 0xFF;
        assertThat(take(bytes, "x.csv", detective())).isEqualTo(new ImportOutcome.Broken(2, "intake.broken.encoding"));
        assertThat(take(new byte[0], "x.csv", detective()))
                .isEqualTo(new ImportOutcome.Broken(1, "intake.broken.empty"));
    }

    @Test
    void columnsThatNobodyKnowsOrThatAreMissingRefuseTheFile() {
        String csv = "罪名,手口,氏名\r\n窃盗,自転車盗,見本\r\n";

        assertThat(take(csv.getBytes(StandardCharsets.UTF_8), "x.csv", detective()))
                .isInstanceOfSatisfying(
                        ImportOutcome.Faulty.class,
                        faulty -> assertThat(faulty.report().faults())
                                .extracting(ImportReport.LineFault::messageKey)
                                .contains("intake.fault.unknown-column", "intake.fault.missing-column"));
    }

    @Test
    void everyKindOfFaultIsReportedInOneGo() {
        String csv = HEADER
                + row("012246", "2018-02-30")
                + "窃盗,ありえない手口,白石,北郷,012246,北海道,千歳市,北郷,2018-08-02,17,道路上\r\n"
                + "窃盗,自転車盗,白石\r\n"
                + row("012247", "2018-08-02");

        assertThat(take(csv.getBytes(StandardCharsets.UTF_8), "x.csv", detective()))
                .isInstanceOfSatisfying(
                        ImportOutcome.Faulty.class,
                        faulty -> assertThat(faulty.report().faults())
                                .extracting(ImportReport.LineFault::line, ImportReport.LineFault::messageKey)
                                .containsExactly(
                                        org.assertj.core.api.Assertions.tuple(2L, "intake.fault.date"),
                                        org.assertj.core.api.Assertions.tuple(3L, "intake.fault.code"),
                                        org.assertj.core.api.Assertions.tuple(4L, "intake.fault.width"),
                                        org.assertj.core.api.Assertions.tuple(5L, "record.fault.municipality-check")));
    }

    @Test
    void withoutTheRightNothingIsReadAndTheRefusalIsRecorded() {
        assertThat(take(new byte[] {1}, "x.csv", people.at(TestForce.HACHI, PostClass.AUDITOR)))
                .isInstanceOf(ImportOutcome.Refused.class);
        assertThat(imports.take(
                        new Imports.Request(new OperationCode("wanted"), "notice", "no-such", "x.csv", new byte[0]),
                        detective()))
                .isInstanceOf(ImportOutcome.NotThere.class);
    }

    private Asker detective() {
        return people.at(TestForce.HACHI, PostClass.DETECTIVE);
    }

    private ImportOutcome take(byte[] content, String name, Asker asker) {
        return imports.take(new Imports.Request(CRIME, "report", "police-open-data", name, content), asker);
    }

    private static String row(String code, String date) {
        return "窃盗,自転車盗,白石,北郷," + code + ",北海道,千歳市,春日町３丁目," + date + ",17,道路上\r\n";
    }

    private static String stationRow(String station) {
        return "窃盗,自転車盗," + station + ",北郷,012246,北海道,千歳市,春日町３丁目,2018-08-02,17,道路上\r\n";
    }

    /** The same file with a blank line more or less at its end: another hash, the same content. */
    private static byte[] unique(byte[] file) {
        String blanks = "\r\n".repeat(1 + (int) (System.nanoTime() % 97));
        return (new String(file, StandardCharsets.UTF_8) + blanks).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] openData(String kind) throws IOException {
        String shared = System.getProperty("akashi.shared", "");
        Path file = Path.of(shared, "data", "records", "crime-open-data-hokkaido-2018-" + kind + ".csv");
        assumeTrue(
                !shared.isEmpty() && Files.exists(file),
                () -> "skipped: " + file + " is not here (system property akashi.shared names the folder)");
        return Files.readAllBytes(file);
    }
}
