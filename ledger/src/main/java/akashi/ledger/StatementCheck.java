package akashi.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the check of a statement: first what needs no key, then the signatures. */
final class StatementCheck {
    private final Statement statement;
    private final Trust trust;
    private final Map<String, Head> heads = new HashMap<>();

    StatementCheck(Statement statement, Trust trust) {
        this.statement = statement;
        this.trust = trust;
    }

    /** A checkpoint with the note that carries it. */
    private record Head(SignedNote note, Checkpoint checkpoint) {
        static Head parse(String text) {
            SignedNote note = SignedNote.parse(text);
            return new Head(note, Checkpoint.parse(note.text()));
        }
    }

    StatementVerdict run() {
        if (!sealed()) {
            return no(StatementVerdict.ALTERED, 0);
        }
        try {
            for (Map.Entry<String, String> one : statement.checkpoints().entrySet()) {
                heads.put(one.getKey(), Head.parse(one.getValue()));
            }
            // all uses of the seal's own log are proved to the seal's checkpoint
            Head own = Head.parse(TlogProof.parse(statement.seal().proof()).checkpoint());
            heads.put(own.checkpoint().origin(), own);
        } catch (MalformedException e) {
            return no(Verdict.Reason.CHECKPOINT_MALFORMED.code(), 0);
        }
        List<Statement.Stated> uses = statement.uses();
        int whole = 0;
        for (int n = 0; n < uses.size(); n++) {
            String fault = fault(uses.get(n), statement.proofs().get(n));
            if (fault != null) {
                return no(fault, n + 1);
            }
            whole += statement.proofs().get(n).entry() == null ? 0 : 1;
        }
        return signed(uses.size(), whole);
    }

    /** Whether the sealing entry is one and holds the hash of this content. */
    private boolean sealed() {
        try {
            return CanonicalJson.parse(statement.seal().entry()) instanceof Map<?, ?> entry
                    && Statement.SEAL.equals(entry.get("act"))
                    && entry.get("facts") instanceof Map<?, ?> facts
                    && Statement.hash(statement.content()).toBase64().equals(facts.get(Statement.FACT));
        } catch (MalformedException e) {
            return false;
        }
    }

    private @Nullable String fault(Statement.Stated use, Statement.Proof proof) {
        Head head = heads.get(use.log());
        if (head == null || !head.checkpoint().origin().equals(use.log())) {
            return StatementVerdict.NO_CHECKPOINT;
        }
        Checkpoint checkpoint = head.checkpoint();
        if (!Merkle.verifyInclusion(use.index(), checkpoint.size(), use.leaf(), proof.path(), checkpoint.root())) {
            return StatementVerdict.USE_NOT_INCLUDED;
        }
        return proof.entry() == null || says(proof.entry(), use) ? null : StatementVerdict.USE_DIFFERS;
    }

    private static boolean says(String entry, Statement.Stated use) {
        try {
            return Merkle.leafHash(Text.bytes(entry)).equals(use.leaf())
                    && CanonicalJson.parse(entry) instanceof Map<?, ?> members
                    && within(use.shown(), members);
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Whether every member shown stands in the entry with the same value. */
    private static boolean within(Map<?, ?> shown, Map<?, ?> entry) {
        return shown.entrySet().stream().allMatch(member -> {
            Object there = entry.get(member.getKey());
            if (member.getValue() instanceof Map<?, ?> inner && there instanceof Map<?, ?> outer) {
                return within(inner, outer);
            }
            return member.getValue().equals(there);
        });
    }

    private StatementVerdict signed(int uses, int whole) {
        return switch (statement.seal().verify(trust)) {
            case Verdict.NotVerified(Verdict.Reason reason) -> no(reason.code(), 0);
            case Verdict.Verified seal -> {
                for (Head head : heads.values()) {
                    if (CheckpointCheck.check(head.note(), head.checkpoint(), trust)
                            instanceof CheckpointCheck.Fault(Verdict.Reason reason)) {
                        yield no(reason.code(), 0);
                    }
                }
                yield new StatementVerdict.Verified(seal, uses, whole);
            }
        };
    }

    private static StatementVerdict no(String reason, int use) {
        return new StatementVerdict.NotVerified(reason, use);
    }
}
