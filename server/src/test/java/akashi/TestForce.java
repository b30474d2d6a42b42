package akashi;

import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.UnitId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small force for tests, written into the organisation's tables as their owner: headquarters with two sections, two
 * stations, a box. People are made one by one, so that no test meets another's.
 */
public final class TestForce {
    /** Section that manages operations in tests (運用主管課). */
    public static final String CRIME = "AT-CRIME";

    public static final String GENERAL = "AT-GENERAL";
    public static final String HACHI = "AT-HACHI";
    public static final String HACHI_BOX = "AT-HACHI-BOX";
    public static final String HIRO = "AT-HIRO";
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 1000) * 1000);

    private final Organization organization;
    private final String database;

    public TestForce(Organization organization) {
        this(organization, TestDatabase.url("akashi_owner"));
    }

    /** In the database of these connections. */
    public TestForce(Organization organization, JdbcClient jdbc) {
        this(organization, FreshDatabase.url(FreshDatabase.name(jdbc), "akashi_owner"));
    }

    private TestForce(Organization organization, String database) {
        this.organization = organization;
        this.database = database;
        change(connection -> {
            unit(connection, "AT-HQ", "警察本部", "HEADQUARTERS", null);
            unit(connection, CRIME, "刑事企画課", "SECTION", "AT-HQ");
            unit(connection, GENERAL, "総務課", "SECTION", "AT-HQ");
            unit(connection, HACHI, "八戸署", "STATION", null);
            unit(connection, HACHI_BOX, "八戸駅前交番", "BOX", HACHI);
            unit(connection, HIRO, "弘前署", "STATION", null);
        });
    }

    /** A person made for one test. */
    public record Member(PersonId id, String staffNumber) {}

    public UnitId unit(String code) {
        return new UnitId(id(code));
    }

    /** A sworn officer on duty, with a post of this class in the unit. */
    public Member officer(String unit, PostClass postClass) {
        return member(unit, postClass, "SWORN", "SERGEANT");
    }

    /** A part-timer (非常勤) on duty. */
    public Member partTimer(String unit) {
        return member(unit, PostClass.PART_TIME_ADVISER, "PART_TIME", "NONE");
    }

    private Member member(String unit, PostClass postClass, String employment, String rank) {
        var number = "T" + NEXT.incrementAndGet();
        var person = new PersonId(id("person-" + number));
        change(connection -> {
            update(
                    connection,
                    "insert into organization_person (id, staff_number, sample) values (?, ?, true)",
                    person.value(),
                    number);
            line(connection, person, employment, rank, "ON_DUTY", "2020-04-01");
            var post = post(connection, unit, postClass);
            update(
                    connection,
                    "insert into organization_appointment (id, person, post, kind, document, valid_from, recorded_at,"
                            + " recorded_by) values (?, ?, ?, 'PRINCIPAL', '辞令1号', '2024-04-01', now(), 'test')",
                    id("appointment-" + number),
                    person.value(),
                    post);
        });
        return new Member(person, number);
    }

    /** Changes the duty state (停職など) from the first day on which the person exists. */
    public void suspend(Member member) {
        change(connection -> {
            update(
                    connection,
                    "update organization_person_version set withdrawn_at = now() where person = ? and withdrawn_at is null",
                    member.id().value());
            line(connection, member.id(), "SWORN", "SERGEANT", "SUSPENSION", "2020-04-01");
        });
    }

    /** Ends every appointment of the person long ago. */
    public void dismissFromPost(Member member) {
        change(connection -> update(
                connection,
                "update organization_appointment set valid_until = '2024-04-02' where person = ?",
                member.id().value()));
    }

    private static UUID post(Connection connection, String unit, PostClass postClass) throws SQLException {
        var code = unit + "-" + postClass.name().replace('_', '-').toUpperCase(Locale.ROOT);
        var shortened = code.length() > 30 ? code.substring(0, 30) : code;
        update(
                connection,
                "insert into organization_post (id, code, unit, sample) values (?, ?, ?, true) on conflict do nothing",
                id(shortened),
                shortened,
                id(unit));
        update(
                connection,
                "insert into organization_post_version (id, post, title, title_en, post_class, seats, valid_from,"
                        + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, 0, '2020-04-01', now(), 'test') on conflict do"
                        + " nothing",
                id(shortened + "-1"),
                id(shortened),
                "見本職",
                "Sample post",
                postClass.name());
        return id(shortened);
    }

    private static void line(
            Connection connection, PersonId person, String employment, String rank, String duty, String from)
            throws SQLException {
        update(
                connection,
                "insert into organization_person_version (id, person, name, kana, romaji, rank, employment, duty,"
                        + " valid_from, recorded_at, recorded_by) values (gen_random_uuid(), ?, '見本 太郎', 'ミホン タロウ', 'Mihon Taro',"
                        + " ?, ?, ?, cast(? as date), now(), 'test')",
                person.value(),
                rank,
                employment,
                duty,
                from);
    }

    private static void unit(Connection connection, String code, String name, String kind, @Nullable String parent)
            throws SQLException {
        update(
                connection,
                "insert into organization_unit (id, code, sample) values (?, ?, true) on conflict do nothing",
                id(code),
                code);
        update(
                connection,
                "insert into organization_unit_version (id, unit, name, name_en, kind, parent, position, source,"
                        + " valid_from, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, 1, '見本', '2020-04-01', now(),"
                        + " 'test') on conflict do nothing",
                id(code + "-1"),
                id(code),
                name,
                code,
                kind,
                parent == null ? null : id(parent));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("test-force-" + name).getBytes(StandardCharsets.UTF_8));
    }

    private interface Step {
        void run(Connection connection) throws SQLException;
    }

    private void change(Step step) {
        try (var connection = DriverManager.getConnection(database)) {
            connection.setAutoCommit(false);
            step.run(connection);
            update(connection, "update organization_generation set number = number + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The small force could not be written", e);
        }
        organization.changed();
    }

    private static void update(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (var i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            var _ = prepared.executeUpdate();
        }
    }
}
