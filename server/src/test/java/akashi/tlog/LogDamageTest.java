package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.Verifier;
import akashi.ledger.Cosigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of the database can do to a log with SQL, and that an outsider who checks its export sees it. */
class LogDamageTest {
    private static final String VERIFIED = "VERIFIED";
    private static final String FORGED = "FORGED";

    @TempDir
    Path folder;

    private DamagedLog log;

    @BeforeEach
    void aLogThatVerifies() throws Exception {
        log = DamagedLog.written(folder, "damage-" + UUID.randomUUID());
        assertThat(log.verify())
                .satisfies(answer ->
                        assertThat(answer.said()).startsWith("Verified").contains("600 match, 0 gone"))
                .extracting(Verifier.Answer::exit)
                .isEqualTo(VERIFIED);
    }

    @Test
    void aChangedEntryIsNamed() {
        log.store(300, changed(300));

        found(log.verify(), 300, "entry-changed");
    }

    @Test
    void anEntryChangedBeforeAnySignatureButTheLastIsNarrowedDownByCheckpoints() {
        // no full tile covers it, so nothing but the checkpoints tells where it was
        log.store(599, changed(599));

        var answer = log.verify();
        assertThat(answer.exit()).isEqualTo(FORGED);
        assertThat(answer.faults())
                .singleElement()
                .asString()
                .contains(" to 599:")
                .endsWith("[rewritten]");
    }

    @Test
    void aRemovedEntryIsNamed() {
        log.sql("delete from usage_leaf where log = :log and idx = 300");

        found(log.verify(), 300, "entry-removed");
    }

    @Test
    void aRemovedEntryIsNamedWhenTheOthersHaveMovedUp() {
        log.sql("delete from usage_leaf where log = :log and idx = 300");
        log.move(301, -1);

        found(log.verify(), 300, "entry-removed");
    }

    @Test
    void aRemovedEndIsNamed() {
        log.sql("delete from usage_leaf where log = :log and idx >= 300");

        found(log.verify(), 300, "entries-cut");
    }

    @Test
    void anInsertedEntryIsNamed() {
        log.move(300, 1);
        log.sql("""
                insert into usage_leaf
                       (log, idx, at, private_id, private_month, operator, unit, act, operation, leaf)
                select log, 300, at, gen_random_uuid(), private_month, operator, unit, act, operation,
                       convert_to('{"act":"EXISTENCE","format":"akashi.use/v1"}', 'UTF8')
                  from usage_leaf where log = :log and idx = 299
                """);

        found(log.verify(), 300, "entry-inserted");
    }

    @Test
    void twoSwappedEntriesAreNamed() {
        var leaves = log.leaves();
        log.store(100, leaves.get(400));
        log.store(400, leaves.get(100));

        var answer = log.verify();
        assertThat(answer.faults()).anyMatch(fault -> fault.startsWith("index 100:") && fault.contains("(400)"));
        found(answer, 100, "entries-swapped");
    }

    @Test
    void aChangedPrivatePartIsNamed() {
        log.sql("""
                update usage_private p set body = convert_to('{"text":"nothing"}', 'UTF8')
                  from usage_leaf l
                 where l.log = :log and l.idx = 300 and p.month = l.private_month and p.id = l.private_id
                """);

        found(log.verify(), 300, "private-part-altered");
    }

    @Test
    void anErasedPrivatePartIsSaidAndTheLogVerifies() {
        log.sql("""
                delete from usage_private p using usage_leaf l
                 where l.log = :log and (l.idx between 10 and 12 or l.idx = 300)
                   and p.month = l.private_month and p.id = l.private_id
                """);

        var answer = log.verify();
        assertThat(answer.exit()).isEqualTo(VERIFIED);
        assertThat(answer.said()).contains("596 match, 4 gone: 10–12, 300");
    }

    @Test
    void aRewrittenTailDoesNotFollowFromWhatWasSigned() {
        log.store(300, changed(300));
        log.rebuildTiles();

        var answer = log.verify();
        assertThat(answer.exit()).isEqualTo(FORGED);
        assertThat(answer.faults()).singleElement().asString().endsWith("[rewritten]");
        covers(answer, 300);
    }

