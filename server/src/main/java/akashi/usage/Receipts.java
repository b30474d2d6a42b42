package akashi.usage;

import akashi.ledger.Hash;
import akashi.ledger.Proofs;
import akashi.ledger.Receipt;
import akashi.ledger.TlogProof;
import akashi.tlog.Ledger;
import akashi.tlog.SignedCheckpoint;
import akashi.tlog.StoredLogs;
import akashi.tlog.Tip;
import akashi.tlog.Watched;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds entries by their number and makes receipts of them. */
@Component
class Receipts {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final UseSql uses;
    private final StoredLogs stored;
    private final Ledger ledger;
    private final Watched watched;

    Receipts(UseSql uses, StoredLogs stored, Ledger ledger, Watched watched) {
        this.uses = uses;
        this.stored = stored;
        this.ledger = ledger;
        this.watched = watched;
    }

    /** The entry with this number, if the reader was its operator. */
    Optional<UseSql.Stored> own(String number, Actor reader) {
        return find(number).filter(entry -> entry.operator().equals(reader.staffNumber()));
    }

    /**
     * The receipt of an entry, against the latest checkpoint that covers it and that a quorum of witnesses cosigned;
     * waits for one if the entry is new. Where no quorum is to be had, against the latest checkpoint with the
     * cosignatures there are.
     *
     * @throws LedgerUnavailable if none is signed in time
     */
    Receipt receipt(UseSql.Stored entry) {
        return receipt(entry, covering(entry.proved().log(), entry.proved().index() + 1));
    }

    /** The same against a checkpoint of its log that covers it. */
    Receipt receipt(UseSql.Stored entry, SignedCheckpoint checkpoint) {
        int log = entry.proved().log();
        long index = entry.proved().index();
        List<Hash> path = Proofs.inclusion(stored.tiles(log), index, checkpoint.size());
        var proof = new TlogProof(index, path, checkpoint.note());
        var secret = entry.secret();
        return new Receipt(
                text(entry.leaf()),
                secret == null ? null : Receipt.PrivatePart.of(secret.salt(), text(secret.body())),
                proof.format());
    }

    /** The proof of an entry for the eye, against the checkpoint its receipt would have; empty before it is signed. */
    Optional<ProofDrawing> drawing(Proved proved) {
        int log = proved.log();
        return uses.entry(log, proved.index())
                .flatMap(entry -> watched.covering(log, proved.index() + 1, false)
                        .map(signed -> ProofDrawing.of(
                                proved.index(),
                                entry.leaf(),
                                Proofs.inclusion(stored.tiles(log), proved.index(), signed.size()),
                                signed,
                                watched.witnesses())));
    }

    /**
     * The latest checkpoint over at least so many entries, cosigned as asked for where that is to be had; waits for
     * one.
     *
     * @throws LedgerUnavailable if none is signed in time, or the node whose ledger it is stopped before it signed one
     */
    SignedCheckpoint covering(int log, long size) {
        Integer ownLog = ownLog();
        boolean own = ownLog != null && ownLog == log;
        if (stored.latest(log, size).isEmpty()) {
            var _ = ledger.awaitSigned(size, PATIENCE);
        }
        return watched.covering(log, size, own)
                .orElseThrow(() -> own
                        ? new LedgerUnavailable("No checkpoint over " + size + " entries was signed yet")
                        : LedgerUnavailable.unsigned(size));
    }

    private Optional<UseSql.Stored> find(String number) {
        var parts = number.split("-", -1);
        Integer log = parts.length == 2 ? small(parts[0]) : ownLog();
        Long index = parts.length <= 2 ? natural(parts[parts.length - 1]) : null;
        return log == null || index == null ? Optional.empty() : uses.entry(log, index);
    }

    private @Nullable Integer ownLog() {
        return ledger.tip().map(Tip::log).orElse(null);
    }

    private static @Nullable Integer small(String digits) {
        Long number = natural(digits);
        return number == null || number > Short.MAX_VALUE ? null : number.intValue();
    }

    private static @Nullable Long natural(String digits) {
        return digits.matches("0|[1-9][0-9]{0,17}") ? Long.valueOf(digits) : null;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
