package akashi.verifier;

import akashi.ledger.MalformedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Every checkpoint the entries must lead to, by rising size, read file by file as the check comes by. */
final class Claims {
    private final Export export;
    /** Those not in the files of checkpoints: the export's own last one, and those kept outside. */
    private final Deque<Claim> others;

    private final Deque<Claim> ahead = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private long nextFile;
    private boolean allRead;
    private long read;
    private long lastSize;

    Claims(Export export, List<Claim> others) {
        this.export = export;
        this.others = new ArrayDeque<>(
                others.stream().sorted(Comparator.comparingLong(Claim::size)).toList());
    }

    /** Takes those over up to that many entries. */
    List<Claim> upTo(long size) {
        List<Claim> taken = new ArrayList<>();
        while (!allRead && (ahead.isEmpty() || ahead.getLast().size() <= size)) {
            readFile();
        }
        take(ahead, size, taken);
        take(others, size, taken);
        taken.sort(Comparator.comparingLong(Claim::size));
        return taken;
    }

    /** What is left: checkpoints over more entries than there are. */
    List<Claim> beyond() {
        return upTo(Long.MAX_VALUE);
    }

    private static void take(Deque<Claim> from, long size, List<Claim> taken) {
        while (!from.isEmpty() && from.getFirst().size() <= size) {
            taken.add(from.removeFirst());
        }
    }

    private void readFile() {
        List<byte[]> notes;
        try {
            notes = export.checkpoints(nextFile);
        } catch (MalformedException e) {
            findings.add(Finding.at(Fault.CHECKPOINT_MALFORMED, lastSize, "checkpoints, file " + nextFile));
            notes = List.of();
        }
        for (int n = 0; n < notes.size(); n++) {
            note("checkpoints, number " + (read + n), notes.get(n));
        }
        read += notes.size();
        nextFile++;
        allRead = notes.isEmpty();
    }

    private void note(String where, byte[] note) {
        try {
            Claim claim = Claim.parse(where, false, note);
            if (claim.size() > lastSize) {
                lastSize = claim.size();
                ahead.addLast(claim);
            } else {
                findings.add(Finding.at(Fault.CHECKPOINT_MALFORMED, lastSize, where + ", not by rising size"));
            }
        } catch (MalformedException e) {
            findings.add(Finding.at(Fault.CHECKPOINT_MALFORMED, lastSize, where + ", " + e.getMessage()));
        }
    }

    /** Checkpoints read from the export's files. */
    long read() {
        return read;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
