package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The definitions that come with Akashi. */
class ShippedDefinitionsTest {
    private final DefinitionFiles.Loaded shipped = new DefinitionFiles().load(DefinitionFiles.shipped());

    @Test
    void everyShippedFileIsValid() {
        assertThat(shipped.faults()).isEmpty();
    }
}
