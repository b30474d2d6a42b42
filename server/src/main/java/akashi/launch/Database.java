package akashi.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Connections to the site's database, and what it means that there is none. */
final class Database {
    /** Seconds after which a server that does not answer is given up. */
    private static final int PATIENCE = 15;

    private Database() {}

    static Connection connect(String url, String role, String password) throws SQLException {
        DriverManager.setLoginTimeout(PATIENCE);
        return DriverManager.getConnection(url, role, password);
    }

    /** Whether this role is not there, may not come in, or has another password. */
    static boolean shut(SQLException fault) {
        return state(fault).startsWith("28") || state(fault).equals("42501");
    }

    /** Notes why there is no connection, in the setting that must be changed. */
    static void explain(SQLException fault, String role, String userSetting, SiteSettings settings) {
        var reason = reason(fault);
        if (shut(fault)) {
            settings.fault(
                    userSetting,
                    "役割 " + role + " でデータベースに入れません（" + reason + "）。役割の名前とパスワード、pg_hba.conf を確かめてください。",
                    "the database does not let " + role + " in (" + reason
                            + "); check the role, its password and pg_hba.conf.");
        } else {
            settings.fault(
                    "AKASHI_DB_URL",
                    "データベースに接続できません（" + reason + "）。",
                    "the database cannot be connected to (" + reason + ").");
        }
    }

    /** What the driver says, in one line, with the SQL state. */
    static String reason(SQLException fault) {
        var said = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ").strip();
        var state = state(fault);
        return (said.length() > 200 ? said.substring(0, 200) + "…" : said) + (state.isEmpty() ? "" : ", " + state);
    }

    private static String state(SQLException fault) {
        @Nullable String state = fault.getSQLState();
        return state == null ? "" : state;
    }
}
