package akashi.procedure;

import akashi.operation.OperationCode;
import akashi.procedure.Course.Kind;
import akashi.review.Studies;
import akashi.review.Study;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A proposal about one operation, as it stands.
 *
 * @param section code of the managing section's unit
 * @param content what is proposed
 * @param version grows with every move; what a page shows is compared with it
 */
record Proposal(
        long number,
        Kind kind,
        OperationCode operation,
        String section,
        Paper paper,
        Content content,
        boolean minor,
        boolean important,
        Stage stage,
        int version,
        Times times) {
    /** What it is called and why it is made, in the section's words. */
    record Paper(String title, String reason, @Nullable LocalDate wished) {}

    /**
     * @param yaml the definition as written; null where none is brought
     * @param hash of the definition proposed, or of the version that is to end or be taken up again: to it every
     *     approval is bound
     * @param base hash of the version in force when it was written; null where there was none
     */
    record Content(
            @Nullable String yaml, String hash, @Nullable String base) {}

    /** @param takesForce when it takes force, once it is announced */
    record Times(
            String proposedBy,
            Instant proposedAt,
            @Nullable Instant takesForce,
            @Nullable Instant closedAt) {}

    /** A move that was made. */
    record Made(
            int seq,
            Move move,
            Stage stage,
            String hash,
            String person,
            String post,
            String unit,
            String paper,
            String note,
            Instant at) {}

    Course course() {
        return new Course(kind, minor, important);
    }

    Optional<Move> next() {
        return course().next(stage);
    }

    boolean open() {
        return stage instanceof Stage.Open;
    }

    /** What the program says about it as things stand now. */
    Study study(Studies studies) {
        String yaml = content.yaml();
        if (yaml != null) {
            return studies.definition(yaml, kind == Kind.NEW ? null : operation, times.proposedBy());
        }
        return kind == Kind.RESUME
                ? studies.resumption(operation, content.hash())
                : studies.ending(operation, content.hash());
    }

    /** With its moves, earliest first. */
    record Whole(Proposal proposal, List<Made> moves) {
        Whole {
            moves = List.copyOf(moves);
        }

        /** The moves since the proposal was last written: those that count. */
        List<Made> current() {
            int from = 0;
            for (int i = 0; i < moves.size(); i++) {
                if (moves.get(i).move() == Move.EDIT || moves.get(i).move() == Move.SEND_BACK) {
                    from = i;
                }
            }
            return moves.subList(from, moves.size());
        }

        /** The last time a move was made for what is proposed now. */
        Optional<Made> made(Move move) {
            return current().stream()
                    .filter(made -> made.move() == move
                            && made.hash().equals(proposal.content().hash()))
                    .reduce((_, last) -> last);
        }
    }
}
