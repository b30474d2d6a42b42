package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
    private static final Hash HASH = Merkle.emptyRoot();

    @Test
    void aProofIsReadAsItWasWritten() {
        Seeded.forAll(100, random -> {
            List<Hash> hashes = Collections.nCopies(random.nextInt(64), HASH);
            String extra = random.nextBoolean() ? null : "YQ==";
            TlogProof proof = new TlogProof(random.nextLong(Long.MAX_VALUE), hashes, "o\n\n— x AAAAAAA=\n", extra);
            assertThat(TlogProof.parse(proof.format())).isEqualTo(proof);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v1\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nextra YQ==\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nextra \nindex 0\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nextra YR==\nindex 0\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra YQ==\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nindex\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nYQ==\n\ncheckpoint\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\ncheckpoint\n",
            })
    void whatIsNotAProofIsRefused(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TlogProof.parse(text));
    }

    @Test
    void moreHashesThanATreeHasLevelsAreRefused() {
        String text = "c2sp.org/tlog-proof@v1\nindex 0\n" + (HASH.toBase64() + "\n").repeat(64) + "\ncheckpoint\n";
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TlogProof.parse(text));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> TlogProof.parse(text.repeat(2)));
    }
}
