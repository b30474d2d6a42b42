package akashi.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose signatures count: keys of logs, keys of witnesses, and how many of these must have cosigned. Read from a trust
 * file (docs/formats/trust.md), which is a policy of c2sp.org/tlog-policy with two additions: a line that is a verifier
 * key alone, and {@code retired}, which ends a log's key at a size.
 */
public final class Trust {
    /** Groups in one another beyond this are refused. */
    public static final int MAX_DEPTH = 16;

    private final Map<NoteVerifier, Long> logs;
    private final List<WitnessKey> witnesses;
    private final Map<NoteVerifier, String> addresses;
    private final @Nullable Rule quorum;

    Trust(
            Map<NoteVerifier, Long> logs,
            List<WitnessKey> witnesses,
            Map<NoteVerifier, String> addresses,
            @Nullable Rule quorum) {
        this.logs = new LinkedHashMap<>(logs);
        this.witnesses = List.copyOf(witnesses);
        this.addresses = Map.copyOf(addresses);
        this.quorum = quorum;
    }

    /**
     * A witness as a trust file names it.
     *
     * @param name by which groups and the quorum refer to it
     */
    public record WitnessKey(String name, NoteVerifier key) {}

    /** Who must have cosigned: one witness, or at least so many of some rules. */
    sealed interface Rule {
        /** Whether these keys are enough. */
        boolean met(Set<NoteVerifier> cosigned);

        /** How many groups stand in one another; 0 for a witness. */
        int depth();

        /** One witness. */
        record One(NoteVerifier key) implements Rule {
            @Override
            public boolean met(Set<NoteVerifier> cosigned) {
                return cosigned.contains(key);
            }

            @Override
            public int depth() {
                return 0;
            }
        }

        /** At least {@code least} of the members. */
        record Several(int least, List<Rule> members) implements Rule {
            public Several {
                members = List.copyOf(members);
            }

            @Override
            public boolean met(Set<NoteVerifier> cosigned) {
                return members.stream().filter(member -> member.met(cosigned)).count() >= least;
            }

            @Override
            public int depth() {
                return 1 + members.stream().mapToInt(Rule::depth).max().orElse(0);
            }
        }
    }

    /** What reading a trust file came to. */
    public sealed interface Outcome {
        /** Every line was understood. */
        record Read(Trust trust) implements Outcome {}

        /**
         * A line that cannot be understood.
         *
         * @param line counted from 1
         */
        record Broken(int line, Fault fault) implements Outcome {}
    }

    /** What is wrong with a line of a trust file. */
    public enum Fault {
        /** Neither a verifier key nor one of the lines the format knows. */
        NOT_UNDERSTOOD,
        /** Something that must be a verifier key is not one. */
        NOT_A_KEY,
        /** A log's key where a witness's belongs, or the other way round. */
        OTHER_KIND,
        /** A key or a name that stands in the file already. */
        TWICE,
        /** A witness or group that no line above defines. */
        UNKNOWN_NAME,
        /** A number out of its range. */
        NOT_A_NUMBER,
        /** More than {@link #MAX_DEPTH} groups in one another. */
        TOO_DEEP
    }

    /** Trusts these keys without asking for a witness. */
    public static Trust of(Collection<NoteVerifier> keys) {
        Map<NoteVerifier, Long> logs = new LinkedHashMap<>();
        List<WitnessKey> witnesses = new ArrayList<>();
        for (NoteVerifier key : keys) {
            switch (key.kind()) {
                case LOG -> logs.put(key, Long.MAX_VALUE);
                case WITNESS -> witnesses.add(new WitnessKey(key.name(), key));
            }
        }
        return new Trust(logs, witnesses, Map.of(), null);
    }

    /** Reads a trust file; UTF-8, lines ended by LF or CR LF. */
    public static Outcome parse(byte[] file) {
        return new TrustReader().read(file);
    }

    /** Every key, those of logs first. */
    public List<NoteVerifier> keys() {
        List<NoteVerifier> keys = new ArrayList<>(logs.keySet());
        witnesses.forEach(witness -> keys.add(witness.key()));
        return List.copyOf(keys);
    }

    /** Keys of logs by origin, those that were retired included. */
    public Map<String, List<NoteVerifier>> logs() {
        return logs.keySet().stream().collect(Collectors.groupingBy(NoteVerifier::name));
    }

    /** Keys of logs by origin, without those that were retired. */
    public Map<String, List<NoteVerifier>> logsInForce() {
        return logs.entrySet().stream()
                .filter(log -> log.getValue() == Long.MAX_VALUE)
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(NoteVerifier::name));
    }

    /** The witnesses, in the order of the file. */
    public List<WitnessKey> witnesses() {
        return witnesses;
    }

    /** Where a log or a witness is reached, as the file says it; nothing where it does not. */
    public Optional<String> address(NoteVerifier key) {
        return Optional.ofNullable(addresses.get(key));
    }

    /** Whether this log's key may have signed a tree of that size: known, and not retired before. */
    public boolean allows(NoteVerifier log, long size) {
        Long until = logs.get(log);
        return until != null && size <= until;
    }

    /** Whether checkpoints must be cosigned at all. */
    public boolean asksForWitnesses() {
        return quorum != null;
    }

    /** Whether cosignatures by these keys are enough; always, where none are asked for. */
    public boolean quorum(Collection<NoteVerifier> cosigned) {
        return quorum == null || quorum.met(Set.copyOf(cosigned));
    }
}
