package akashi.record;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The indexes of the search keys while a whole stock is loaded: to build them afterwards is many times cheaper than to
 * keep them. Needs the owner of the tables; nobody may ask meanwhile.
 */
public final class KeyIndexes {
    private KeyIndexes() {}

    /** Takes them away. */
    public static void drop(DataSource owner) {
        new JdbcTemplate(owner).execute("select record_key_indexes_drop()");
    }

    /** Builds those that are not there; minutes for a hundred million keys. */
    public static void build(DataSource owner) {
        new JdbcTemplate(owner).execute("select record_key_indexes_build()");
    }
}
