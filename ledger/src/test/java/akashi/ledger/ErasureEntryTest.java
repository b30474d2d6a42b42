package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureEntryTest {
    @Test
    void anErasureSaysWhatItTookOfWhichLog() {
        var entry = CanonicalJson.canonical(Map.of(
                "act",
                "ERASURE",
                "at",
                "2031-12-01T00:00:00.00+09:00",
                "facts",
                Map.of("log", "police.example.jp/node1", "entries", "12,15-19", "parts", "6")));

        assertThat(ErasureEntry.in(entry)).contains(new ErasureEntry("police.example.jp/node1", "12,15-19", 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"act\":\"ERASURE\",",
                "{\"act\":\"ERASURE\",\"facts\":1}",
                "{\"act\":\"ERASURE\",\"facts\":{\"entries\":\"1\",\"log\":\"x\"}}",
                "{\"act\":\"ERASURE\",\"facts\":{\"entries\":\"1\",\"log\":\"x\",\"parts\":\"-1\"}}",
                "{\"act\":\"ERASURE\",\"facts\":{\"entries\":1,\"log\":\"x\",\"parts\":\"1\"}}",
                "{\"act\":\"ERASURE_END\",\"facts\":{\"entries\":\"1\",\"log\":\"x\",\"parts\":\"1\"}}",
                "{\"a\":1,\"act\":\"ERASURE\",\"facts\":{\"entries\":\"1\",\"log\":\"x\",\"parts\":\"1\"}}"
            })
    void anythingElseIsNone(String entry) {
        assertThat(ErasureEntry.in(entry.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.empty());
    }
}
