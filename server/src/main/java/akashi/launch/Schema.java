package akashi.launch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** The schema of the database and the migrations that ship with this program. */
final class Schema {
    private final Flyway flyway;

    Schema(String url, String role, String password) {
        this.flyway = Flyway.configure()
                .dataSource(url, role, password)
                .locations("classpath:db/migration")
                .load();
    }

    /**
     * Applies what is missing; the role must own the schema.
     *
     * @return how many migrations were applied
     */
    int migrate() {
        return flyway.migrate().migrationsExecuted;
    }

    /** Versions that ship with the program and are not in the database, wherever in the order they stand. */
    List<String> missing() {
        return versions(state -> state.isResolved() && !state.isApplied());
    }

    /** Versions in the database that this program does not know: a newer one migrated it. */
    List<String> unknown() {
        return versions(state -> state.isApplied() && !state.isResolved());
    }

    private List<String> versions(Predicate<MigrationState> asked) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> asked.test(migration.getState()))
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
    }
}
