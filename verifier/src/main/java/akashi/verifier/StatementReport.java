package akashi.verifier;

import akashi.ledger.CanonicalJson;
import akashi.ledger.MalformedException;
import akashi.ledger.Statement;
import akashi.ledger.StatementVerdict;
import akashi.ledger.Trust;
import akashi.ledger.Verdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an access statement and says, use by use, what is proved. */
final class StatementReport {
    private final Words words;
    private final PrintStream out;

    StatementReport(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    Exit check(byte[] content, Trust trust) {
        Statement statement;
        StatementVerdict verdict;
        try {
            statement = Statement.parse(content);
            verdict = statement.verify(trust);
        } catch (MalformedException e) {
            return no("not-a-statement", 0);
        }
        return switch (verdict) {
            case StatementVerdict.NotVerified(String reason, int use) -> no(reason, use);
            case StatementVerdict.Verified(Verdict.Verified seal, int uses, int whole) -> {
                out.println(words.say("statement.verified"));
                print(statement.stated());
                line("statement.seal", words.say("place.value", seal.index(), seal.size()) + " " + seal.origin());
                out.println();
                out.println(words.say("statement.meaning"));
                if (whole < uses) {
                    out.println(words.say("statement.meaning.parts", uses - whole));
                }
                yield Exit.VERIFIED;
            }
        };
    }

    private Exit no(String reason, int use) {
        boolean noKey = reason.equals(Verdict.Reason.NO_KEY.code());
        out.println(words.say(noKey ? "unverified" : "statement.forged"));
        String text = words.say("reason." + reason);
        out.println(words.say("reason", use == 0 ? text : words.say("statement.use", use, text)) + " [" + reason + "]");
        return noKey ? Exit.NO_KEY : Exit.FORGED;
    }

    private void print(Map<?, ?> content) {
        line("statement.made", text(content.get("made")));
        line("statement.period", text(content.get("from")) + " – " + text(content.get("until")));
        line("statement.records", list(content.get("records")));
        line("statement.keys", keys(content.get("keys")));
        if (content.get("searched") instanceof Map<?, ?> searched) {
            searched.forEach((log, count) ->
                    line("statement.searched", words.say("statement.searched.value", text(log), number(count))));
        }
        if (content.get("gone") instanceof Double gone && gone > 0) {
            line("statement.gone", number(gone));
        }
        List<?> uses = content.get("uses") instanceof List<?> list ? list : List.of();
        line("statement.uses", words.say("statement.count", uses.size()));
        for (Object use : uses) {
            if (use instanceof Map<?, ?> stated) {
                out.println("    " + Words.plain(use(stated)));
            }
        }
    }

    private String use(Map<?, ?> stated) {
        List<String> parts = new ArrayList<>();
        Map<?, ?> said = stated.get("said") instanceof Map<?, ?> map ? map : Map.of();
        if (stated.get("shown") instanceof Map<?, ?> shown) {
            parts(shown, "", said, parts);
        }
        return text(stated.get("log")) + " " + number(stated.get("index")) + words.say("colon")
                + String.join(words.say("separator"), parts);
    }

    private void parts(Map<?, ?> shown, String prefix, Map<?, ?> said, List<String> parts) {
        shown.forEach((name, value) -> {
            String path = prefix + name;
            if (value instanceof Map<?, ?> inner && prefix.isEmpty() && (path.equals("by") || path.equals("for"))) {
                parts(inner, path + ".", said, parts);
            } else {
                String code = value instanceof String plain ? plain : CanonicalJson.text(value);
                String known = said.get(path) instanceof String inWords
                        ? inWords
                        : words.sayOr("act." + (path.equals("act") ? code : ""), "");
                parts.add(known.isEmpty() || known.equals(code) ? code : known + " (" + code + ")");
            }
        });
    }

    private @Nullable String keys(@Nullable Object value) {
        if (!(value instanceof List<?> keys)) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (Object one : keys) {
            if (one instanceof Map<?, ?> key) {
                all.add(text(key.get("kind")) + " " + text(key.get("typed")));
            }
        }
        return String.join(words.say("separator"), all);
    }

    private String list(@Nullable Object value) {
        return value instanceof List<?> values
                ? String.join(
                        words.say("separator"),
                        values.stream().map(String::valueOf).toList())
                : "";
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static String number(@Nullable Object value) {
        return value instanceof Double number ? CanonicalJson.text(number) : "";
    }

    private void line(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            out.println("  " + words.say("label." + label) + words.say("colon") + Words.plain(value));
        }
    }
}
