package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryScanTest {
    private static final Hash COMMITMENT = Merkle.emptyRoot();

    private static Optional<Hash> scan(String entry) {
        String text = entry.replace('\'', '"').replace("HASH", COMMITMENT.toBase64());
        return new EntryScan(text.getBytes(StandardCharsets.UTF_8)).commitment();
    }

    @Test
    void findsTheEntrysOwnMember() {
        assertThat(scan("{'a':[{}],'private':'HASH','z':{}}")).contains(COMMITMENT);
        assertThat(scan("{'private':'HASH'}")).contains(COMMITMENT);
    }

    @Test
    void aMemberOfAMemberDoesNotCount() {
        assertThat(scan("{'a':{'private':'HASH'}}")).isEmpty();
    }

    @Test
    void aNameThatMerelyEndsInTheSameWayDoesNotCountNorHideIt() {
        assertThat(scan("{'a\\'private':'HASH'}")).isEmpty();
        assertThat(scan("{'a\\'private':'nothing','private':'HASH'}")).contains(COMMITMENT);
    }
}
