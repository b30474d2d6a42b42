package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything written in JSON: read or refused, never anything else. Tries the kept examples; with {@code JAZZER_FUZZ=1}
 * one of the tests looks for new ones.
 */
class JsonFuzzTest {
    /** Of two ways to write a number one is left, so that the value itself may differ: -0 becomes 0. */
    @FuzzTest(maxDuration = "60s")
    void json(byte[] input) {
        byte[] canonical = Fuzzed.read(CanonicalJson::canonicalise, input);
        if (canonical != null) {
            assertThat(CanonicalJson.canonicalise(canonical)).isEqualTo(canonical);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void receipt(byte[] input) {
        Fuzzed.roundTrip(Receipt::parse, Receipt::format, input);
        Receipt receipt = Fuzzed.read(Receipt::parse, input);
        if (receipt != null) {
            assertThat(receipt.verify()).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void statement(byte[] input) {
        Fuzzed.roundTrip(Statement::parse, Statement::format, input);
        Statement statement = Fuzzed.read(Statement::parse, input);
        if (statement != null) {
            assertThat(statement.verify(Trust.of(List.of()))).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void erasureEntry(byte[] input) {
        assertThat(ErasureEntry.in(input)).isNotNull();
    }

    /** The scan may refuse what is no entry, but in one it finds what a reader of JSON finds. */
    @FuzzTest(maxDuration = "60s")
    void entryScan(byte[] input) {
        Optional<Hash> scanned = Fuzzed.read(bytes -> new EntryScan(bytes).commitment(), input);
        if (Fuzzed.read(CanonicalJson::parse, input) instanceof Map<?, ?> entry
                && CanonicalJson.text(entry).equals(Fuzzed.text(input))) {
            Optional<Hash> read = entry.get(Receipt.COMMITMENT) instanceof String text
                    ? Optional.ofNullable(Fuzzed.read(Hash::parse, text))
                    : Optional.empty();
            assertThat(Optional.ofNullable(scanned).flatMap(found -> found)).isEqualTo(read);
        }
    }
}
