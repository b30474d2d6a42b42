package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parser gets mutated good input, spliced input and noise. It may read it or refuse it with
 * {@link MalformedException}; anything else, an index out of bounds or an overflow of the stack, fails the test.
 */
class HostileInputTest {
    private static final int TRIES = 3000;
    private static final List<String> PIECES = List.of(
            "\n",
            "\n\n",
            "— ",
            " ",
            "+",
            "=",
            "{",
            "}",
            "[",
            "\"",
            "\\u",
            "\\ud800",
            ",",
            ":",
            "0",
            "-1",
            "1e999",
            "9223372036854775808",
            "old ",
            "index ",
            "extra ",
            "x001/",
            ".p/",
            "tile/",
            "\0",
            "\ufeff",
            "\ud83d\ude00",
            "あ");

    @TestFactory
    Stream<DynamicTest> everyParserReadsOrRefuses() {
        return parsers().entrySet().stream()
                .map(parser -> DynamicTest.dynamicTest(
                        parser.getKey(),
                        () -> Seeded.forAll(TRIES, random -> {
                            byte[] input = mutated(random, random.nextInt(SAMPLES.size()));
                            try {
                                parser.getValue().accept(input);
                            } catch (MalformedException e) {
                                assertThat(e).hasMessageMatching("(?s).{5,200}");
                            }
                        })));
    }

    private static Map<String, Consumer<byte[]>> parsers() {
        Map<String, Consumer<byte[]>> parsers = new LinkedHashMap<>();
        parsers.put(
                "canonical JSON",
                bytes -> assertThat(CanonicalJson.canonicalise(bytes)).isNotEmpty());
        parsers.put(
                "receipt", bytes -> assertThat(Receipt.parse(bytes).verify()).isNotNull());
        parsers.put(
                "signed note",
                bytes -> assertThat(SignedNote.parse(bytes).format()).isNotEmpty());
        parsers.put(
                "witness request",
                bytes -> assertThat(WitnessRequest.parse(bytes).format()).isNotEmpty());
        parsers.put("bundle", bytes -> assertThat(EntryBundle.parse(bytes, 2)).hasSize(2));
        parsers.put(
                "checkpoint", text(s -> assertThat(Checkpoint.parse(s).body()).isEqualTo(s)));
        parsers.put("proof", text(s -> assertThat(TlogProof.parse(s).format()).isEqualTo(s)));
        parsers.put(
                "tile path",
                text(s -> assertThat(TileCoordinate.parse(s).path()).isEqualTo(s)));
        parsers.put(
                "verifier key",
                text(s -> assertThat(NoteVerifier.parse(s).text()).isEqualTo(s)));
        parsers.put(
                "private key",
                text(s -> assertThat(NoteSigner.parse(s).privateText()).isEqualTo(s)));
        parsers.put(
                "signature line",
                text(s -> assertThat(NoteSignature.parse(s).line()).isEqualTo(s)));
        parsers.put("hash", text(s -> assertThat(Hash.parse(s).toBase64()).isEqualTo(s)));
        return parsers;
    }

    private static Consumer<byte[]> text(Consumer<String> parser) {
        return bytes -> parser.accept(new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<byte[]> samples() {
        NoteSigner log =
                NoteSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Checkpoint checkpoint = new Checkpoint("PeterNeumann", 1, Merkle.leafHash(new byte[0]));
        SignedNote note = SignedNote.of(checkpoint, log);
        String proof = new TlogProof(0, List.of(Merkle.emptyRoot()), note.format(), "YQ==").format();
        Receipt receipt = new Receipt("{\"a\":[1,true,null]}", Receipt.PrivatePart.of(new byte[16], "x"), proof);
        List<byte[]> samples = new ArrayList<>();
        samples.add(receipt.format());
        samples.add(EntryBundle.format(List.of(new byte[3], new byte[0])));
        for (String text : List.of(
                note.format(),
                proof,
                checkpoint.body(),
                new WitnessRequest(7, List.of(Merkle.emptyRoot()), note).format(),
                "tile/0/x001/x234/067.p/89",
                log.verifier().text(),
                log.privateText(),
                note.signatures().getFirst().line(),
                Merkle.emptyRoot().toBase64(),
                "{\"b\":[1.5e-9,-0,\"\\ud83d\\ude00\"],\"a\":{\"\":null}}")) {
            samples.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return samples;
    }

    private static byte[] mutated(RandomGenerator random, int sample) {
        byte[] input = SAMPLES.get(sample);
        for (int i = random.nextInt(4); i > 0 && input.length > 0; i--) {
            input = switch (random.nextInt(5)) {
                case 0 -> Seeded.flipped(random, input);
                case 1 -> cut(random, input);
                case 2 ->
                    insert(
                            random,
                            input,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> insert(random, input, cut(random, SAMPLES.get(random.nextInt(SAMPLES.size()))));
                default -> insert(random, input, Seeded.bytes(random, 12));
            };
        }
        return input;
    }

    private static final List<byte[]> SAMPLES = samples();

    private static byte[] cut(RandomGenerator random, byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = random.nextInt(from, input.length + 1);
        byte[] rest = new byte[input.length - (to - from)];
        System.arraycopy(input, 0, rest, 0, from);
        System.arraycopy(input, to, rest, from, input.length - to);
        return rest;
    }

    private static byte[] insert(RandomGenerator random, byte[] input, byte[] piece) {
        int at = random.nextInt(input.length + 1);
        byte[] longer = new byte[input.length + piece.length];
        System.arraycopy(input, 0, longer, 0, at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(input, at, longer, at + piece.length, input.length - at);
        return longer;
    }
}
