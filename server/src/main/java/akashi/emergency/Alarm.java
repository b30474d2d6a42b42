package akashi.emergency;

import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.usage.Actor;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells those above, at once and outside hours too, and asks for what must follow. */
@Component
class Alarm {
    private static final int REVIEW_DAYS = 3;
    private static final Set<PostClass> SUPERVISORS =
            Set.of(PostClass.STATION_SUPERVISOR, PostClass.UNIT_HEAD, PostClass.SECTION_HEAD);

    private final Tasks tasks;
    private final Organization organization;

    Alarm(Tasks tasks, Organization organization) {
        this.tasks = tasks;
        this.organization = organization;
    }

    /** Alerts the supervisors of the unit and the system general manager. */
    void opened(Glass glass, long number) {
        tasks.raise(task(Task.Kind.ALERT, number, "unit", supervisors(glass), "emergency.task.opened", glass));
        tasks.raise(task(
                Task.Kind.ALERT,
                number,
                "general",
                Task.To.holders(PostClass.SYSTEM_GENERAL_MANAGER, null),
                "emergency.task.opened",
                glass));
    }

    /** Asks the holder to write up what it was used for, and somebody above to review it. */
    void closed(Glass glass) {
        var due = JapaneseDates.dateOf(glass.end()).plusDays(REVIEW_DAYS);
        tasks.raise(task(
                        Task.Kind.REQUEST,
                        glass.number(),
                        "write",
                        new Task.To.Person(glass.person()),
                        "emergency.task.write",
                        glass)
                .until(due));
        tasks.raise(
                task(Task.Kind.REQUEST, glass.number(), "review", supervisors(glass), "emergency.task.review", glass)
                        .until(due));
    }

    void written(long number, Actor by) {
        var _ = tasks.done(key(number, "write"), by);
    }

    void reviewed(long number, Actor by) {
        var _ = tasks.done(key(number, "review"), by);
    }

    private Task.To supervisors(Glass glass) {
        return new Task.To.Holders(
                SUPERVISORS,
                organization
                        .roster()
                        .unitByCode(glass.unit())
                        .map(unit -> unit.id())
                        .orElse(null));
    }

    private static Task task(Task.Kind kind, long number, String what, Task.To to, String message, Glass glass) {
        return Task.of(
                kind,
                key(number, what),
                to,
                "/emergencies/" + number,
                message,
                Task.Word.code("E-" + number),
                Task.Word.person(glass.staff()));
    }

    private static String key(long number, String what) {
        return "emergency/" + number + "/" + what;
    }
}
