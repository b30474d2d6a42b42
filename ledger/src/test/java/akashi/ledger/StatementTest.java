package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static final String ORIGIN = "police.example.jp/node1";
    private static final String OTHER = "police.example.jp/node2";

    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final NoteSigner otherSigner = NoteSigner.generate(OTHER);
    private final Trust trust = Trust.of(List.of(signer.verifier(), otherSigner.verifier()));

    /** A log in memory. */
    private static final class Log {
        private final List<String> entries = new ArrayList<>();
        private final String origin;
        private final NoteSigner signer;

        Log(String origin, NoteSigner signer) {
            this.origin = origin;
            this.signer = signer;
        }

        int add(Map<String, ?> entry) {
            entries.add(CanonicalJson.text(entry));
            return entries.size() - 1;
        }

        Hash leaf(int index) {
            return Merkle.leafHash(entries.get(index).getBytes(StandardCharsets.UTF_8));
        }

        List<Hash> path(int index) {
            return tree().path(index, 0, entries.size());
        }

        private NaiveTree tree() {
            var leaves = new ArrayList<Hash>();
            for (int n = 0; n < entries.size(); n++) {
                leaves.add(leaf(n));
            }
            return new NaiveTree(leaves);
        }

        String checkpoint() {
            return SignedNote.of(new Checkpoint(origin, entries.size(), tree().root(entries.size())), signer)
                    .format();
        }

        Receipt receipt(int index) {
            return new Receipt(entries.get(index), null, new TlogProof(index, path(index), checkpoint()).format());
        }
    }

    private final Log log = new Log(ORIGIN, signer);
    private final Log other = new Log(OTHER, otherSigner);

    private static Map<String, Object> entry(String unit) {
        return Map.of("act", "CONTENT", "by", Map.of("staff", "A1", "unit", unit), "purpose", "STOP");
    }

    /** The log's own entry that holds a statement's hash. */
    private int seal(String content) {
        return log.add(Map.of(
                "act",
                Statement.SEAL,
                "facts",
                Map.of(Statement.FACT, Statement.hash(content).toBase64())));
    }

    private static Map<String, Object> stated(Log log, int index, String unit) {
        return Map.of(
                "log",
                log.origin,
                "index",
                index,
                "leaf",
                log.leaf(index).toBase64(),
                "shown",
                Map.of("by", Map.of("unit", unit), "purpose", "STOP"));
    }

    /** Three uses, one of another log, one with its whole entry. */
    private Statement statement() {
        int first = log.add(entry("HACHI"));
        var _ = log.add(entry("GENERAL"));
        int second = log.add(entry("HIRO"));
        int third = other.add(entry("HACHI"));
        var _ = other.add(entry("GENERAL"));
        var content = CanonicalJson.text(Map.of(
                "from",
                "2026-01-01",
                "uses",
                List.of(stated(log, first, "HACHI"), stated(log, second, "HIRO"), stated(other, third, "HACHI"))));
        int seal = seal(content);
        return new Statement(
                content,
                log.receipt(seal),
                Map.of(OTHER, other.checkpoint()),
                List.of(
                        new Statement.Proof(null, log.path(first)),
                        new Statement.Proof(log.entries.get(second), log.path(second)),
                        new Statement.Proof(null, other.path(third))));
    }

    @Test
    void aTrueStatementIsVerifiedAndReadsBackAsItWasWritten() {
        var statement = statement();
        var file = statement.format();

        assertThat(Statement.claims(file)).isTrue();
        assertThat(Statement.claims(statement.seal().format())).isFalse();
        assertThat(Statement.parse(file).format()).isEqualTo(file);
        assertThat(Statement.parse(file).verify(trust))
                .isInstanceOfSatisfying(StatementVerdict.Verified.class, verified -> {
                    assertThat(verified.uses()).isEqualTo(3);
                    assertThat(verified.whole()).isEqualTo(1);
                    assertThat(verified.seal().origin()).isEqualTo(ORIGIN);
                });
    }

    @Test
    void withoutUsesItIsSealedAllTheSame() {
        var content = CanonicalJson.text(Map.of("nonce", "x", "uses", List.of()));
        int seal = seal(content);
        var statement = new Statement(content, log.receipt(seal), Map.of(), List.of());

        assertThat(statement.verify(trust)).isInstanceOf(StatementVerdict.Verified.class);
        assertThat(new Statement(content.replace("x", "y"), statement.seal(), Map.of(), List.of()).verify(trust))
                .isEqualTo(new StatementVerdict.NotVerified(StatementVerdict.ALTERED, 0));
    }

    @Test
    void whatIsStatedOtherwiseThanSealedIsFound() {
        var statement = statement();
        var altered = new Statement(
                statement.content().replace("\"unit\":\"HACHI\"", "\"unit\":\"HIRO\""),
                statement.seal(),
                statement.checkpoints(),
                statement.proofs());

        refused(altered, StatementVerdict.ALTERED, 0);
        var noSeal = new Statement(statement.content(), log.receipt(0), statement.checkpoints(), statement.proofs());
        refused(noSeal, StatementVerdict.ALTERED, 0);
    }

    /** Sealed by the log, and yet a lie about what stands on it. */
    @Test
    void aUseThatIsNotOnTheLogIsFoundThoughItIsSealed() {
        var statement = statement();
        var proofs = new ArrayList<>(statement.proofs());
        proofs.set(0, new Statement.Proof(null, log.path(1)));

        refused(with(statement, proofs), StatementVerdict.USE_NOT_INCLUDED, 1);
    }

    @Test
    void anEntryThatSaysSomethingElseThanWhatIsShownIsFound() {
        var statement = statement();
        var proofs = new ArrayList<>(statement.proofs());
        proofs.set(
                1,
                new Statement.Proof(
                        log.entries.get(0), statement.proofs().get(1).path()));
        refused(with(statement, proofs), StatementVerdict.USE_DIFFERS, 2);
        proofs.set(1, statement.proofs().get(1));
        proofs.set(0, new Statement.Proof("not JSON", statement.proofs().get(0).path()));
        refused(with(statement, proofs), StatementVerdict.USE_DIFFERS, 1);

        var lied = statedAs(entry("HIRO"), Map.of("by", Map.of("unit", "HACHI")));
        refused(lied, StatementVerdict.USE_DIFFERS, 1);
        var more = statedAs(entry("HIRO"), Map.of("by", Map.of("post", "chief")));
        refused(more, StatementVerdict.USE_DIFFERS, 1);
    }

    private Statement statedAs(Map<String, Object> entry, Map<String, Object> shown) {
        int index = log.add(entry);
        var content = CanonicalJson.text(Map.of(
                "uses",
                List.of(Map.of(
                        "log", ORIGIN, "index", index, "leaf", log.leaf(index).toBase64(), "shown", shown))));
        int seal = seal(content);
        return new Statement(
                content,
                log.receipt(seal),
                Map.of(),
                List.of(new Statement.Proof(log.entries.get(index), log.path(index))));
    }

    @Test
    void aLogWithoutACheckpointAndAnUntrustedOneAreFound() {
        var statement = statement();
        refused(
                new Statement(statement.content(), statement.seal(), Map.of(), statement.proofs()),
                StatementVerdict.NO_CHECKPOINT,
                3);
        refused(
                new Statement(
                        statement.content(), statement.seal(), Map.of(OTHER, "no checkpoint"), statement.proofs()),
                "checkpoint-malformed",
                0);
        refused(
                new Statement(
                        statement.content(), statement.seal(), Map.of(OTHER, log.checkpoint()), statement.proofs()),
                StatementVerdict.NO_CHECKPOINT,
                3);

        assertThat(statement.verify(Trust.of(List.of(signer.verifier()))))
                .isEqualTo(new StatementVerdict.NotVerified("unknown-signer", 0));
        assertThat(statement.verify(Trust.of(List.of(otherSigner.verifier()))))
                .isEqualTo(new StatementVerdict.NotVerified("unknown-signer", 0));
        assertThat(statement.verify(Trust.of(List.of()))).isEqualTo(new StatementVerdict.NotVerified("no-key", 0));
    }

    private static Statement with(Statement statement, List<Statement.Proof> proofs) {
        return new Statement(statement.content(), statement.seal(), statement.checkpoints(), proofs);
    }

    /** The same answer with and without a key, because it contradicts itself. */
    private void refused(Statement statement, String reason, int use) {
        assertThat(statement.verify(trust)).isEqualTo(new StatementVerdict.NotVerified(reason, use));
        assertThat(statement.verify(Trust.of(List.of()))).isEqualTo(new StatementVerdict.NotVerified(reason, use));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\":\"akashi.statement/v1\"}",
                "{\"checkpoints\":[],\"content\":\"{}\",\"format\":\"akashi.statement/v1\",\"proofs\":[],\"seal\":\"\"}",
                "{\"checkpoints\":{},\"content\":1,\"format\":\"akashi.statement/v1\",\"proofs\":[],\"seal\":\"\"}",
                "{\"checkpoints\":{},\"content\":\"{}\",\"format\":\"akashi.statement/v0\",\"proofs\":[],\"seal\":\"\"}",
            })
    void whatIsNoStatementIsRefused(String text) {
        assertThatThrownBy(() -> Statement.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void whateverIsChangedInTheFileIsFound() {
        var file = new String(statement().format(), StandardCharsets.UTF_8);
        Seeded.forAll(300, random -> {
            int at = random.nextInt(file.length() - 1);
            char other = (char) (file.charAt(at) ^ (1 << random.nextInt(5)));
            var changed = file.substring(0, at) + other + file.substring(at + 1);
            try {
                assertThat(Statement.parse(changed.getBytes(StandardCharsets.UTF_8))
                                .verify(trust))
                        .as(changed)
                        .isNotInstanceOf(StatementVerdict.Verified.class);
            } catch (MalformedException e) {
                assertThat(e.getMessage()).as(changed).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uses\":1}",
                "{\"uses\":[1]}",
                "{\"uses\":[{\"index\":-1,\"leaf\":\"\",\"log\":\"x\",\"shown\":{}}]}",
                "{\"uses\":[{\"index\":0.5,\"leaf\":\"\",\"log\":\"x\",\"shown\":{}}]}",
                "{\"uses\": []}",
                "[]",
            })
    void aContentThatListsNoUsesIsRefused(String content) {
        var statement = statement();
        var file = new Statement(content, statement.seal(), Map.of(), List.of()).format();

        assertThatThrownBy(() -> Statement.parse(file)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Statement.parse(
                        new Statement(statement.content(), statement.seal(), Map.of(), List.of()).format()))
                .isInstanceOf(MalformedException.class);
    }
}
