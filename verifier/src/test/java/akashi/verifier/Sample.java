package akashi.verifier;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Checkpoint;
import akashi.ledger.Commitment;
import akashi.ledger.Cosigner;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.Receipt;
import akashi.ledger.SignedNote;
import akashi.ledger.TlogProof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log of two entries with a receipt for the second, as the server writes them. */
final class Sample {
    static final String ORIGIN = "police.example.jp/node1";

    final NoteSigner log = NoteSigner.generate(ORIGIN);
    final Cosigner witness = Cosigner.generate("peer.example.jp/witness");
    final Receipt.PrivatePart secret = Receipt.PrivatePart.of(
            new byte[Commitment.SALT],
            "{\"keys\":[{\"as\":\"青森330さ1234\",\"kind\":\"PLATE\",\"typed\":\"青森330さ12-34\"}],\"text\":\"言動が不審\"}");
    final Receipt receipt = receipt(entry(), secret);

    /** The receipt of any entry, true in itself. */
    Receipt receipt(Map<String, ?> entry, Receipt.@Nullable PrivatePart part) {
        String text = CanonicalJson.text(entry);
        Hash first = Merkle.leafHash(new byte[0]);
        Frontier tree = new Frontier();
        tree.append(first);
        tree.append(Merkle.leafHash(text.getBytes(StandardCharsets.UTF_8)));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, 2, tree.root());
        SignedNote note = SignedNote.of(checkpoint, log)
                .with(List.of(witness.cosign(checkpoint, Instant.parse("2026-11-22T13:07:31Z"))));
        return new Receipt(text, part, new TlogProof(1, List.of(first), note.format()).format());
    }

    private Map<String, ?> entry() {
        byte[] body = secret.body().getBytes(StandardCharsets.UTF_8);
        Map<String, ?> permitted = Map.of("rule", "existence-own-prefecture", "version", "3", "permitted", true);
        return Map.ofEntries(
                Map.entry("format", "akashi.use/v1"),
                Map.entry("act", "EXISTENCE"),
                Map.entry("at", "2026-11-22T22:07:30.12+09:00"),
                Map.entry(
                        "by",
                        Map.of("staff", "A10234", "post", "officer", "unit", "aomori-chiiki", "terminal", "T-017")),
                Map.entry("for", Map.of("staff", "A20001", "unit", "hachinohe", "channel", "radio")),
                Map.entry("purpose", "STOP_AND_QUESTION"),
                Map.entry("case", "110-0812-0345"),
                Map.entry("decision", permitted),
                Map.entry(
                        "operations",
                        List.of(Map.of("code", "stolen-vehicle", "version", "abc", "decision", permitted))),
                Map.entry("hits", 1),
                Map.entry("records", List.of("0198@2")),
                Map.entry("facts", Map.of("answered", "found")),
                Map.entry(
                        Receipt.COMMITMENT,
                        Commitment.of(new byte[Commitment.SALT], body).toBase64()));
    }
}
