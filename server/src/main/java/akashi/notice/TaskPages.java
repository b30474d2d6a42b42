package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.organization.PersonId;
import akashi.usage.Actor;
import akashi.usage.Door;
import akashi.usage.UsageLog;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What waits for whoever looks, with its figure in the navigation. */
@Controller
class TaskPages implements NavSource {
    static final String ACT = "TASKS";
    private static final String SEEN = "TASK_SEEN";
    private static final int ORDER = 45;
    private static final Duration LATELY = Duration.ofDays(14);
    private static final int SETTLED = 200;

    /** Days within which a rule is to be acknowledged. */
    private static final int READ_WITHIN = 14;

    private final OpenTasks open;
    private final RuleRegister register;
    private final TaskSql sql;
    private final Tasks tasks;
    private final Wording wording;
    private final Door door;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TaskPages(
            OpenTasks open,
            RuleRegister register,
            TaskSql sql,
            Tasks tasks,
            Wording wording,
            Door door,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.open = open;
        this.register = register;
        this.sql = sql;
        this.tasks = tasks;
        this.wording = wording;
        this.door = door;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return door.visitor(request)
                .filter(_ -> door.offers(request, ACT, null))
                .map(actor -> List.of(new NavItem("/tasks", "notice.tasks.nav", ORDER, waiting(person(actor)))))
                .orElse(List.of());
    }

    @GetMapping("/tasks")
    Page list(HttpServletRequest request) {
        var entered = door.enter(request, ACT, null);
        var language = Languages.of(request);
        var person = person(entered.actor());
        var rows = new ArrayList<>(
                open.of(person).stream().map(seen -> row(seen, language)).toList());
        register.unread(person).forEach(rule -> rows.add(row(rule, person, language)));
        return door.show(entered.use(), new TasksPage(rows, settled(person, language)));
    }

    /** Ends what ends by being read: known, or taken up. */
    @PostMapping("/tasks/{id:[0-9]{1,18}}/seen")
    Reply seen(@PathVariable long id, HttpServletRequest request) {
        var entered = door.enter(request, ACT, null);
        var task = open.of(person(entered.actor())).stream()
                .map(TaskIndex.Seen::task)
                .filter(one -> one.id() == id && one.task().kind().endsByReading())
                .findFirst()
                .orElseThrow(NotFound::new)
                .task();
        boolean ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!tasks.done(task.key(), entered.actor())) {
                return false;
            }
            var _ = usage.record(entered.of(SEEN).stating("task", task.key()));
            return true;
        }));
        return ended ? Go.to("/tasks", "notice.tasks.seen") : Go.to("/tasks");
    }

    private int waiting(PersonId person) {
        return open.of(person).size() + register.unread(person).size();
    }

    /** A rule that the viewer has not yet acknowledged (周知); it is no row of its own for each of a thousand people. */
    private TasksPage.Row row(Rule rule, PersonId person, Locale language) {
        var since = register.since(rule, person);
        var until = since.plusDays(READ_WITHIN);
        return new TasksPage.Row(
                null,
                Task.Kind.NOTICE,
                wording.messages()
                        .text(
                                language,
                                rule.paper().strict() ? "notice.rule.task.manual" : "notice.rule.task.read",
                                wording.operation(rule.operation().value(), language)),
                "/rules/" + rule.id(),
                until,
                register.today().isAfter(until),
                JapaneseDates.startOf(since),
                Stands.As.SELF,
                "");
    }

    private TasksPage.Row row(TaskIndex.Seen seen, Locale language) {
        var task = seen.task().task();
        var post = seen.post();
        return new TasksPage.Row(
                seen.task().id(),
                task.kind(),
                wording.text(task, language),
                task.link(),
                task.due(),
                seen.task().overdue(JapaneseDates.dateOf(clock.instant())),
                seen.task().raised(),
                seen.as(),
                post == null ? "" : wording.post(post, language));
    }

    /** What reached the same posts and is settled, newest first. */
    private List<TasksPage.Settled> settled(PersonId person, Locale language) {
        var ended = sql.endedSince(clock.instant().minus(LATELY), SETTLED);
        var mine = open.among(ended.stream().map(TaskSql.Done::task).toList(), person);
        return ended.stream()
                .filter(done -> mine.contains(done.task().id()))
                .map(done -> new TasksPage.Settled(
                        done.task().task().kind(),
                        wording.text(done.task().task(), language),
                        done.task().task().link(),
                        done.at(),
                        done.by().isEmpty() ? "" : wording.person(done.by(), language)))
                .toList();
    }

    private static PersonId person(Actor actor) {
        return new PersonId(UUID.fromString(actor.personId()));
    }
}
