package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.Receipt;
import akashi.ledger.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementReportTest {
    private final Sample sample = new Sample();

    @TempDir
    private Path folder = Path.of("");

    /** About the first entry of the sample's log, which is empty and shown in part; the second one seals it. */
    private Statement statement() {
        Hash leaf = Merkle.leafHash(new byte[0]);
        String content = CanonicalJson.text(Map.of(
                "made",
                "2026-11-23T13:00:00+09:00",
                "from",
                "2026-01-01",
                "until",
                "2026-11-22",
                "records",
                List.of("盗車-1\u001b[31m"),
                "keys",
                List.of(Map.of("kind", "PLATE", "typed", "青森330さ12-34")),
                "searched",
                Map.of(Sample.ORIGIN, 12),
                "gone",
                2,
                "uses",
                List.of(Map.of(
                        "log",
                        Sample.ORIGIN,
                        "index",
                        0,
                        "leaf",
                        leaf.toBase64(),
                        "shown",
                        Map.of("act", "CONTENT", "by", Map.of("unit", "hachinohe"), "hits", 1),
                        "said",
                        Map.of("by.unit", "八戸署")))));
        Receipt seal = sample.receipt(
                Map.of(
                        "act",
                        Statement.SEAL,
                        "facts",
                        Map.of(Statement.FACT, Statement.hash(content).toBase64())),
                null);
        Hash second = Merkle.leafHash(seal.entry().getBytes(StandardCharsets.UTF_8));
        return new Statement(content, seal, Map.of(), List.of(new Statement.Proof(null, List.of(second))));
    }

    @Test
    void aTrueStatementIsExplainedInBothLanguages() throws IOException {
        Run ja = Run.in(Map.of(), "verify", file(statement().format()), "--key", keys());
        assertThat(ja.code()).isZero();
        assertThat(ja.out())
                .startsWith("検証済み")
                .contains("期間：2026-01-01 – 2026-11-22")
                .contains("記録の番号：盗車-1□[31m")
                .contains("本人の番号：PLATE 青森330さ12-34")
                .contains("調べた利用：" + Sample.ORIGIN + " の 12 件")
                .contains("番号では探せなかった利用：2")
                .contains("見つかった利用：1 件")
                .contains(Sample.ORIGIN + " 0：内容照会 (CONTENT)、八戸署 (hachinohe)、1")
                .contains("示されていない利用がないことは、この回答だけでは分かりません")
                .contains("うち 1 件は、記録の一部だけ");
        Run en = Run.with("verify", file(statement().format()), "--key", keys());
        assertThat(en.code()).isZero();
        assertThat(en.out())
                .startsWith("Verified: ")
                .contains("Uses found: 1")
                .contains("It does not show that there were no further uses.");
    }

    @Test
    void withoutAKeyNothingIsVerifiedAndAContradictionIsForged() throws IOException {
        Run noKey = Run.with("verify", file(statement().format()));
        assertThat(noKey.code()).isEqualTo(3);
        assertThat(noKey.out()).startsWith("Not verified").contains("[no-key]").doesNotContain("hachinohe");

        String text = new String(statement().format(), StandardCharsets.UTF_8);
        forged(text.replace("hachinohe", "hirosakii"), "statement-altered");
        forged(text.replace("STATEMENT_SEAL", "STATEMENT_SEAM"), "statement-altered");
        forged(text.replace("\"path\":[\"", "\"path\":[\"A"), "not-a-statement");
        forged(text.replace("\"proofs\"", "\"proofz\""), "not-a-statement");
        String path = statement().proofs().getFirst().path().getFirst().toBase64();
        forged(
                text.replace(
                        "\"path\":[\"" + path,
                        "\"path\":[\"" + Merkle.emptyRoot().toBase64()),
                "use-not-included");
    }

    private void forged(String text, String reason) throws IOException {
        Run run = Run.with("verify", file(text.getBytes(StandardCharsets.UTF_8)), "--key", keys());
        assertThat(run.out()).as(reason).startsWith("Verification failed").contains("[" + reason + "]");
        assertThat(run.code()).isEqualTo(1);
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("statement.json"), content).toString();
    }

    private String keys() throws IOException {
        return Files.writeString(
                        folder.resolve("trust.keys"), sample.log.verifier().text() + "\n")
                .toString();
    }
}
