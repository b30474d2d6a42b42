package akashi.usage;

import akashi.ledger.CanonicalJson;
import akashi.tlog.LeafTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link Leaves} wrote. */
final class PastUses {
    private PastUses() {}

    static PastUse of(UseSql.Stored stored) {
        var secret = stored.secret();
        return of(stored.proved(), stored.leaf(), secret == null ? null : secret.body());
    }

    static PastUse of(Proved proved, byte[] bytes, byte @Nullable [] secret) {
        Map<?, ?> leaf = object(CanonicalJson.parse(bytes));
        Map<?, ?> particulars = secret == null ? null : object(CanonicalJson.parse(secret));
        var requester = leaf.get("for");
        var recorded = textOrNull(leaf, "recorded");
        return new PastUse(
                proved,
                text(leaf, "act"),
                actor(object(leaf.get("by"))),
                new Use.Grounds(
                        textOrNull(leaf, "purpose"),
                        textOrNull(leaf, "case"),
                        requester == null ? null : actor(object(requester))),
                new Use.Authority(
                        list(leaf, "operations").stream()
                                .map(PastUses::consulted)
                                .toList(),
                        ruling(leaf.get("decision"))),
                new PastUse.Seen(
                        leaf.get("hits") instanceof Double hits ? hits.intValue() : 0,
                        records(leaf, particulars),
                        facts(leaf.get("facts")),
                        recorded == null ? null : LeafTime.parse(recorded)),
                particulars(leaf, particulars));
    }

    private static List<RecordRef> records(Map<?, ?> leaf, @Nullable Map<?, ?> particulars) {
        var names = leaf.containsKey("recordHash") && particulars != null
                ? list(particulars, "records")
                : list(leaf, "records");
        return names.stream().map(name -> record((String) name)).toList();
    }

    private static RecordRef record(String name) {
        int at = name.lastIndexOf('@');
        return new RecordRef(name.substring(0, at), Integer.parseInt(name.substring(at + 1)));
    }

    private static Use.@Nullable Particulars particulars(Map<?, ?> leaf, @Nullable Map<?, ?> particulars) {
        if (particulars == null) {
            return leaf.containsKey("private") ? null : new Use.Particulars(List.of(), "");
        }
        var text = textOrNull(particulars, "text");
        return new Use.Particulars(
                list(particulars, "keys").stream().map(PastUses::key).toList(), text == null ? "" : text);
    }

    private static Use.Key key(Object value) {
        Map<?, ?> key = object(value);
        var as = textOrNull(key, "as");
        return new Use.Key(
                text(key, "kind"),
                text(key, "typed"),
                as == null ? text(key, "typed") : as,
                list(key, "rules").stream().map(String.class::cast).toList());
    }

    private static Use.Consulted consulted(Object value) {
        Map<?, ?> operation = object(value);
        return new Use.Consulted(
                text(operation, "code"), text(operation, "version"), ruling(operation.get("decision")));
    }

    private static Use.@Nullable Ruling ruling(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Map<?, ?> ruling = object(value);
        return new Use.Ruling(
                text(ruling, "rule"), text(ruling, "version"), Boolean.TRUE.equals(ruling.get("permitted")));
    }

    private static Actor actor(Map<?, ?> actor) {
        var person = textOrNull(actor, "person");
        return new Actor(
                text(actor, "staff"),
                person == null ? text(actor, "staff") : person,
                orEmpty(actor, "post"),
                orEmpty(actor, "unit"),
                orEmpty(actor, "terminal"),
                orEmpty(actor, "channel"));
    }

    private static Map<String, String> facts(@Nullable Object value) {
        var facts = new TreeMap<String, String>();
        if (value != null) {
            object(value).forEach((name, fact) -> facts.put((String) name, (String) fact));
        }
        return facts;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalStateException("An entry must be made of objects where the format has them");
    }

    private static List<?> list(Map<?, ?> members, String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> members, String name) {
        var text = textOrNull(members, name);
        if (text == null) {
            throw new IllegalStateException("An entry must have the member " + name);
        }
        return text;
    }

    private static String orEmpty(Map<?, ?> members, String name) {
        var text = textOrNull(members, name);
        return text == null ? "" : text;
    }

    private static @Nullable String textOrNull(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }
}
