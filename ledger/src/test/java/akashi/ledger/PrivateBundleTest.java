package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PrivateBundleTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        Seeded.forAll(300, random -> {
            List<PrivateBundle.Part> parts = parts(random);
            byte[] bundle = PrivateBundle.format(parts);
            assertThat(PrivateBundle.format(PrivateBundle.parse(bundle))).isEqualTo(bundle);
            assertThat(PrivateBundle.parse(bundle)).hasSameSizeAs(parts);
        });
    }

    @Test
    void whatIsCutShortIsRefused() {
        byte[] bundle = PrivateBundle.format(
                List.of(new PrivateBundle.Erased(3), new PrivateBundle.Here(9, new byte[16], new byte[40])));
        for (int length = 1; length < bundle.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bundle, length);
            if (length != 2) {
                assertThatThrownBy(() -> PrivateBundle.parse(cut)).isInstanceOf(MalformedException.class);
            }
        }
    }

    @Test
    void aPlaceThatComesTwiceAndAnUnknownKindAreRefused() {
        assertThatThrownBy(() -> PrivateBundle.parse(new byte[] {3, 0, 3, 0})).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PrivateBundle.parse(new byte[] {3, 2})).isInstanceOf(MalformedException.class);
        assertThatThrownBy(
                        () -> PrivateBundle.format(List.of(new PrivateBundle.Erased(3), new PrivateBundle.Erased(3))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PrivateBundle.Erased(256)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommitmentOfAnEntryIsFoundAsAFullReaderFindsIt() {
        Seeded.forAll(2000, random -> {
            Object value = value(random, 0);
            byte[] entry = CanonicalJson.canonical(value);
            Optional<Hash> expected =
                    value instanceof Map<?, ?> members && members.get("private") instanceof String hash
                            ? Optional.of(Hash.parse(hash))
                            : Optional.empty();
            assertThat(Commitment.in(entry)).isEqualTo(expected);
        });
    }

    @Test
    void aCommitmentThatIsNoHashIsRefused() {
        for (String entry : List.of("{\"private\":\"x\"}", "{\"private\":\"", "{\"private\":\"x\\")) {
            assertThatThrownBy(() -> Commitment.in(entry.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedException.class);
        }
        assertThat(Commitment.in(new byte[0])).isEmpty();
    }

    private static List<PrivateBundle.Part> parts(RandomGenerator random) {
        List<PrivateBundle.Part> parts = new ArrayList<>();
        for (int place = random.nextInt(9); place < 256; place += 1 + random.nextInt(40)) {
            parts.add(
                    random.nextBoolean()
                            ? new PrivateBundle.Erased(place)
                            : new PrivateBundle.Here(
                                    place,
                                    Hash.sha256(Seeded.bytes(random, 9))
                                            .toString()
                                            .substring(0, 16)
                                            .getBytes(StandardCharsets.US_ASCII),
                                    Seeded.bytes(random, 50)));
        }
        return parts;
    }

    private static Object value(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 6)) {
            case 0, 1 -> {
                Map<String, Object> members = new HashMap<>();
                for (String name : List.of("a", "private", "privat", "\"private\":\"", "z\\")) {
                    if (random.nextInt(3) > 0 && depth < 4) {
                        members.put(name, name.equals("private") ? hash(random) : value(random, depth + 1));
                    }
                }
                yield members;
            }
            case 2 -> List.of("private", hash(random), value(random, depth + 1), "\\\"");
            case 3 -> hash(random);
            case 4 -> random.nextInt(100);
            default -> "},\"private\":\"\\";
        };
    }

    private static String hash(RandomGenerator random) {
        return Hash.sha256(Seeded.bytes(random, 4)).toBase64();
    }
}
