package akashi.notice;

import akashi.notice.Rule.Paper;
import akashi.operation.OperationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Implementation rules, their text, and who has acknowledged them. */
@Repository
class RuleSql {
    private final JdbcClient jdbc;

    RuleSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another one after every change: versions and acknowledgements only grow in number. */
    record Mark(long rules, long versions, long acknowledgements) {}

    Mark mark() {
        return jdbc.sql("""
                select (select count(*) from notice_rule) as rules,
                       (select coalesce(sum(version), 0)::bigint from notice_rule) as versions,
                       (select count(*) from notice_acknowledgement) as read
                """)
                .query((row, _) -> new Mark(row.getLong("rules"), row.getLong("versions"), row.getLong("read")))
                .single();
    }

    List<Rule> all() {
        return jdbc.sql("""
                select id, operation, number, title, dated, kept_until, in_force_from, in_force_until, strict, state,
                       version, authors, drafted_at, approved_by, approved_at
                  from notice_rule
                 order by operation, in_force_from desc, id desc
                """).query((row, _) -> rule(row)).list();
    }

    Map<Long, Set<UUID>> acknowledged() {
        var read = new HashMap<Long, Set<UUID>>();
        jdbc.sql("select rule, person from notice_acknowledgement").query(row -> {
            read.computeIfAbsent(row.getLong("rule"), _ -> new HashSet<>()).add(row.getObject("person", UUID.class));
        });
        return read;
    }

    RuleText text(long rule) {
        var sections = new HashMap<String, String>();
        jdbc.sql("select section, body from notice_rule_section where rule = :rule")
                .param("rule", rule)
                .query(row -> {
                    sections.put(row.getString("section"), row.getString("body"));
                });
        return new RuleText(sections);
    }

    long insert(OperationCode operation, Paper paper, String author, Instant at) {
        return jdbc.sql("""
                insert into notice_rule (operation, number, title, dated, kept_until, in_force_from, in_force_until,
                                         strict, authors, drafted_at)
                values (:operation, :number, :title, :dated, :kept, :from, :until, :strict, array[:author], :at)
                returning id
                """)
                .param("operation", operation.value())
                .param("number", paper.number())
                .param("title", paper.title())
                .param("dated", paper.dated())
                .param("kept", paper.keptUntil())
                .param("from", paper.from())
                .param("until", paper.until())
                .param("strict", paper.strict())
                .param("author", author)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("id"))
                .single();
    }

    /** False where it is no draft any more, or somebody else changed it meanwhile. */
    boolean change(Rule rule, Paper paper, String author) {
        return jdbc.sql("""
                update notice_rule
                   set number = :number, title = :title, dated = :dated, kept_until = :kept, in_force_from = :from,
                       in_force_until = :until, strict = :strict, version = version + 1,
                       authors = case when :author = any(authors) then authors else authors || :author end
                 where id = :id and version = :version and state = 'DRAFT'
                """)
                        .param("number", paper.number())
                        .param("title", paper.title())
                        .param("dated", paper.dated())
                        .param("kept", paper.keptUntil())
                        .param("from", paper.from())
                        .param("until", paper.until())
                        .param("strict", paper.strict())
                        .param("author", author)
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    void put(long rule, RuleText text) {
        jdbc.sql("delete from notice_rule_section where rule = :rule")
                .param("rule", rule)
                .update();
        for (var section : Section.all()) {
            if (!text.of(section).isBlank()) {
                jdbc.sql("insert into notice_rule_section (rule, section, body) values (:rule, :section, :body)")
                        .param("rule", rule)
                        .param("section", section.code())
                        .param("body", text.of(section))
                        .update();
            }
        }
    }

    /** Approves exactly the version that was shown; never by one of its authors. */
    boolean approve(Rule rule, String by, Instant at) {
        return jdbc.sql("""
                update notice_rule
                   set state = 'APPROVED', approved_by = :by, approved_at = :at, version = version + 1
                 where id = :id and version = :version and state = 'DRAFT' and not :by = any(authors)
                """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    boolean withdraw(Rule rule) {
        return jdbc.sql("""
                update notice_rule set state = 'WITHDRAWN', version = version + 1
                 where id = :id and version = :version and state <> 'WITHDRAWN'
                """)
                        .param("id", rule.id())
                        .param("version", rule.version())
                        .update()
                == 1;
    }

    /** False where this person has done so before. */
    boolean acknowledge(long rule, UUID person, Instant at) {
        return jdbc.sql("""
                insert into notice_acknowledgement (rule, person, at) values (:rule, :person, :at) on conflict do nothing
                """)
                        .param("rule", rule)
                        .param("person", person)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Rule rule(ResultSet row) throws SQLException {
        var approvedBy = row.getString("approved_by");
        return new Rule(
                row.getLong("id"),
                new OperationCode(row.getString("operation")),
                new Paper(
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("dated", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class),
                        row.getObject("in_force_from", LocalDate.class),
                        row.getObject("in_force_until", LocalDate.class),
                        row.getBoolean("strict")),
                Rule.State.valueOf(row.getString("state")),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("authors").getArray()),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                approvedBy == null
                        ? null
                        : new Rule.Approval(
                                approvedBy,
                                row.getObject("approved_at", OffsetDateTime.class)
                                        .toInstant()));
    }
}
