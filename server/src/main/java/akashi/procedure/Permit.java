package akashi.procedure;

import akashi.access.Asker;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.procedure.Move.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose a move is: by the post held this very day, and never by one person on both sides. Pure.
 *
 * <p>Who asked (wrote, consulted or requested what is proposed now) approves nothing of it, and who reviewed it does
 * not decide it.
 */
final class Permit {
    private Permit() {}

    /** Why somebody may not make a move; empty where nothing stands against it. */
    static Optional<Outcome.Refused> refusal(Proposal.Whole whole, Move move, Asker asker, Roster today) {
        var proposal = whole.proposal();
        var role = role(proposal, move);
        var offices = asker.charges()
                .filter(office -> holds(role, office, proposal.section()))
                .toList();
        if (offices.isEmpty()) {
            return Optional.of(Outcome.Refused.of("role-" + role.name().toLowerCase(java.util.Locale.ROOT)));
        }
        var held = today.appointmentsOf(asker.personId());
        boolean still = offices.stream()
                .anyMatch(office -> held.stream()
                        .anyMatch(now -> now.id().equals(office.appointment().id())));
        boolean onDuty = today.person(asker.personId())
                .filter(person -> person.duty().mayAct())
                .isPresent();
        if (!still || !onDuty) {
            return Optional.of(Outcome.Refused.of(
                    "lapsed",
                    offices.getFirst().post().title(),
                    offices.getFirst().unit().name()));
        }
        boolean judges = move.approves() || move == Move.REFUSE;
        if (judges && asked(whole).contains(asker.staffNumber())) {
            return Optional.of(Outcome.Refused.of("own"));
        }
        if (move == Move.DECIDE && reviewed(whole).contains(asker.staffNumber())) {
            return Optional.of(Outcome.Refused.of("reviewer"));
        }
        return Optional.empty();
    }

    /** The role that makes a move; who says no to a request is who would have said yes. */
    static Role role(Proposal proposal, Move move) {
        return move == Move.SEND_BACK ? proposal.next().map(Move::role).orElse(move.role()) : move.role();
    }

    static boolean holds(Role role, Asker.Office office, String section) {
        var post = office.post().postClass();
        return switch (role) {
            case SECTION ->
                post == PostClass.SECTION_HEAD && office.unit().code().equals(section);
            case SYSTEM_MANAGER -> post == PostClass.INFORMATION_MANAGEMENT;
            case GENERAL_MANAGER -> post == PostClass.SYSTEM_GENERAL_MANAGER;
            case PROGRAM -> false;
        };
    }

    /** Whether a move would be somebody's, for buttons; decides nothing. */
    static boolean offers(Proposal.Whole whole, Move move, Asker asker, Roster today) {
        return whole.proposal().course().after(whole.proposal().stage(), move).isPresent()
                && refusal(whole, move, asker, today).isEmpty();
    }

    private static Set<String> asked(Proposal.Whole whole) {
        var people = new HashSet<String>();
        people.add(whole.proposal().times().proposedBy());
        for (var made : whole.current()) {
            if (made.move() == Move.EDIT || made.move() == Move.CONSULT || made.move() == Move.REQUEST) {
                people.add(made.person());
            }
        }
        return people;
    }

    private static Set<String> reviewed(Proposal.Whole whole) {
        var people = new HashSet<String>();
        for (var made : whole.current()) {
            if (made.move() == Move.REVIEW || made.move() == Move.DELIBERATE) {
                people.add(made.person());
            }
        }
        return people;
    }
}
