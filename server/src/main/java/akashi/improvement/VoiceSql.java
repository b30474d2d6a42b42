package akashi.improvement;

import akashi.improvement.Voice.Category;
import akashi.improvement.Voice.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said, and what they were answered. */
@Repository
class VoiceSql {
    private static final String SELECT = """
            select id, category, page, operation, body, unit, person, staff, said_at, state, version, answer,
                   answered_by, answered_at
              from improvement_voice
            """;

    private final JdbcClient jdbc;

    VoiceSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Voice voice) {
        return jdbc.sql("""
                insert into improvement_voice (category, page, operation, body, unit, person, staff, said_at)
                values (:category, :page, :operation, :body, :unit, :person, :staff, :at)
                returning id
                """)
                .param("category", voice.category().name())
                .param("page", voice.page())
                .param("operation", voice.operation())
                .param("body", voice.body())
                .param("unit", voice.unit())
                .param("person", voice.person())
                .param("staff", voice.staff())
                .param("at", voice.said().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    Optional<Voice> one(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(VoiceSql::voice)
                .optional();
    }

    /** About these operations, the unanswered first. */
    List<Voice> about(List<String> operations, int limit) {
        return jdbc.sql(SELECT + """
                 where operation = any(:operations::text[])
                 order by state = 'DONE', state = 'ANSWERED', id desc
                 limit :limit
                """)
                .param("operations", operations.toArray(String[]::new))
                .param("limit", limit)
                .query(VoiceSql::voice)
                .list();
    }

    List<Voice> of(UUID person, int limit) {
        return jdbc.sql(SELECT + " where person = :person order by id desc limit :limit")
                .param("person", person)
                .param("limit", limit)
                .query(VoiceSql::voice)
                .list();
    }

    boolean answer(Voice voice, String text, String by, Instant at) {
        return jdbc.sql("""
                update improvement_voice
                   set state = 'ANSWERED', answer = :answer, answered_by = :by, answered_at = :at, version = version + 1
                 where id = :id and version = :version and state = 'OPEN'
                """)
                        .param("answer", text)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", voice.id())
                        .param("version", voice.version())
                        .update()
                == 1;
    }

    /** Settled: what was answered has been done, or nothing is left to do. */
    boolean done(Voice voice, Instant at) {
        return jdbc.sql("""
                update improvement_voice set state = 'DONE', done_at = :at, version = version + 1
                 where id = :id and version = :version and state = 'ANSWERED'
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", voice.id())
                        .param("version", voice.version())
                        .update()
                == 1;
    }

    Voices.Numbers numbers(String operation, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) filter (where category = 'WRONG') as wrong,
                       count(*) filter (where category = 'BETTER') as better,
                       count(*) filter (where state = 'OPEN') as waiting
                  from improvement_voice
                 where operation = :operation and said_at >= :from and said_at < :until
                """)
                .param("operation", operation)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Voices.Numbers(row.getInt("wrong"), row.getInt("better"), row.getInt("waiting")))
                .single();
    }

    private static Voice voice(ResultSet row, int n) throws SQLException {
        var answer = row.getString("answer");
        return new Voice(
                row.getLong("id"),
                Category.valueOf(row.getString("category")),
                row.getString("page"),
                row.getString("operation"),
                row.getString("body"),
                row.getString("unit"),
                row.getObject("person", UUID.class),
                row.getString("staff"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                answer == null
                        ? null
                        : new Voice.Reply(
                                answer,
                                row.getString("answered_by"),
                                row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant()));
    }
}
