package akashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table people read names what the code does. */
class DecisionsDocTest {
    private final String page = Files.readString(Path.of("../docs/decisions.md"));

    DecisionsDocTest() throws IOException {}

    @Test
    void everyRuleAndItsVersionStandInTheTable() {
        assertThat(page).contains("version **" + Access.VERSION + "**");
        assertThat(IntStream.rangeClosed(1, Rules.COUNT).mapToObj("| AK-%02d |"::formatted))
                .allSatisfy(rule -> assertThat(page).contains(rule));
    }

    @Test
    void everyActOfTheHouseStandsInTheTable() {
        assertThat(HouseRules.acts()).allSatisfy(act -> assertThat(page).containsPattern("\\b" + act + "\\b"));
    }
}
