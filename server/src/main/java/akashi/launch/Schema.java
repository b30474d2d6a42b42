package akashi.launch;

import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;

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

    /** Versions that ship with the program and are not in the database. */
    List<String> missing() {
        return Arrays.stream(flyway.info().pending())
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();
    }
}
