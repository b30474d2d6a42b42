package akashi.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The two roles of a site: the owner of the schema, and the restricted one the application runs as. Rights are granted
 * to {@code akashi_app}; a restricted role of another name is a member of it. Making them again changes nothing.
 */
final class Roles {
    private final Connection admin;

    Roles(Connection admin) {
        this.admin = admin;
    }

    /** A role to be made, with its password. */
    record Login(String name, String password) {}

    /** Makes what is missing; gives the names of what was made. */
    List<String> make(Login owner, Login application) throws SQLException {
        var made = new ArrayList<String>();
        if (login(owner)) {
            made.add(owner.name());
        }
        if (application.name().equals(ServeSettings.APP)) {
            if (login(application)) {
                made.add(application.name());
            }
        } else {
            if (!exists(ServeSettings.APP)) {
                execute("create role " + ServeSettings.APP + " nologin");
                made.add(ServeSettings.APP);
            }
            if (login(application)) {
                made.add(application.name());
            }
            execute("grant " + ServeSettings.APP + " to " + quoted(application.name()));
        }
        grant(owner.name());
        return made;
    }

    private boolean login(Login role) throws SQLException {
        if (exists(role.name())) {
            return false;
        }
        try (var statement = admin.createStatement()) {
            execute("create role " + quoted(role.name())
                    + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password "
                    + statement.enquoteLiteral(role.password()));
        }
        return true;
    }

    private void grant(String owner) throws SQLException {
        var database = quoted(admin.getCatalog());
        for (var sql : List.of(
                "revoke all on database " + database + " from public",
                "grant connect on database " + database + " to " + ServeSettings.APP,
                "grant connect, create, temporary on database " + database + " to " + quoted(owner),
                "revoke create on schema public from public",
                "alter schema public owner to " + quoted(owner),
                "grant usage on schema public to " + ServeSettings.APP)) {
            execute(sql);
        }
    }

    private boolean exists(String role) throws SQLException {
        try (var query = admin.prepareStatement("select from pg_roles where rolname = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }

    private String quoted(String name) throws SQLException {
        try (var statement = admin.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
