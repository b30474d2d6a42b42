package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.definition.Fault;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is proposed is checked against the register, and every fault names its line and the way out. */
@ModuleTest
class DraftsTest {
    private static final OperationCode VEHICLE = new OperationCode("stolen-vehicle");

    private final Drafts drafts;
    private final Operations operations;
    private final Messages messages;

    DraftsTest(Drafts drafts, Operations operations, Messages messages) {
        this.drafts = drafts;
        this.operations = operations;
        this.messages = messages;
    }

    @Test
    void everyVersionInForceReadsBackFromItsYamlAsTheSameContent() {
        for (var version : operations.inForce()) {
            String yaml = drafts.yaml(version);
            assertThat(drafts.check(yaml, version.code()))
                    .as(yaml)
                    .isInstanceOfSatisfying(
                            Drafts.Checked.Sound.class,
                            sound -> assertThat(sound.draft().hash()).isEqualTo(version.hash()));
            assertThat(yaml.lines().mapToInt(String::length).max().orElse(0)).isLessThan(700);
        }
    }

    @Test
    void aNewOperationIsSoundUnderACodeOfItsOwn() {
        assertThat(drafts.check(Proposed.like("stolen-boat", "盗艇"), null))
                .isInstanceOfSatisfying(Drafts.Checked.Sound.class, sound -> {
                    assertThat(sound.draft().code()).isEqualTo(new OperationCode("stolen-boat"));
                    assertThat(sound.draft().shortHash()).hasSize(12);
                });
        assertThat(faults(Proposed.shipped("stolen-vehicle"), null))
                .extracting(Fault::key)
                .contains("code-in-use");
        assertThat(faults(Proposed.like("stolen-boat", "盗車"), null))
                .extracting(Fault::key)
                .containsExactly("number-twice");
        assertThat(faults(Proposed.like("stolen-boat", "盗艇"), VEHICLE))
                .extracting(Fault::key)
                .contains("file-name");
    }

    @Test
    void aDuplicateKeyIsFoundAtItsLine() {
        var yaml = Proposed.changed("stolen-vehicle", Map.of("section: H304\n", "section: H304\nsection: H305\n"));
        assertThat(faults(yaml, VEHICLE)).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("name-twice");
            assertThat(yaml.lines().toList().get(fault.line() - 1)).isEqualTo("section: H305");
        });
    }

    @Test
    void aCircleOfLinksIsRefusedAndSaysHowToMendIt() {
        var yaml = Proposed.changed(
                "missing-person",
                Map.of(
                        "    matching:\n",
                        "    matching:\n      counterparts: [{operation: protection, document: person}]\n"));
        assertThat(faults(yaml, new OperationCode("missing-person")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("link-circle");
                    assertThat(fault.what(messages, Locale.JAPANESE)).contains("一回り");
                    assertThat(fault.wayOut(messages, Locale.ENGLISH)).contains("one side only");
                });
    }

    @Test
    void endlessTextIsRefusedBeforeItIsRead() {
        assertThat(faults("a".repeat(Drafts.LONGEST + 1), null))
                .extracting(Fault::key)
                .containsExactly("too-large");
    }

    @Test
    void anEarlierVersionIsADraftAgain() {
        var version = operations.byCode(VEHICLE).orElseThrow();
        assertThat(drafts.earlier(VEHICLE, version.hash()))
                .hasValueSatisfying(draft -> assertThat(draft.hash()).isEqualTo(version.hash()));
        assertThat(drafts.earlier(VEHICLE, "0".repeat(64))).isEmpty();
        assertThat(operations.standing(VEHICLE)).isEqualTo(Operations.Standing.IN_FORCE);
        assertThat(operations.standing(new OperationCode("never-there"))).isEqualTo(Operations.Standing.UNKNOWN);
    }

    private List<Fault> faults(String yaml, @Nullable OperationCode code) {
        return switch (drafts.check(yaml, code)) {
            case Drafts.Checked.Sound _ -> List.of();
            case Drafts.Checked.Faulty(var faults) -> faults;
        };
    }
}
