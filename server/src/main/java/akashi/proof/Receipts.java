package akashi.proof;

import akashi.ledger.Hash;
import akashi.ledger.Proofs;
import akashi.ledger.Receipt;
import akashi.ledger.TlogProof;
import akashi.tlog.Ledger;
import akashi.tlog.SignedCheckpoint;
import akashi.tlog.StoredLogs;
import akashi.tlog.Tip;
import akashi.tlog.Watched;
import akashi.usage.Actor;
import akashi.usage.Disclosure;
import akashi.usage.LedgerUnavailable;
import akashi.usage.PastUse;
import akashi.usage.Proved;
import akashi.usage.RecordRef;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds entries by their number and makes receipts (受領証) of them. */
@Service
public class Receipts {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final EntrySql entries;
    private final StoredLogs stored;
    private final Ledger ledger;
    private final Watched watched;

    Receipts(EntrySql entries, StoredLogs stored, Ledger ledger, Watched watched) {
        this.entries = entries;
        this.stored = stored;
        this.ledger = ledger;
        this.watched = watched;
    }

    /**
     * The receipt of an entry as the file that {@code akashi verify} checks offline: entry, private part if it still
     * exists, inclusion proof and signed checkpoint. Reading it is a use of its own, so it comes withheld. Only the
     * operator of the entry gets one; an unknown number and somebody else's entry look the same.
     *
     * @param number as {@link Proved#number()} writes it; without {@code log-} the entry of this node's ledger
     * @throws LedgerUnavailable if the entry is new and no checkpoint covers it within three seconds
     * @throws IllegalStateException inside a transaction
     */
    public Optional<Withheld<String>> receipt(String number, Actor reader) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A receipt may wait for a checkpoint; it would wait on a connection");
        }
        return find(number, reader).map(entry -> {
            String text = text(receipt(entry).format());
            return Withheld.of(text, about(entry, text));
        });
    }

    /** An entry of the reader's own, for the page that explains it; withheld like its receipt. */
    Optional<Withheld<PastUse>> own(String number, Actor reader) {
        return find(number, reader)
                .map(entry -> Withheld.of(entry, about(entry, number))
                        .map(open -> PastUse.read(
                                open.proved(),
                                open.leaf(),
                                open.secret() == null ? null : open.secret().body())));
    }

    private static Disclosure about(EntrySql.Stored entry, String shown) {
        return Disclosure.of(
                List.of(new RecordRef(entry.proved().number(), 0)), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** The entry with this number, if the reader was its operator. */
    private Optional<EntrySql.Stored> find(String number, Actor reader) {
        return find(number).filter(entry -> entry.operator().equals(reader.staffNumber()));
    }

    /**
     * The receipt of an entry, against the latest checkpoint that covers it and that a quorum of witnesses cosigned;
     * waits for one if the entry is new. Where no quorum is to be had, against the latest checkpoint with the
     * cosignatures there are.
     *
     * @throws LedgerUnavailable if none is signed in time
     */
    Receipt receipt(EntrySql.Stored entry) {
        return receipt(entry, covering(entry.proved().log(), entry.proved().index() + 1));
    }

    /** The same against a checkpoint of its log that covers it. */
    Receipt receipt(EntrySql.Stored entry, SignedCheckpoint checkpoint) {
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
        return entries.entry(log, proved.index())
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
                .orElseThrow(() -> own ? LedgerUnavailable.notSignedYet(size) : LedgerUnavailable.unsigned(size));
    }

    private Optional<EntrySql.Stored> find(String number) {
        var parts = number.split("-", -1);
        Integer log = parts.length == 2 ? small(parts[0]) : ownLog();
        Long index = parts.length <= 2 ? natural(parts[parts.length - 1]) : null;
        return log == null || index == null ? Optional.empty() : entries.entry(log, index);
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
