package akashi.procedure;

import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.Unit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells whoever is next that a proposal waits for them, as a task of their post; ends the task when it is done. */
@Component
class Calls {
    private final Tasks tasks;
    private final Organization organization;

    Calls(Tasks tasks, Organization organization) {
        this.tasks = tasks;
        this.organization = organization;
    }

    /** Ends what waited before this state of the proposal, and raises what waits now. */
    void of(long number, Proposal proposal) {
        if (proposal.version() > 1) {
            tasks.done(key(number, proposal.version() - 1));
        }
        proposal.next()
                .filter(move -> move.role() != Move.Role.PROGRAM && proposal.stage() != Stage.Open.DRAFT)
                .ifPresent(move -> tasks.raise(Task.of(
                        Task.Kind.REQUEST,
                        key(number, proposal.version()),
                        to(move.role(), proposal.section()),
                        "/procedures/" + number,
                        "procedure.task." + move.name().toLowerCase(Locale.ROOT),
                        Task.Word.operation(proposal.operation().value()),
                        Task.Word.code(Long.toString(number)))));
        if (proposal.stage() == Stage.Open.DRAFT && proposal.version() > 1) {
            tasks.raise(Task.of(
                    Task.Kind.REQUEST,
                    key(number, proposal.version()),
                    to(Move.Role.SECTION, proposal.section()),
                    "/procedures/" + number,
                    "procedure.task.draft",
                    Task.Word.operation(proposal.operation().value()),
                    Task.Word.code(Long.toString(number))));
        }
    }

    private Task.To to(Move.Role role, String section) {
        return switch (role) {
            case SECTION ->
                Task.To.holders(
                        PostClass.SECTION_HEAD,
                        organization.roster().unitByCode(section).map(Unit::id).orElse(null));
            case SYSTEM_MANAGER -> Task.To.holders(PostClass.INFORMATION_MANAGEMENT, null);
            case GENERAL_MANAGER, PROGRAM -> Task.To.holders(PostClass.SYSTEM_GENERAL_MANAGER, null);
        };
    }

    private static String key(long number, int version) {
        return "procedure/" + number + "/" + version;
    }
}
