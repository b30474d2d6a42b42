package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the application's role may not do to the ledger, tried as that role on every table and partition of it that the
 * database has, so that a new one is not forgotten.
 */
class LedgerRoleTest {
    private static PGSimpleDataSource as(String role) {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url(role));
        return source;
    }

    /** A table of the ledger. */
    record Table(String name, String column, String parent) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Table> tables() {
        return JdbcClient.create(as("akashi_owner"))
                .sql("""
                        select c.relname as name, coalesce(p.relname, '') as parent,
                               (select attname from pg_attribute a
                                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                                   and a.attidentity = '' order by a.attnum limit 1) as first
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                          left join pg_inherits i on i.inhrelid = c.oid
                          left join pg_class p on p.oid = i.inhparent
                         where c.relkind in ('r', 'p') and c.relname like 'usage\\_%'
                         order by 1
                        """)
                .query((row, n) -> new Table(row.getString("name"), row.getString("first"), row.getString("parent")))
                .list();
    }

    private static void refused(String... damages) throws SQLException {
        try (var connection = as("akashi_app").getConnection();
                var statement = connection.createStatement()) {
            for (String damage : damages) {
                assertThatThrownBy(() -> statement.execute(damage))
                        .as(damage)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void everyTableOfTheLedgerIsTried() {
        assertThat(tables())
                .extracting(Table::name)
                .contains(
                        "usage_log",
                        "usage_lease",
                        "usage_pending",
                        "usage_integrated",
                        "usage_leaf",
                        "usage_leaf_00000",
                        "usage_month",
                        "usage_private",
                        "usage_tile",
                        "usage_checkpoint",
                        "usage_cosignature")
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void roleOfTheApplicationCannotDamageATable(Table table) throws SQLException {
        String name = table.name();
        var damages = new ArrayList<>(List.of(
                "update " + name + " set " + table.column() + " = " + table.column(),
                "delete from " + name,
                "truncate " + name,
                "drop table " + name + " cascade",
                "alter table " + name + " disable trigger all",
                "alter table " + name + " add column more int",
                "alter table " + name + " rename to usage_away",
                "alter table " + name + " owner to akashi_app",
                "create index on " + name + " (" + table.column() + ")",
                "create rule none as on insert to " + name + " do instead nothing"));
        if (!table.parent().isEmpty()) {
            damages.add("alter table " + table.parent() + " detach partition " + name);
            damages.add("alter table " + name + " no inherit " + table.parent());
        }
        refused(damages.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into usage_lease values (1, gen_random_uuid(), now())",
                "create table usage_more partition of usage_leaf for values from (900000000000) to (900000000001)",
                "create or replace function usage_leaf_ahead(bigint, int) returns void language sql as 'select'",
                "drop function usage_leaf_ahead(bigint, int)",
                "set session_replication_role = replica",
                "set role akashi_owner",
                "create schema elsewhere"
            })
    void roleOfTheApplicationCannotGoAroundIt(String damage) throws SQLException {
        refused(damage);
    }
}
