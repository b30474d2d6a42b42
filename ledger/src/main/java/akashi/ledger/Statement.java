package akashi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An access statement (アクセスに関する回答): which uses a log knows about one subject, with an inclusion proof for each, in a
 * form that need not show whole entries. A file of canonical JSON, described in docs/formats/statement.md. What it
 * shows of an entry is bound to it by the seal: an entry of the log itself that holds the hash of the content, so that
 * whoever made the statement can never say to have stated something else.
 *
 * @param content canonical JSON: what was looked for, and the uses with what is shown of each
 * @param seal receipt of the entry that holds the content's hash
 * @param checkpoints signed checkpoints of further logs, by origin
 * @param proofs for each use of the content, in its order
 */
public record Statement(String content, Receipt seal, Map<String, String> checkpoints, List<Proof> proofs) {
    /** Value of the member {@code format}. */
    public static final String FORMAT = "akashi.statement/v1";

    /** Act of the entry that seals a statement. */
    public static final String SEAL = "STATEMENT_SEAL";

    /** Fact of that entry: SHA-256 of the content, in base64. */
    public static final String FACT = "statement";

    /** Longer files are refused unread. */
    public static final int MAX_BYTES = 16_000_000;

    private static final Set<String> MEMBERS = Set.of("format", "content", "seal", "checkpoints", "proofs");

    public Statement {
        checkpoints = Map.copyOf(checkpoints);
        proofs = List.copyOf(proofs);
    }

    /**
     * That an entry stands on its log.
     *
     * @param entry the whole entry, where every member of it may be shown; otherwise null
     * @param path the hashes from the leaf's sibling up to the root's child
     */
    public record Proof(@Nullable String entry, List<Hash> path) {
        public Proof {
            path = List.copyOf(path);
            if (path.size() > TlogProof.MAX_HASHES) {
                throw new MalformedException("a proof has at most 63 hashes");
            }
        }
    }

    /** A use of the content. */
    record Stated(String log, long index, Hash leaf, Map<?, ?> shown) {
        static Stated of(Object value) {
            if (value instanceof Map<?, ?> use
                    && use.get("log") instanceof String log
                    && use.get("index") instanceof Double index
                    && use.get("leaf") instanceof String leaf
                    && use.get("shown") instanceof Map<?, ?> shown
                    && index >= 0
                    && index <= CanonicalJson.MAX_SAFE
                    && Math.rint(index) == index) {
                return new Stated(log, index.longValue(), Hash.parse(leaf), shown);
            }
            throw new MalformedException("a use of a statement has log, index, leaf and shown");
        }
    }

    /**
     * Reads a statement exactly as {@link #format()} writes it, the last newline being optional. What it claims is not
     * checked here.
     *
     * @throws MalformedException if it is another kind of file, has other members, or is written differently
     */
    public static Statement parse(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new MalformedException("the statement is too large");
        }
        String text = Text.utf8(file, "the statement");
        String json = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!(CanonicalJson.parse(json) instanceof Map<?, ?> members)
                || !members.keySet().equals(MEMBERS)) {
            throw new MalformedException("a statement is an object of format, content, seal, checkpoints and proofs");
        }
        if (!FORMAT.equals(members.get("format"))) {
            throw new MalformedException("the file is not of the format " + FORMAT);
        }
        if (!CanonicalJson.text(members).equals(json)) {
            throw new MalformedException("the statement is not canonical JSON");
        }
        Statement statement = new Statement(
                string(members, "content"),
                Receipt.parse(Text.bytes(string(members, "seal"))),
                checkpoints(members.get("checkpoints")),
                proofs(members.get("proofs")));
        if (statement.uses().size() != statement.proofs.size()) {
            throw new MalformedException("a statement has a proof for each use");
        }
        return statement;
    }

    /** Whether a file says of itself that it is a statement; nothing else is looked at. */
    public static boolean claims(byte[] file) {
        return Text.contains(file, Text.bytes("\"format\":\"" + FORMAT + "\""));
    }

    private static String string(Map<?, ?> members, String name) {
        if (!(members.get(name) instanceof String text)) {
            throw new MalformedException("the statement has no text " + name);
        }
        return text;
    }

    private static Map<String, String> checkpoints(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new MalformedException("a statement's checkpoints are an object");
        }
        Map<String, String> checkpoints = new TreeMap<>();
        for (Object origin : members.keySet()) {
            checkpoints.put((String) origin, string(members, (String) origin));
        }
        return checkpoints;
    }

    private static List<Proof> proofs(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new MalformedException("a statement's proofs are a list");
        }
        List<Proof> proofs = new ArrayList<>();
        for (Object one : list) {
            boolean known = one instanceof Map<?, ?> members
                    && Set.of("entry", "path").containsAll(members.keySet())
                    && members.get("path") instanceof List<?>;
            if (!known || !(one instanceof Map<?, ?> proof) || !(proof.get("path") instanceof List<?> path)) {
                throw new MalformedException("a proof of a statement is an object of entry and path");
            }
            proofs.add(new Proof(proof.containsKey("entry") ? string(proof, "entry") : null, hashes(path)));
        }
        return proofs;
    }

    private static List<Hash> hashes(List<?> values) {
        List<Hash> hashes = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                throw new MalformedException("a path is a list of hashes");
            }
            hashes.add(Hash.parse(text));
        }
        return hashes;
    }

    /** The content as an object. */
    public Map<?, ?> stated() {
        if (CanonicalJson.parse(content) instanceof Map<?, ?> members
                && CanonicalJson.text(members).equals(content)) {
            return members;
        }
        throw new MalformedException("a statement's content is a canonical JSON object");
    }

    List<Stated> uses() {
        if (!(stated().get("uses") instanceof List<?> uses)) {
            throw new MalformedException("a statement's content lists uses");
        }
        return uses.stream().map(Stated::of).toList();
    }

    /** The file: canonical JSON and a newline, in UTF-8. */
    public byte[] format() {
        String receipt = new String(seal.format(), StandardCharsets.UTF_8);
        List<Map<String, Object>> list = new ArrayList<>();
        for (Proof proof : proofs) {
            Map<String, Object> members = new TreeMap<>();
            members.put("path", proof.path().stream().map(Hash::toBase64).toList());
            if (proof.entry() != null) {
                members.put("entry", proof.entry());
            }
            list.add(members);
        }
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("content", content);
        members.put("seal", receipt.substring(0, receipt.length() - 1));
        members.put("checkpoints", checkpoints);
        members.put("proofs", list);
        return Text.bytes(CanonicalJson.text(members) + "\n");
    }

    /** SHA-256 of a content, as the sealing entry holds it. */
    public static Hash hash(String content) {
        return Hash.sha256(Text.bytes(content));
    }

    /** Checks everything the statement claims. Without keys the answer is never better than {@code no-key}. */
    public StatementVerdict verify(Trust trust) {
        return new StatementCheck(this, trust).run();
    }
}
