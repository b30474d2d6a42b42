package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final String ORIGIN = "police.example.jp/node1";

    private final NoteSigner log = NoteSigner.generate(ORIGIN);
    private final NoteSigner newer = NoteSigner.generate(ORIGIN);
    private final Cosigner one = Cosigner.generate("one.example.jp/witness");
    private final Cosigner two = Cosigner.generate("two.example.jp/witness");
    private final Cosigner three = Cosigner.generate("three.example.jp/witness");

    private static Trust.Outcome parse(String... lines) {
        return Trust.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Trust read(String... lines) {
        return switch (parse(lines)) {
            case Trust.Outcome.Read(Trust trust) -> trust;
            case Trust.Outcome.Broken(int line, Trust.Fault fault) ->
                throw new AssertionError("line " + line + " " + fault);
        };
    }

    private String witness(String name, Cosigner key) {
        return "witness " + name + " " + key.verifier().text();
    }

    @Test
    void keysAloneAreTrustedWithoutAWitness() {
        var trust = read(
                "# keys",
                "",
                " " + log.verifier().text() + "\r",
                one.verifier().text(),
                log.verifier().text(),
                one.verifier().text());

        assertThat(trust.keys()).containsExactly(log.verifier(), one.verifier());
        assertThat(trust.asksForWitnesses()).isFalse();
        assertThat(trust.quorum(List.of())).isTrue();
        assertThat(trust.allows(log.verifier(), Long.MAX_VALUE)).isTrue();
        assertThat(trust.allows(newer.verifier(), 1)).isFalse();
    }

    @Test
    void groupsOfGroupsDecideTheQuorum() {
        var trust = read(
                "log " + log.verifier().text() + "\thttps://police.example.jp/",
                witness("a", one) + " https://one.example.jp",
                witness("b", two),
                witness("c", three),
                "group ab 1 a b",
                "group everyone all ab c",
                "quorum everyone");

        assertThat(trust.asksForWitnesses()).isTrue();
        assertThat(trust.quorum(List.of(one.verifier(), two.verifier()))).isFalse();
        assertThat(trust.quorum(List.of(three.verifier()))).isFalse();
        assertThat(trust.quorum(List.of(two.verifier(), three.verifier()))).isTrue();
        assertThat(trust.address(log.verifier())).contains("https://police.example.jp/");
        assertThat(trust.address(one.verifier())).contains("https://one.example.jp");
        assertThat(trust.address(two.verifier())).isEmpty();
        assertThat(trust.witnesses()).extracting(Trust.WitnessKey::name).containsExactly("a", "b", "c");
    }

    @Test
    void thresholdsCountDistinctMembers() {
        var two = read(witness("a", one), witness("b", this.two), witness("c", three), "group g 2 a b c", "quorum g");
        var any = read(witness("a", one), witness("b", this.two), "group g any a b", "quorum g");
        var none = read(witness("a", one), "quorum none");
        var single = read(witness("a", one), "quorum a");

        assertThat(two.quorum(List.of(one.verifier(), one.verifier()))).isFalse();
        assertThat(two.quorum(List.of(one.verifier(), three.verifier()))).isTrue();
        assertThat(any.quorum(List.of())).isFalse();
        assertThat(any.quorum(List.of(this.two.verifier()))).isTrue();
        assertThat(none.asksForWitnesses()).isFalse();
        assertThat(none.quorum(List.of())).isTrue();
        assertThat(single.quorum(List.of(this.two.verifier()))).isFalse();
        assertThat(single.quorum(List.of(one.verifier()))).isTrue();
    }

    @Test
    void retiredKeyCountsUpToItsSize() {
        var trust = read(
                "retired 100 " + log.verifier().text(),
                "log " + newer.verifier().text());

        assertThat(trust.allows(log.verifier(), 100)).isTrue();
        assertThat(trust.allows(log.verifier(), 101)).isFalse();
        assertThat(trust.allows(newer.verifier(), 101)).isTrue();
        assertThat(trust.logs().get(ORIGIN)).containsExactlyInAnyOrder(log.verifier(), newer.verifier());
        assertThat(trust.logsInForce().get(ORIGIN)).containsExactly(newer.verifier());
    }

    @Test
    void faultsAreNamedWithTheirLine() {
        String key = log.verifier().text();
        String cosigner = one.verifier().text();
        broken(2, Trust.Fault.NOT_A_KEY, "#", "nonsense");
        broken(1, Trust.Fault.NOT_A_KEY, "log x");
        broken(1, Trust.Fault.NOT_A_KEY, "witness a " + key.replaceFirst("^.", "x"));
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "log");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "log " + key + " url more");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, key + " more");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "witness " + cosigner);
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "witness a " + cosigner + " url more");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "group g 1");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "quorum");
        broken(1, Trust.Fault.NOT_UNDERSTOOD, "retired 4");
        broken(1, Trust.Fault.OTHER_KIND, "log " + cosigner);
        broken(1, Trust.Fault.OTHER_KIND, "witness a " + key);
        broken(2, Trust.Fault.TWICE, "log " + key, "retired 4 " + key);
        broken(2, Trust.Fault.TWICE, witness("a", one), witness("b", one));
        broken(2, Trust.Fault.TWICE, witness("a", one), witness("a", two));
        broken(1, Trust.Fault.TWICE, witness("none", one));
        broken(2, Trust.Fault.TWICE, witness("a", one), "group a all a");
        broken(2, Trust.Fault.TWICE, witness("a", one), "group none all a");
        broken(3, Trust.Fault.TWICE, witness("a", one), "group g all a", "group h all a");
        broken(3, Trust.Fault.TWICE, witness("a", one), "quorum none", "quorum a");
        broken(1, Trust.Fault.UNKNOWN_NAME, "quorum a");
        broken(2, Trust.Fault.UNKNOWN_NAME, witness("a", one), "group g all a b");
        broken(1, Trust.Fault.NOT_A_NUMBER, "retired -1 " + key);
        broken(2, Trust.Fault.NOT_A_NUMBER, witness("a", one), "group g 2 a");
        broken(2, Trust.Fault.NOT_A_NUMBER, witness("a", one), "group g 0 a");
        broken(2, Trust.Fault.NOT_A_NUMBER, witness("a", one), "group g some a");
    }

    @Test
    void groupsInOneAnotherAreReadUpToTheBound() {
        var deepest = Trust.MAX_DEPTH;

        assertThat(parse(chain(deepest))).isInstanceOfSatisfying(Trust.Outcome.Read.class, read -> {
            assertThat(read.trust().quorum(List.of(one.verifier()))).isTrue();
            assertThat(read.trust().quorum(List.of(two.verifier()))).isFalse();
        });
        broken(deepest + 2, Trust.Fault.TOO_DEEP, chain(deepest + 1));
        broken(deepest + 2, Trust.Fault.TOO_DEEP, chain(100_000));
    }

    /** A witness, and so many groups, each of which has the one above it for its member. */
    private String[] chain(int groups) {
        var lines = new ArrayList<>(List.of(witness("g0", one)));
        for (int n = 1; n <= groups; n++) {
            lines.add("group g" + n + " all g" + (n - 1));
        }
        lines.add("quorum g" + groups);
        return lines.toArray(String[]::new);
    }

    private static void broken(int line, Trust.Fault fault, String... lines) {
        assertThat(parse(lines)).isEqualTo(new Trust.Outcome.Broken(line, fault));
    }

    @Test
    void receiptIsHeldToRetirementAndQuorum() {
        String entry = "{\"act\":\"LIST\"}";
        Frontier tree = new Frontier();
        tree.append(Merkle.leafHash(Text.bytes(entry)));
        var checkpoint = new Checkpoint(ORIGIN, 1, tree.root());
        var note = SignedNote.of(checkpoint, log).with(List.of(one.cosign(checkpoint, Instant.EPOCH)));
        var receipt = new Receipt(entry, null, new TlogProof(0, List.of(), note.format()).format());
        String key = log.verifier().text();

        assertThat(receipt.verify(read("retired 1 " + key))).isInstanceOf(Verdict.Verified.class);
        assertThat(receipt.verify(read("retired 0 " + key)))
                .isEqualTo(new Verdict.NotVerified(Verdict.Reason.RETIRED_KEY));
        assertThat(receipt.verify(read("log " + key, witness("a", one), "quorum a")))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(receipt.verify(read("log " + key, witness("a", two), "quorum a")))
                .isEqualTo(new Verdict.NotVerified(Verdict.Reason.NO_QUORUM));
        assertThat(receipt.verify(read(witness("a", one), "quorum a")))
                .isEqualTo(new Verdict.NotVerified(Verdict.Reason.UNKNOWN_SIGNER));
    }
}
