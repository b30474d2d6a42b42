package akashi.usage;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Commitment;
import akashi.ledger.EntryBundle;
import akashi.ledger.Receipt;
import akashi.tlog.Entry;
import akashi.tlog.LeafTime;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Use} as the bytes of an entry and of its private part: canonical JSON, members that say nothing left
 * out. The format is described in {@code docs/formats/use.md}.
 */
final class Leaves {
    /** Value of the member {@code format}. */
    static final String FORMAT = "akashi.use/v1";

    /** More records than this are represented by their number and a hash; the list moves to the private part. */
    static final int MOST_RECORDS = 500;

    private static final int LONGEST_SECRET = 2_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Leaves() {}

    /**
     * Renders a use.
     *
     * @param recorded when it was written, for one that belongs to a change; null for one that is placed at once
     * @throws IllegalArgumentException if the entry is longer than a ledger can hold
     */
    static Entry entry(Use use, @Nullable Instant recorded) {
        var secret = secret(use);
        byte[] body = CanonicalJson.canonical(members(use, secret, recorded == null ? null : LeafTime.text(recorded)));
        if (body.length > EntryBundle.MAX_ENTRY - 100) {
            throw new IllegalArgumentException("The entry about " + use.act() + " would have " + body.length
                    + " bytes; a ledger holds entries up to " + EntryBundle.MAX_ENTRY);
        }
        var columns = new Entry.Columns(
                use.actor().staffNumber(),
                use.actor().unit(),
                use.act(),
                use.authority().operations().stream()
                        .map(Use.Consulted::operation)
                        .collect(Collectors.joining(" ")));
        return new Entry(columns, body, secret, recorded != null);
    }

    private static Map<String, Object> members(Use use, Entry.@Nullable Secret secret, @Nullable String recorded) {
        var members = new TreeMap<String, Object>();
        members.put("format", FORMAT);
        members.put("act", use.act());
        members.put("at", LeafTime.UNSET);
        members.put("by", actor(use.actor()));
        put(members, "for", actorOrNull(use.grounds().requester()));
        put(members, "purpose", use.grounds().purpose());
        put(members, "case", use.grounds().caseReference());
        put(members, "decision", ruling(use.authority().ruling()));
        put(members, "operations", operations(use.authority().operations()));
        put(members, "facts", use.facts().isEmpty() ? null : use.facts());
        put(members, "recorded", recorded);
        disclose(members, use.disclosure(), secret);
        if (secret != null) {
            members.put(
                    Receipt.COMMITMENT,
                    Commitment.of(secret.salt(), secret.body()).toBase64());
        }
        return members;
    }

    private static void disclose(Map<String, Object> members, Disclosure what, Entry.@Nullable Secret secret) {
        var answer = what.answer();
        if (what.hits() > 0 || answer != null) {
            members.put("hits", what.hits());
        }
        if (what.records().size() > MOST_RECORDS) {
            members.put("recordCount", what.records().size());
            members.put("recordHash", Sha.of(text(what.records())).toBase64());
        } else if (!what.records().isEmpty()) {
            members.put("records", names(what.records()));
        }
        if (answer != null && secret != null) {
            members.put("answer", Commitment.of(secret.salt(), answer.bytes()).toBase64());
        }
    }

    private static Entry.@Nullable Secret secret(Use use) {
        var members = new TreeMap<String, Object>();
        var answer = use.disclosure().answer();
        put(members, "answer", answer == null ? null : answer.toBase64());
        var keys = use.particulars().keys();
        put(
                members,
                "keys",
                keys.isEmpty() ? null : keys.stream().map(Leaves::key).toList());
        put(
                members,
                "text",
                use.particulars().text().isEmpty() ? null : use.particulars().text());
        if (use.disclosure().records().size() > MOST_RECORDS) {
            members.put("records", names(use.disclosure().records()));
        }
        if (members.isEmpty()) {
            return null;
        }
        byte[] body = CanonicalJson.canonical(members);
        if (body.length > LONGEST_SECRET) {
            throw new IllegalArgumentException("The private part of " + use.act() + " would have " + body.length
                    + " bytes; up to " + LONGEST_SECRET + " are allowed");
        }
        return new Entry.Secret(Commitment.newSalt(RANDOM), body);
    }

    private static Map<String, Object> key(Use.Key key) {
        var members = new TreeMap<String, Object>();
        members.put("kind", key.kind());
        members.put("typed", key.typed());
        put(members, "as", key.normalised().equals(key.typed()) ? null : key.normalised());
        put(members, "rules", key.rules().isEmpty() ? null : key.rules());
        return members;
    }

    private static @Nullable Map<String, Object> actorOrNull(@Nullable Actor actor) {
        return actor == null ? null : actor(actor);
    }

    private static Map<String, Object> actor(Actor actor) {
        var members = new TreeMap<String, Object>();
        members.put("staff", actor.staffNumber());
        put(members, "person", actor.personId().equals(actor.staffNumber()) ? null : actor.personId());
        putText(members, "post", actor.post());
        putText(members, "unit", actor.unit());
        putText(members, "terminal", actor.terminal());
        putText(members, "channel", actor.channel());
        return members;
    }

    private static @Nullable Map<String, Object> ruling(Use.@Nullable Ruling ruling) {
        return ruling == null
                ? null
                : new TreeMap<>(
                        Map.of("rule", ruling.rule(), "version", ruling.version(), "permitted", ruling.permitted()));
    }

    private static @Nullable List<Object> operations(List<Use.Consulted> operations) {
        if (operations.isEmpty()) {
            return null;
        }
        var all = new ArrayList<Object>();
        for (Use.Consulted one : operations) {
            var members = new TreeMap<String, Object>();
            members.put("code", one.operation());
            members.put("version", one.versionHash());
            put(members, "decision", ruling(one.ruling()));
            all.add(members);
        }
        return all;
    }

    private static List<String> names(List<RecordRef> records) {
        return records.stream().map(RecordRef::toString).toList();
    }

    /** One record a line; what {@code recordHash} is made of. */
    static byte[] text(List<RecordRef> records) {
        return (String.join("\n", names(records)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    private static void putText(Map<String, Object> members, String name, String value) {
        put(members, name, value.isEmpty() ? null : value);
    }
}
