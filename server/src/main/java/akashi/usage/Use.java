package akashi.usage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One use of police information (利用): who did what, on whose behalf, why, by which decision, and what was disclosed or
 * changed. It is put together in one expression and never changes:
 *
 * <pre>{@code
 * Use.of("EXISTENCE", actor)
 *         .because("STOP_AND_QUESTION", "110-0812-0345")
 *         .in("stolen-vehicle", versionHash, new Ruling("existence-own-prefecture", "3", true))
 *         .with(new Key("PLATE", "青森330さ12-34", "青森330さ1234", List.of("plate-1")))
 *         .noting("言動が不審")
 * }</pre>
 *
 * Everything but the {@link Particulars} becomes part of the entry for ever; names, keys and free text belong into the
 * particulars only.
 */
public record Use(
        String act,
        Actor actor,
        Grounds grounds,
        Authority authority,
        Disclosure disclosure,
        Map<String, String> facts,
        Particulars particulars) {

    /** Why, and for whom (照会目的・番号・依頼者). */
    public record Grounds(
            @Nullable String purpose,
            @Nullable String caseReference,
            @Nullable Actor requester) {
        public Grounds {
            Limits.text("purpose", purpose == null ? "" : purpose, 200);
            Limits.text("case reference", caseReference == null ? "" : caseReference, 200);
        }
    }

    /** A decision (許否): the rule that gave it, in its version. */
    public record Ruling(String rule, String version, boolean permitted) {
        public Ruling {
            Limits.text("rule", rule, 200);
            Limits.text("rule version", version, 100);
        }
    }

    /** An operation (対象業務) that was used, in its version, with the decision about it if it has one of its own. */
    public record Consulted(
            String operation, String versionHash, @Nullable Ruling ruling) {
        public Consulted {
            Limits.text("operation", operation, 64);
            Limits.text("operation version", versionHash, 100);
        }
    }

    /** By what right: the operations used and the decision about the whole, where there is one. */
    public record Authority(
            List<Consulted> operations, @Nullable Ruling ruling) {
        public Authority {
            operations = List.copyOf(operations);
            if (operations.size() > 50) {
                throw new IllegalArgumentException("One use names up to 50 operations, not " + operations.size());
            }
        }
    }

    /** A search key as typed and as compared, with the names of the rules between the two. */
    public record Key(String kind, String typed, String normalised, List<String> rules) {
        public Key {
            typed = Limits.mended(typed);
            normalised = Limits.mended(normalised);
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return kind;
        }
    }

    /** The private part (個人に関する部分): erasable, beside the entry, bound to it by a salted commitment. */
    public record Particulars(List<Key> keys, String text) {
        public Particulars {
            keys = List.copyOf(keys);
            text = Limits.mended(text);
        }

        @Override
        public String toString() {
            return keys.size() + " keys";
        }
    }

    private static final Grounds NO_GROUNDS = new Grounds(null, null, null);
    private static final Authority NO_AUTHORITY = new Authority(List.of(), null);
    private static final Particulars NO_PARTICULARS = new Particulars(List.of(), "");

    public Use {
        Limits.text("act", act, 64);
        if (act.isBlank()) {
            throw new IllegalArgumentException("A use needs an act");
        }
        if (facts.size() > 40) {
            throw new IllegalArgumentException("A use states up to 40 facts, not " + facts.size());
        }
        facts.forEach((name, value) -> {
            Limits.text("fact's name", name, 64);
            Limits.text("fact " + name, value, 1000);
        });
        facts = Map.copyOf(facts);
    }

    /** The act by this actor, with nothing else said yet. */
    public static Use of(String act, Actor actor) {
        return new Use(act, actor, NO_GROUNDS, NO_AUTHORITY, Disclosure.nothing(), Map.of(), NO_PARTICULARS);
    }

    /** For this purpose (照会目的), with the case reference (番号) where there is one. */
    public Use because(String purpose, @Nullable String caseReference) {
        return grounds(new Grounds(purpose, caseReference, grounds.requester));
    }

    /** On behalf of somebody else (代行照会). */
    public Use onBehalfOf(Actor requester) {
        return grounds(new Grounds(grounds.purpose, grounds.caseReference, requester));
    }

    /** In this operation, under the decision about the whole. */
    public Use in(String operation, String versionHash) {
        return consulting(new Consulted(operation, versionHash, null));
    }

    /** In this operation, with a decision of its own; may be said once for each operation asked. */
    public Use in(String operation, String versionHash, Ruling ruling) {
        return consulting(new Consulted(operation, versionHash, ruling));
    }

    /** By this decision about the whole. */
    public Use decided(Ruling ruling) {
        return authority(new Authority(authority.operations, ruling));
    }

    /** Of these records; a released use takes them from what was withheld instead. */
    public Use touching(List<RecordRef> records) {
        return disclosing(new Disclosure(disclosure.hits(), records, disclosure.answer()));
    }

    /** With this search key; private. */
    public Use with(Key key) {
        var keys = new ArrayList<>(particulars.keys);
        keys.add(key);
        return particulars(new Particulars(keys, particulars.text));
    }

    /** With free text, as written; private. */
    public Use noting(String text) {
        return particulars(new Particulars(particulars.keys, text));
    }

    /** With a fact that stays on the ledger for ever: a code, a number, a reference, never anything about a person. */
    public Use stating(String name, String value) {
        var more = new TreeMap<>(facts);
        more.put(name, value);
        return new Use(act, actor, grounds, authority, disclosure, more, particulars);
    }

    /**
     * A short name of a text that somebody else chose, for a fact: enough to know the text again, without letting it
     * stand in an entry. Not for anything about a person, which could be guessed.
     */
    public static String mark(String text) {
        return HexFormat.of()
                .formatHex(Sha.of(text.getBytes(StandardCharsets.UTF_8)).bytes(), 0, 8);
    }

    Use disclosing(Disclosure what) {
        return new Use(act, actor, grounds, authority, what, facts, particulars);
    }

    private Use grounds(Grounds what) {
        return new Use(act, actor, what, authority, disclosure, facts, particulars);
    }

    private Use authority(Authority what) {
        return new Use(act, actor, grounds, what, disclosure, facts, particulars);
    }

    private Use consulting(Consulted operation) {
        var operations = new ArrayList<>(authority.operations);
        operations.add(operation);
        return authority(new Authority(operations, authority.ruling));
    }

    private Use particulars(Particulars what) {
        return new Use(act, actor, grounds, authority, disclosure, facts, what);
    }
}
