package akashi.procedure;

import akashi.procedure.Stage.Closed;
import akashi.procedure.Stage.Open;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way a proposal goes: which moves it needs, in which order, and what may be done where it stands. Pure; every
 * state follows from {@link #after} and from nothing else.
 *
 * @param minor whether the rules found a minor change (軽易な変更), which goes the short way
 * @param important whether it is specially important (特に重要), so that a committee examines it
 */
record Course(Kind kind, boolean minor, boolean important) {
    /** What is proposed. */
    enum Kind {
        NEW,
        CHANGE,
        SUSPEND,
        RESUME,
        ABOLISH,
        /** To the national platform (移管). */
        TRANSFER;

        /** Whether it brings a definition. */
        boolean defines() {
            return this == NEW || this == CHANGE;
        }
    }

    /** The moves that lead along the course, in order; none may be left out. */
    List<Move> required() {
        var moves = new ArrayList<Move>();
        boolean full = kind.defines() && !(kind == Kind.CHANGE && minor);
        if (full || kind == Kind.TRANSFER) {
            moves.add(Move.CONSULT);
        }
        moves.add(Move.REQUEST);
        moves.add(Move.REVIEW);
        if (important) {
            moves.add(Move.DELIBERATE);
        }
        moves.add(Move.DECIDE);
        if (kind.defines()) {
            moves.add(Move.TEST);
        }
        if (full) {
            moves.add(Move.RULE);
            moves.add(Move.TRAIN);
        }
        moves.add(Move.ANNOUNCE);
        moves.add(Move.FORCE);
        return moves;
    }

    /** The move that comes next along the course; empty where it is over. */
    Optional<Move> next(Stage stage) {
        return switch (stage) {
            case Closed _ -> Optional.empty();
            case Open open -> {
                var moves = required();
                int done = open == Open.DRAFT ? -1 : moves.indexOf(leadingTo(open));
                yield moves.stream().skip(done + 1L).findFirst();
            }
        };
    }

    /** What may be done where it stands, whoever does it. */
    Set<Move> open(Stage stage) {
        var open = EnumSet.noneOf(Move.class);
        for (Move move : Move.values()) {
            if (after(stage, move).isPresent()) {
                open.add(move);
            }
        }
        return open;
    }

    /** Where a move leads from a stage; empty where it is not open there. */
    Optional<Stage> after(Stage stage, Move move) {
        var next = next(stage);
        return switch (move) {
            case CONSULT, REQUEST, REVIEW, DELIBERATE, DECIDE, TEST, RULE, TRAIN, ANNOUNCE, FORCE ->
                next.filter(move::equals).map(Course::ledTo);
            case EDIT -> open(stage, Open.TRAINED) ? Optional.of(Open.DRAFT) : Optional.empty();
            case SEND_BACK -> next.filter(Move::approves).map(_ -> Open.DRAFT);
            case REFUSE -> next.filter(Move.DECIDE::equals).map(_ -> Closed.REFUSED);
            case WITHDRAW -> open(stage, Open.ANNOUNCED) ? Optional.of(Closed.WITHDRAWN) : Optional.empty();
            case BACK_OUT ->
                stage == Closed.IN_FORCE && kind.defines() ? Optional.of(Closed.BACKED_OUT) : Optional.empty();
        };
    }

    private static boolean open(Stage stage, Open last) {
        return stage instanceof Open open && open.compareTo(last) <= 0;
    }

    /** Where a move along the course leads. */
    private static Stage ledTo(Move move) {
        return switch (move) {
            case CONSULT -> Open.CONSULTED;
            case REQUEST -> Open.REQUESTED;
            case REVIEW -> Open.REVIEWED;
            case DELIBERATE -> Open.DELIBERATED;
            case DECIDE -> Open.DECIDED;
            case TEST -> Open.TESTED;
            case RULE -> Open.RULED;
            case TRAIN -> Open.TRAINED;
            case ANNOUNCE -> Open.ANNOUNCED;
            case FORCE -> Closed.IN_FORCE;
            case EDIT, SEND_BACK, REFUSE, WITHDRAW, BACK_OUT ->
                throw new IllegalStateException(move + " leads off the course");
        };
    }

    private static Move leadingTo(Open stage) {
        return switch (stage) {
            case DRAFT -> Move.EDIT;
            case CONSULTED -> Move.CONSULT;
            case REQUESTED -> Move.REQUEST;
            case REVIEWED -> Move.REVIEW;
            case DELIBERATED -> Move.DELIBERATE;
            case DECIDED -> Move.DECIDE;
            case TESTED -> Move.TEST;
            case RULED -> Move.RULE;
            case TRAINED -> Move.TRAIN;
            case ANNOUNCED -> Move.ANNOUNCE;
        };
    }
}
