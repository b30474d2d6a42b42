package akashi.verifier;

import akashi.ledger.CanonicalJson;
import akashi.ledger.MalformedException;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a verified entry states: who, for whom, what, why, when, by which decision, with which answer. */
final class UseReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx");
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Set<String> SAID = Set.of(
            "format",
            "act",
            "at",
            "by",
            "for",
            "purpose",
            "case",
            "decision",
            "operations",
            "hits",
            "records",
            "answer",
            Receipt.COMMITMENT);

    private final Words words;
    private final PrintStream out;

    UseReport(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    void print(Receipt receipt, Verdict.Verified verified) {
        Map<?, ?> entry = object(receipt.entry());
        line("at", time(entry));
        line("by", actor(entry.get("by")));
        line("for", entry.containsKey("for") ? actor(entry.get("for")) : null);
        line("act", entry.get("act") instanceof String act ? act(act) : null);
        line("operation", operations(entry));
        line("purpose", text(entry, "purpose"));
        line("case", text(entry, "case"));
        line("decision", decision(entry.get("decision")));
        line("hits", entry.get("hits") instanceof Double hits ? CanonicalJson.text(hits) : null);
        line("records", entry.get("records") instanceof List<?> records ? list(records) : null);
        entry.forEach((name, value) -> {
            if (!SAID.contains(String.valueOf(name))) {
                line("other", name + ": " + CanonicalJson.text(value));
            }
        });
        privatePart(receipt.privatePart(), verified.privatePart());
        line("log", verified.origin());
        line("place", words.say("place.value", verified.index(), verified.size()));
        line("witness", witness(verified));
        out.println();
        out.println(words.say("meaning"));
    }

    private void privatePart(Receipt.@Nullable PrivatePart part, Verdict.PrivatePart state) {
        line("private", words.say("private." + state.name().toLowerCase(Locale.ROOT)));
        if (part == null) {
            return;
        }
        Map<?, ?> body;
        try {
            body = object(part.body());
        } catch (MalformedException e) {
            line("private.text", part.body());
            return;
        }
        if (body.get("keys") instanceof List<?> keys) {
            keys.forEach(key -> line("private.key", key(key)));
        }
        line("private.text", text(body, "text"));
    }

    private static @Nullable String key(Object value) {
        if (!(value instanceof Map<?, ?> key)) {
            return null;
        }
        String typed = text(key, "kind") + ": " + text(key, "typed");
        String normalised = text(key, "as");
        return normalised == null ? typed : typed + " → " + normalised;
    }

    /** The entry's own time, written as people read it. */
    private static @Nullable String time(Map<?, ?> entry) {
        String at = text(entry, "at");
        if (at == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(at).format(TIME) + " (" + at + ")";
        } catch (DateTimeParseException e) {
            return at;
        }
    }

    private @Nullable String actor(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> actor)) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (String name : List.of("staff", "post", "unit", "terminal", "channel")) {
            String part = text(actor, name);
            if (part != null) {
                parts.add(words.say("actor." + name, part));
            }
        }
        return String.join(words.say("separator"), parts);
    }

    private String act(String act) {
        String known = words.sayOr("act." + act, "");
        return known.isEmpty() ? act : known + " (" + act + ")";
    }

    private @Nullable String operations(Map<?, ?> entry) {
        if (!(entry.get("operations") instanceof List<?> operations)) {
            return null;
        }
        Set<String> lines = new LinkedHashSet<>();
        for (Object one : operations) {
            if (one instanceof Map<?, ?> operation) {
                String decision = decision(operation.get("decision"));
                String name = words.say(
                        "operation.value",
                        String.valueOf(text(operation, "code")),
                        String.valueOf(text(operation, "version")));
                lines.add(decision == null ? name : name + words.say("separator") + decision);
            }
        }
        return String.join(" / ", lines);
    }

    private @Nullable String decision(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> decision)) {
            return null;
        }
        boolean permitted = Boolean.TRUE.equals(decision.get("permitted"));
        return words.say(
                permitted ? "decision.permitted" : "decision.refused",
                String.valueOf(text(decision, "rule")),
                String.valueOf(text(decision, "version")));
    }

    private @Nullable String witness(Verdict.Verified verified) {
        if (verified.witnessedAt() == null) {
            return words.say("witness.none");
        }
        String time = verified.witnessedAt().atZone(JAPAN).format(TIME);
        return String.join(words.say("separator"), new LinkedHashSet<>(verified.witnesses())) + " (" + time + ")";
    }

    private static String list(List<?> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }

    private static @Nullable String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    private static Map<?, ?> object(String json) {
        return CanonicalJson.parse(json) instanceof Map<?, ?> members ? members : Map.of();
    }

    private void line(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            out.println("  " + words.say("label." + label) + words.say("colon") + Words.plain(value));
        }
    }
}
