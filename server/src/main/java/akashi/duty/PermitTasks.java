package akashi.duty;

import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.usage.Actor;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells people about exceptions: whoever decides that one waits, and two weeks before its end whoever it is for and
 * whoever decided it, so that nobody is surprised on the day it is over. What has ended asks nobody any more.
 */
@Component
class PermitTasks {
    /** How many days before the last one it is said that it ends. */
    static final int AHEAD_DAYS = 14;

    private static final int LOOK_BACK_DAYS = 31;
    private static final String PATH = "/duties/permits";

    private final Tasks tasks;
    private final Organization organization;

    PermitTasks(Tasks tasks, Organization organization) {
        this.tasks = tasks;
        this.organization = organization;
    }

    /** Asks for the decision of somebody who neither asked for it nor is meant by it. */
    void requested(long number, Permit permit) {
        tasks.raise(Task.of(
                        Task.Kind.REQUEST,
                        key(number, "decide"),
                        new Task.To.Holders(Set.of(decider(permit)), null),
                        PATH,
                        "duty.task.permit",
                        Task.Word.code(Long.toString(number)),
                        Task.Word.person(permit.requested().by()))
                .until(permit.from()));
    }

    void decided(long number, Actor by) {
        var _ = tasks.done(key(number, "decide"), by);
    }

    void ended(Permit permit) {
        tasks.done(key(permit.number(), "decide"));
        affected(permit).forEach(person -> tasks.done(ending(permit, person)));
    }

    /** Says what ends soon, and no longer asks about what is over. May be repeated at any time. */
    void look(Permit permit, LocalDate today) {
        var last = permit.until().minusDays(1);
        if (last.isBefore(today)) {
            if (last.isAfter(today.minusDays(LOOK_BACK_DAYS))) {
                ended(permit);
            }
        } else if (permit.holds(today) && !last.isAfter(today.plusDays(AHEAD_DAYS))) {
            affected(permit)
                    .forEach(person -> tasks.raise(Task.of(
                                    Task.Kind.NOTICE,
                                    ending(permit, person),
                                    new Task.To.Person(person),
                                    PATH,
                                    "duty.task.permit-ends",
                                    Task.Word.code(Long.toString(permit.number())),
                                    Task.Word.date(last))
                            .until(last)));
        }
    }

    /** The system general manager, unless it is about them. */
    private PostClass decider(Permit permit) {
        var roster = organization.roster();
        var manager = concerned(permit, roster).stream()
                .flatMap(person -> roster.appointmentsOf(person).stream())
                .flatMap(held -> roster.post(held.post()).stream())
                .anyMatch(post -> post.postClass() == PostClass.SYSTEM_GENERAL_MANAGER);
        return manager ? PostClass.SECTION_HEAD : PostClass.SYSTEM_GENERAL_MANAGER;
    }

    /** Whoever asked for it and whom it is about. */
    private static Set<PersonId> concerned(Permit permit, Roster roster) {
        var people = new LinkedHashSet<PersonId>();
        roster.byStaffNumber(permit.requested().by()).ifPresent(person -> people.add(person.id()));
        if (permit.person() != null) {
            people.add(permit.person());
        }
        return people;
    }

    /** Whoever is told of the end: the person it is for, else who asked; and who decided. */
    private Set<PersonId> affected(Permit permit) {
        var roster = organization.roster();
        var people = new LinkedHashSet<PersonId>();
        if (permit.person() != null) {
            people.add(permit.person());
        } else {
            roster.byStaffNumber(permit.requested().by()).ifPresent(person -> people.add(person.id()));
        }
        if (permit.decided() != null) {
            roster.byStaffNumber(permit.decided().by()).ifPresent(person -> people.add(person.id()));
        }
        return people;
    }

    private static String ending(Permit permit, PersonId person) {
        return key(permit.number(), "ends/" + person.value());
    }

    private static String key(long number, String what) {
        return "duty/permit/" + number + "/" + what;
    }
}
