package akashi.notice;

import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks. */
@Repository
class TaskSql {
    private final JdbcClient jdbc;

    TaskSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many wait and the sum of their numbers: another pair after every change, since numbers only grow. */
    record Mark(long count, long sum) {}

    /** A task that was ended, and by whom; empty where that was the matter itself. */
    record Done(OpenTask task, Instant at, String by) {}

    /** False where the key was raised before. */
    boolean insert(Task task, Instant at) {
        var to = Address.of(task.to());
        return jdbc.sql("""
                insert into notice_task (key, kind, to_person, to_post, to_classes, to_unit, message, words, link, due, raised_at)
                values (:key, :kind, :person, :post, :classes::text[], :unit, :message, :words::text[], :link, :due, :at)
                on conflict (key) do nothing
                """)
                        .param("key", task.key())
                        .param("kind", task.kind().name())
                        .param("person", to.person())
                        .param("post", to.post())
                        .param("classes", to.classes())
                        .param("unit", to.unit())
                        .param("message", task.message())
                        .param(
                                "words",
                                task.words().stream()
                                        .map(word -> word.sort() + ":" + word.value())
                                        .toArray(String[]::new))
                        .param("link", task.link())
                        .param("due", task.due())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False where nothing of this key waits. */
    boolean done(String key, String by, Instant at) {
        return jdbc.sql("""
                update notice_task set done_at = :at, done_by = :by
                 where key = :key and done_at is null
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("key", key)
                        .update()
                == 1;
    }

    Mark mark() {
        return jdbc.sql(
                        "select count(*) as n, coalesce(sum(id), 0)::bigint as total from notice_task where done_at is null")
                .query((row, _) -> new Mark(row.getLong("n"), row.getLong("total")))
                .single();
    }

    List<OpenTask> open() {
        return jdbc.sql("""
                select id, key, kind, to_person, to_post, to_classes, to_unit, message, words, link, due, raised_at
                  from notice_task
                 where done_at is null
                 order by id
                """).query((row, _) -> task(row)).list();
    }

    /** The latest that were ended since then, newest first. */
    List<Done> endedSince(Instant since, int limit) {
        return jdbc.sql("""
                select id, key, kind, to_person, to_post, to_classes, to_unit, message, words, link, due, raised_at,
                       done_at, done_by
                  from notice_task
                 where done_at >= :since
                 order by done_at desc, id desc
                 limit :limit
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Done(
                        task(row),
                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                        row.getString("done_by")))
                .list();
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        var words = Arrays.stream((String[]) row.getArray("words").getArray())
                .map(TaskSql::word)
                .toList();
        return new OpenTask(
                row.getLong("id"),
                new Task(
                        row.getString("key"),
                        Task.Kind.valueOf(row.getString("kind")),
                        to(row),
                        row.getString("message"),
                        words,
                        row.getString("link"),
                        row.getObject("due", LocalDate.class)),
                row.getObject("raised_at", OffsetDateTime.class).toInstant());
    }

    private static Task.Word word(String stored) {
        int colon = stored.indexOf(':');
        return new Task.Word(Task.Word.Sort.valueOf(stored.substring(0, colon)), stored.substring(colon + 1));
    }

    private static Task.To to(ResultSet row) throws SQLException {
        var person = row.getObject("to_person", UUID.class);
        var post = row.getObject("to_post", UUID.class);
        var unit = row.getObject("to_unit", UUID.class);
        if (person != null) {
            return new Task.To.Person(new PersonId(person));
        }
        if (post != null) {
            return new Task.To.Post(new PostId(post));
        }
        var classes = Arrays.stream((String[]) row.getArray("to_classes").getArray())
                .map(PostClass::valueOf)
                .collect(Collectors.toSet());
        return new Task.To.Holders(classes, unit == null ? null : new UnitId(unit));
    }
}
