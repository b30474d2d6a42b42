package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashTest {
    @Test
    void aHashIsReadAsItWasWritten() {
        Seeded.forAll(50, random -> {
            byte[] bytes = new byte[64];
            random.nextBytes(bytes);
            Hash hash = Hash.at(bytes, 16);
            assertThat(Hash.parse(hash.toBase64())).isEqualTo(hash).hasSameHashCodeAs(hash);
            assertThat(Hash.of(hash.bytes())).isEqualTo(hash);
            assertThat(hash.toString()).matches("[0-9a-f]{64}");
            byte[] copy = new byte[64];
            hash.copyTo(copy, 16);
            assertThat(Hash.at(copy, 16)).isEqualTo(hash);
            assertThat(Hash.at(copy, 0)).isNotEqualTo(hash);
        });
    }

    @Test
    void aHashHasThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Hash.at(new byte[40], 9));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Hash.at(new byte[40], -1));
        for (String text : List.of("", "AAAA", "*", Merkle.emptyRoot() + "")) {
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Hash.parse(text));
        }
    }

    @Test
    void whatIsHandedOutCannotChangeTheHash() {
        Hash hash = Hash.sha256(new byte[0]);
        hash.bytes()[0]++;
        assertThat(hash).isEqualTo(Merkle.emptyRoot());
        byte[] given = new byte[32];
        Hash zero = Hash.of(given);
        given[0] = 1;
        assertThat(zero).isEqualTo(Hash.of(new byte[32]));
    }
}