    @Test
    void aLogRewrittenAndSignedAnewIsForkedFromACheckpointKeptOutside() {
        var kept = log.keepCheckpoint();
        log.store(300, changed(300));
        log.rebuildTiles();
        log.signAnew();

        assertThat(log.verify().exit())
                .as("without anything kept outside, the holder of the key is believed")
                .isEqualTo(VERIFIED);
        var answer = log.verify("--checkpoint", kept);
        assertThat(answer.exit()).isEqualTo(FORGED);
        assertThat(answer.faults()).singleElement().asString().endsWith("[forked]");
        covers(answer, 300);
    }

    @Test
    void aDatabaseRolledBackIsShorterThanACheckpointKeptOutside() {
        var kept = log.keepCheckpoint();
        long size = log.sizes().reversed().stream()
                .filter(one -> one <= 400)
                .findFirst()
                .orElseThrow();
        log.sql("delete from usage_leaf where log = :log and idx >= " + size);
        log.sql("delete from usage_tile where log = :log and level = 0 and (n + 1) * 256 > " + size);
        log.sql("delete from usage_checkpoint where log = :log and size > " + size);

        assertThat(log.verify().exit()).as("a shorter log is whole in itself").isEqualTo(VERIFIED);
        var answer = log.verify("--checkpoint", kept);
        assertThat(answer.exit()).isEqualTo(FORGED);
        assertThat(answer.said()).contains("First bad index: " + size);
        assertThat(answer.faults()).singleElement().asString().endsWith("[rolled-back]");
    }

    @Test
    void aChangedTileIsToldFromAChangedEntry() {
        log.sql("update usage_tile set hashes = overlay(hashes placing '\\x00'::bytea from 44 * 32 + 1)"
                + " where log = :log and level = 0 and n = 1");

        found(log.verify(), 300, "tile-changed");
    }

    @Test
    void aCheckpointWithAForgedSignatureIsNamed() {
        log.sql("update usage_checkpoint set note = regexp_replace(note, '(— \\S+ \\S{8})\\S{8}', '\\1AAAAAAAA')"
                + " where log = :log and size = " + log.sizes().getFirst());

        found(log.verify(), log.sizes().getFirst() - 1, "false-signature");
    }

    @Test
    void cosignaturesAreCheckedAndAForgedOneIsNamed() {
        log.cosign(Cosigner.generate("peer.test/witness"));
        assertThat(log.verify())
                .satisfies(answer -> assertThat(answer.said())
                        .contains("peer.test/witness (cosignatures: "
                                + (log.sizes().size() + 1)))
                .extracting(Verifier.Answer::exit)
                .isEqualTo(VERIFIED);

        log.sql("update usage_cosignature set line = regexp_replace(line, '(— \\S+ \\S{24})\\S{8}', '\\1AAAAAAAA')"
                + " where log = :log and size = " + log.sizes().getFirst());
        var answer = log.verify();
        found(answer, log.sizes().getFirst() - 1, "false-signature");
        assertThat(answer.faults().getFirst()).contains("peer.test/witness");
    }

    private byte[] changed(int index) {
        String entry = new String(log.leaves().get(index), StandardCharsets.UTF_8);
        return entry.replace("hachinohe-patrol", "hachinohe-police").getBytes(StandardCharsets.UTF_8);
    }

    private static void found(Verifier.Answer answer, long index, String reason) {
        assertThat(answer.said()).startsWith("Verification failed").contains("First bad index: " + index);
        assertThat(answer.faults().getFirst())
                .startsWith("index " + index + ":")
                .endsWith("[" + reason + "]");
        assertThat(answer.exit()).isEqualTo(FORGED);
    }

    /** The range that is named contains the index, and is narrower than the whole log. */
    private static void covers(Verifier.Answer answer, long index) {
        var range = Pattern.compile("indices (\\d+) to (\\d+):.*")
                .matcher(answer.faults().getFirst());
        assertThat(range.matches()).isTrue();
        assertThat(index).isBetween(Long.valueOf(range.group(1)), Long.valueOf(range.group(2)));
    }
}
