package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ModuleTest;
import akashi.definition.CheckedFiles;
import akashi.definition.DefinitionFaults;
import akashi.definition.SampleFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.annotation.Transactional;

/** How versions come into force; every test is rolled back, so that the shipped register stays as it is. */
@ModuleTest
@Transactional
class AdoptionTest {
    private static final OperationCode SAMPLE = new OperationCode("sample");

    private final Adoption adoption;
    private final OperationSql sql;
    private final Operations operations;

    AdoptionTest(Adoption adoption, OperationSql sql, Operations operations) {
        this.adoption = adoption;
        this.sql = sql;
        this.operations = operations;
    }

    /** The sample beside the shipped lists: its own lists would be other versions of theirs. */
    private static java.util.Map<String, String> sample(String from, String to) {
        var files = new java.util.TreeMap<String, String>();
        SampleFiles.all().forEach((file, text) -> files.put(file.replace("codes/", "codes/sample-"), text));
        files.replaceAll((file, text) -> file.startsWith("codes/")
                ? text.replace("name: ", "name: sample-")
                : text.replace("list: ", "list: sample-").replace("registers: case-", "registers: sample-case-"));
        files.computeIfPresent("sample.yaml", (_, text) -> text.replace(from, to));
        return files;
    }

    @Test
    void theShippedOperationsAreDeemedToHavePassedSinceTheDirective() {
        assertThat(operations.inForce()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(version -> {
            assertThat(version.ground()).isEqualTo(OperationVersion.Ground.DEEMED_PASSED);
            assertThat(version.groundDate()).isEqualTo(LocalDate.of(2011, 6, 1));
        });
    }

    @Test
    void adoptingTwiceChangesNothing() {
        var _ = adoption.adopt(sample("", ""));
        long once = sql.generation();
        var _ = adoption.adopt(sample("", ""));
        var _ = adoption.adopt(CheckedFiles.shipped());
        assertThat(sql.generation()).isEqualTo(once);
    }

    @Test
    void aNewOperationIsInForceSinceTheDayItStates() {
        var _ = adoption.adopt(sample("", ""));
        var register = Register.load(sql);
        assertThat(register.history(SAMPLE)).singleElement().satisfies(version -> {
            assertThat(version.from()).isEqualTo(Instant.parse("2011-05-31T15:00:00Z"));
            assertThat(version.ground()).isEqualTo(OperationVersion.Ground.DEEMED_PASSED);
        });
        assertThat(register.inForceAt(Instant.parse("2011-05-31T14:59:59Z"))).isEmpty();
    }

    @Test
    void aChangedDefinitionFollowsAsAProgramUpdateAndTheOldOneStaysReadable() {
        var _ = adoption.adopt(sample("", ""));
        var old = Register.load(sql).history(SAMPLE).getFirst();
        var _ = adoption.adopt(sample("en: Sample form", "en: Better form"));
        var register = Register.load(sql);
        assertThat(register.history(SAMPLE)).hasSize(2);
        var now = register.history(SAMPLE).getFirst();
        assertThat(now.ground()).isEqualTo(OperationVersion.Ground.PROGRAM_UPDATE);
        assertThat(register.history(SAMPLE).getLast().until()).isEqualTo(now.from());
        assertThat(register.inForceAt(now.from())).contains(now);
        assertThat(register.inForceAt(now.from().minus(1, ChronoUnit.MICROS)))
                .extracting(OperationVersion::hash)
                .contains(old.hash())
                .doesNotContain(now.hash());
        assertThat(register.byHash().get(old.hash())).isNotNull();
        assertThat(register.contents().get(old.hash())).contains("Sample form");
    }

    @Test
    void aCodeListInUseMayNotChangeUnderItsVersion() {
        var _ = adoption.adopt(sample("", ""));
        var files = sample("", "");
        files.computeIfPresent("codes/sample-sexes.yaml", (_, text) -> text.replace("en: Male", "en: Man"));
        assertThatThrownBy(() -> adoption.adopt(files))
                .isInstanceOf(DefinitionFaults.class)
                .hasMessageContaining("sample-sexes@1")
                .hasMessageContaining("版 2");
    }

    @Test
    void faultyFilesAreRefusedAsAWhole() {
        long before = sql.generation();
        var files = sample("urgent: PT10M", "urgent: PT10H");
        assertThatThrownBy(() -> adoption.adopt(files))
                .isInstanceOf(DefinitionFaults.class)
                .hasMessageContaining("operations/sample.yaml:")
                .hasMessageContaining("hit.urgent");
        assertThat(sql.generation()).isEqualTo(before);
    }

    @Test
    void endingWhatIsNotInForceIsAFault() {
        assertThatThrownBy(() -> sql.end(
                        new OperationCode("never-there"), Instant.EPOCH, OperationVersion.Close.ABOLISHED, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoVersionsAreNeverInForceAtOnce() {
        var _ = adoption.adopt(sample("", ""));
        var version = Register.load(sql).history(SAMPLE).getFirst();
        var second = new OperationSql.InForce(
                SAMPLE.value(),
                version.from().plusSeconds(60),
                version.hash(),
                OperationVersion.Ground.PROCEDURE,
                LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> sql.begin(second, version.from())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aVersionIsFoundByItsHashAndItsListsByName() {
        var wanted = operations.byCode(new OperationCode("wanted")).orElseThrow();
        assertThat(operations.version(wanted.hash())).contains(wanted);
        assertThat(operations.version("0".repeat(64))).isEmpty();
        assertThat(operations.history(wanted.code())).contains(wanted);
        assertThat(operations.codeList("colours", 1).labelOf("white", "en")).isEqualTo("White");
        assertThat(operations.codeList("no such list")).isEmpty();
        assertThatThrownBy(() -> operations.codeList("colours", 99)).isInstanceOf(IllegalStateException.class);
        operations.look();
        assertThat(operations.generation()).isPositive();
    }

    @Test
    void whatPeopleDecidedStandsAboveWhatIsShipped() {
        var _ = adoption.adopt(sample("", ""));
        var _ = adoption.adopt(sample("en: Sample form", "en: Better form"));
        var _ = adoption.adopt(sample("", ""));
        var register = Register.load(sql);
        assertThat(register.history(SAMPLE))
                .as("a content known already does not come back")
                .hasSize(2);
        assertThat(register.contents().get(register.history(SAMPLE).getFirst().hash()))
                .contains("Better form");

        sql.end(
                SAMPLE,
                register.history(SAMPLE).getFirst().from().plusSeconds(1),
                OperationVersion.Close.ABOLISHED,
                "総情第1号");
        assertThat(adoption.adopt(sample("en: Sample form", "en: Another form")))
                .as("it is told what was left aside")
                .extracting(Draft::code)
                .containsExactly(SAMPLE);
        assertThat(Register.load(sql).history(SAMPLE).getFirst().close())
                .as("what was abolished is not revived by a start")
                .isEqualTo(OperationVersion.Close.ABOLISHED);
    }
}
