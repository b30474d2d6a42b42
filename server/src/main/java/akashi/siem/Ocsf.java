package akashi.siem;

import akashi.ledger.CanonicalJson;
import akashi.usage.Actor;
import akashi.usage.PastUse;
import akashi.usage.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A use as an event of OCSF 1.1.0, class Datastore Activity (6005); docs/formats/ocsf.md. Purpose, acts and rules have
 * no place in the schema and stand in {@code unmapped}. Left out: case reference, facts, records, requester.
 */
final class Ocsf {
    static final String VERSION = "1.1.0";

    private static final int CATEGORY = 6;
    private static final int CLASS = 6005;
    private static final String CLASS_NAME = "Datastore Activity";
    private static final int TABLE = 3;
    private static final int DATABASE = 1;
    private static final int OTHER = 99;

    /** An activity of the class, with the acts that are one; every other act is none that the class knows. */
    private record Activity(int id, String caption, Set<String> acts) {
        Activity {
            acts = Set.copyOf(acts);
        }
    }

    private static final List<Activity> ACTIVITIES = List.of(
            new Activity(
                    1,
                    "Read",
                    Set.of(
                            "CONTENT",
                            "HISTORY",
                            "BOOK",
                            "MY_USES",
                            "RECEIPT",
                            "RIGHTS",
                            "MY_RIGHTS",
                            "TERMINALS",
                            "RETENTION",
                            "LOG_READ")),
            new Activity(2, "Update", Set.of("CORRECT", "CONFIRM", "RETURN", "TRANSIT", "END", "SEAL", "RESULT")),
            new Activity(4, "Query", Set.of("EXISTENCE", "LIST", "STATEMENT", "USES_EXPORT")),
            new Activity(6, "Create", Set.of("REGISTER", "IMPORT")),
            new Activity(7, "Delete", Set.of("ERASURE", "WITHDRAW")));

    private Ocsf() {}

    /** One line, ended by a newline. */
    static String line(PastUse use) {
        return CanonicalJson.text(event(use)) + "\n";
    }

    private static Map<String, Object> event(PastUse use) {
        var known = ACTIVITIES.stream()
                .filter(activity -> activity.acts().contains(use.act()))
                .findFirst();
        int activity = known.map(Activity::id).orElse(OTHER);
        var name = known.map(Activity::caption).orElse(use.act());
        var permitted = rulings(use).allMatch(Use.Ruling::permitted);
        var event = new TreeMap<String, Object>();
        event.put("activity_id", activity);
        event.put("activity_name", name);
        event.put("category_uid", CATEGORY);
        event.put("category_name", "Application Activity");
        event.put("class_uid", CLASS);
        event.put("class_name", CLASS_NAME);
        event.put("type_uid", 100L * CLASS + activity);
        event.put("type_name", CLASS_NAME + ": " + (known.isPresent() ? name : "Other"));
        event.put("severity_id", 1);
        event.put("severity", "Informational");
        event.put("status_id", permitted ? 1 : 2);
        event.put("status", permitted ? "Success" : "Failure");
        event.put("time", use.proved().at().toEpochMilli());
        event.put("message", use.act());
        event.put("metadata", metadata(use));
        event.put("actor", actor(use));
        event.put("src_endpoint", endpoint(use.actor()));
        event.put("database", Map.of("name", "akashi", "uid", use.proved().origin()));
        var operations = use.authority().operations();
        event.put("type_id", operations.isEmpty() ? DATABASE : TABLE);
        if (!operations.isEmpty()) {
            var first = operations.getFirst();
            event.put("table", Map.of("name", first.operation(), "uid", first.versionHash()));
        }
        event.put("unmapped", unmapped(use));
        return event;
    }

    private static Map<String, Object> metadata(PastUse use) {
        return Map.of(
                "version",
                VERSION,
                "product",
                Map.of("name", "Akashi", "vendor_name", "Akashi"),
                "uid",
                use.proved().number(),
                "sequence",
                use.proved().index(),
                "log_name",
                use.proved().origin(),
                "event_code",
                use.act());
    }

    private static Map<String, Object> actor(PastUse use) {
        var by = use.actor();
        var user = new TreeMap<String, Object>();
        boolean system = by.post().equals("system");
        user.put("uid", by.staffNumber());
        user.put("type_id", system ? 3 : 1);
        user.put("type", system ? "System" : "User");
        if (!by.unit().isEmpty()) {
            user.put("org", Map.of("uid", by.unit()));
        }
        var actor = new TreeMap<String, Object>();
        actor.put("user", user);
        var authorizations = rulings(use)
                .map(ruling -> Map.of(
                        "decision",
                        ruling.permitted() ? "allowed" : "denied",
                        "policy",
                        Map.of("uid", ruling.rule(), "version", ruling.version())))
                .distinct()
                .toList();
        if (!authorizations.isEmpty()) {
            actor.put("authorizations", authorizations);
        }
        return actor;
    }

    private static Map<String, Object> endpoint(Actor by) {
        return by.terminal().isEmpty()
                ? Map.of("name", by.channel().isEmpty() ? "unknown" : by.channel())
                : Map.of("uid", by.terminal());
    }

    private static Map<String, Object> unmapped(PastUse use) {
        var unmapped = new TreeMap<String, Object>();
        var purpose = use.grounds().purpose();
        if (purpose != null) {
            unmapped.put("purpose", purpose);
        }
        unmapped.put("unit", use.actor().unit());
        unmapped.put("channel", use.actor().channel());
        unmapped.put("hits", use.seen().hits());
        unmapped.put(
                "operations",
                use.authority().operations().stream()
                        .map(Use.Consulted::operation)
                        .toList());
        return unmapped;
    }

    /** The decision about the whole, and those of operations that have one of their own. */
    private static Stream<Use.Ruling> rulings(PastUse use) {
        return Stream.concat(
                Stream.ofNullable(use.authority().ruling()),
                use.authority().operations().stream().map(Use.Consulted::ruling).flatMap(Stream::ofNullable));
    }

    /** Every act that has an activity of its own, for the test of the documentation. */
    static List<String> acts() {
        return ACTIVITIES.stream()
                .flatMap(activity -> activity.acts().stream())
                .sorted()
                .toList();
    }
}
