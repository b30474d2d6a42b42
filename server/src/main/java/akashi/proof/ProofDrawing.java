package akashi.proof;

import akashi.ledger.Checkpoint;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteVerifier;
import akashi.ledger.SignedNote;
import akashi.tlog.SignedCheckpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An inclusion proof as a small tree: the entry at the foot, at each step the neighbour it is joined with, the signed
 * root at the top. Long proofs are drawn with their middle left out; the list of steps beside the picture has all.
 *
 * @param steps from the entry up
 * @param signedAt when the checkpoint was signed
 * @param witnesses whose cosignatures the checkpoint carries
 */
record ProofDrawing(
        long index, long size, String leaf, String root, List<Step> steps, Instant signedAt, List<String> witnesses) {
    static final int WIDTH = 320;
    private static final int MIDDLE = WIDTH / 2;
    private static final int SIDE = 108;
    private static final int BOX = 96;
    private static final int BOX_HEIGHT = 32;
    private static final int LIFT = 60;
    private static final int TOP = 24;
    private static final int DRAWN_BELOW = 3;
    private static final int DRAWN_ABOVE = 2;

    ProofDrawing {
        steps = List.copyOf(steps);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * One step up.
     *
     * @param left whether the neighbour stands to the left
     * @param neighbour its hash
     * @param joined the hash of both
     */
    record Step(boolean left, String neighbour, String joined) {}

    /** A box or a line of the picture; {@code kind} is its class. */
    record Box(int x, int y, String kind, String text) {
        int left() {
            return x - BOX / 2;
        }

        int width() {
            return BOX;
        }

        int height() {
            return BOX_HEIGHT;
        }

        int top() {
            return y - BOX_HEIGHT / 2;
        }

        int baseline() {
            return y + 5;
        }
    }

    record Line(int x1, int y1, int x2, int y2) {}

    /** Draws the proof of an entry against a checkpoint. */
    static ProofDrawing of(
            long index, byte[] leaf, List<Hash> path, SignedCheckpoint signed, List<NoteVerifier> witnesses) {
        var note = SignedNote.parse(signed.note());
        var steps = new ArrayList<Step>();
        Hash hash = Merkle.leafHash(leaf);
        long at = index;
        long last = signed.size() - 1;
        for (Hash neighbour : path) {
            // RFC 9162, 2.1.3.2: at the ragged right edge levels without a neighbour are passed over
            while ((at & 1) == 0 && at == last) {
                at >>= 1;
                last >>= 1;
            }
            boolean left = (at & 1) == 1;
            hash = left ? Merkle.nodeHash(neighbour, hash) : Merkle.nodeHash(hash, neighbour);
            steps.add(new Step(left, neighbour.toBase64(), hash.toBase64()));
            at >>= 1;
            last >>= 1;
        }
        var names = witnesses.stream()
                .filter(key -> note.signatures().stream().anyMatch(signature -> key.verify(note.text(), signature)))
                .map(NoteVerifier::name)
                .toList();
        return new ProofDrawing(
                index,
                signed.size(),
                Merkle.leafHash(leaf).toBase64(),
                Checkpoint.parse(note.text()).root().toBase64(),
                steps,
                signed.at(),
                names);
    }

    /** Whether the steps lead to the root that was signed. */
    boolean holds() {
        return (steps.isEmpty() ? leaf : steps.getLast().joined()).equals(root);
    }

    /** Steps that are not drawn. */
    int leftOut() {
        return Math.max(0, steps.size() - DRAWN_BELOW - DRAWN_ABOVE);
    }

    private List<Step> drawn() {
        if (leftOut() == 0) {
            return steps;
        }
        var drawn = new ArrayList<>(steps.subList(0, DRAWN_BELOW));
        drawn.addAll(steps.subList(steps.size() - DRAWN_ABOVE, steps.size()));
        return drawn;
    }

    int height() {
        return TOP * 2 + drawn().size() * LIFT + (leftOut() > 0 ? LIFT : 0);
    }

    /** Height of the row, 0 the entry's; the gap lies above the lower steps. */
    private int y(int row) {
        int gap = leftOut() > 0 && row > DRAWN_BELOW ? LIFT : 0;
        return height() - TOP - row * LIFT - gap;
    }

    List<Box> boxes() {
        var boxes = new ArrayList<Box>();
        boxes.add(new Box(MIDDLE, y(0), steps.isEmpty() ? "tree-root" : "tree-entry", brief(leaf)));
        var drawn = drawn();
        for (int n = 0; n < drawn.size(); n++) {
            Step step = drawn.get(n);
            int foot = leftOut() > 0 && n == DRAWN_BELOW ? y(DRAWN_BELOW + 1) + LIFT : y(n);
            boxes.add(new Box(
                    step.left() ? MIDDLE - SIDE : MIDDLE + SIDE, foot, "tree-neighbour", brief(step.neighbour())));
            boxes.add(new Box(
                    MIDDLE, y(n + 1), n == drawn.size() - 1 ? "tree-root" : "tree-joined", brief(step.joined())));
        }
        if (leftOut() > 0) {
            boxes.add(new Box(MIDDLE, y(DRAWN_BELOW) - LIFT, "tree-gap", "⋮"));
        }
        return boxes;
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        var drawn = drawn();
        for (int n = 0; n < drawn.size(); n++) {
            boolean overGap = leftOut() > 0 && n == DRAWN_BELOW;
            int foot = overGap ? y(n + 1) + LIFT : y(n);
            int side = drawn.get(n).left() ? MIDDLE - SIDE : MIDDLE + SIDE;
            lines.add(new Line(MIDDLE, overGap ? y(n) : foot, MIDDLE, y(n + 1)));
            lines.add(new Line(side, foot, MIDDLE, y(n + 1)));
        }
        return lines;
    }

    /** Enough of a hash to compare by eye. */
    private static String brief(String hash) {
        return hash.substring(0, 8) + "…";
    }
}
