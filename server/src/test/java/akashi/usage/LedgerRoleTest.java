package akashi.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the application's role may not do to the ledger, tried as that role. */
class LedgerRoleTest {
    private static final List<String> TABLES = List.of(
            "usage_log",
            "usage_lease",
            "usage_pending",
            "usage_integrated",
            "usage_leaf",
            "usage_leaf_00000",
            "usage_month",
            "usage_private",
            "usage_tile",
            "usage_checkpoint");

    static Stream<String> damages() {
        return Stream.concat(
                TABLES.stream()
                        .flatMap(table -> Stream.of(
                                "delete from " + table,
                                "truncate " + table,
                                "drop table " + table + " cascade",
                                "alter table " + table + " disable trigger all")),
                Stream.of(
                        "update usage_leaf set leaf = leaf",
                        "update usage_log set origin = origin",
                        "update usage_lease set until = until",
                        "insert into usage_lease values (1, gen_random_uuid(), now())",
                        "update usage_private set body = body",
                        "update usage_checkpoint set note = note",
                        "update usage_tile set hashes = hashes",
                        "alter table usage_leaf detach partition usage_leaf_00000",
                        "create table usage_more partition of usage_leaf for values from (900000000000) to (900000000001)",
                        "create or replace function usage_leaf_ahead(bigint, int) returns void language sql as 'select'"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void roleOfTheApplicationCannotDamageTheLedger(String damage) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url("akashi_app"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(damage))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> org.assertj.core.api.Assertions.assertThat(refused.getSQLState())
                                    .isEqualTo("42501"));
        }
    }
}
