package akashi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one trust file line by line; used once. */
final class TrustReader {
    private final Map<NoteVerifier, Long> logs = new LinkedHashMap<>();
    private final List<Trust.WitnessKey> witnesses = new ArrayList<>();
    private final Map<NoteVerifier, String> addresses = new HashMap<>();
    private final Map<String, Trust.Rule> rules = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private Trust.@Nullable Rule quorum;
    private boolean quorumSaid;

    Trust.Outcome read(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Trust.Fault fault = line(List.of(line.split("[ \t]+", -1)));
            if (fault != null) {
                return new Trust.Outcome.Broken(n + 1, fault);
            }
        }
        return new Trust.Outcome.Read(new Trust(logs, witnesses, addresses, quorum));
    }

    private Trust.@Nullable Fault line(List<String> words) {
        int count = words.size();
        return switch (words.getFirst()) {
            case "log" -> count == 2 || count == 3 ? log(words, Long.MAX_VALUE) : Trust.Fault.NOT_UNDERSTOOD;
            case "retired" -> count == 3 ? retired(words) : Trust.Fault.NOT_UNDERSTOOD;
            case "witness" -> count == 3 || count == 4 ? witness(words) : Trust.Fault.NOT_UNDERSTOOD;
            case "group" -> count >= 4 ? group(words) : Trust.Fault.NOT_UNDERSTOOD;
            case "quorum" -> count == 2 ? quorum(words.get(1)) : Trust.Fault.NOT_UNDERSTOOD;
            default -> count == 1 ? bare(words.getFirst()) : Trust.Fault.NOT_UNDERSTOOD;
        };
    }

    private Trust.@Nullable Fault log(List<String> words, long until) {
        NoteVerifier key = key(words.get(1));
        if (key == null) {
            return Trust.Fault.NOT_A_KEY;
        }
        if (key.kind() != KeyKind.LOG) {
            return Trust.Fault.OTHER_KIND;
        }
        if (logs.putIfAbsent(key, until) != null) {
            return Trust.Fault.TWICE;
        }
        if (words.size() == 3) {
            addresses.put(key, words.get(2));
        }
        return null;
    }

    /** {@code retired SIZE KEY}: the key counts for trees of up to that size. */
    private Trust.@Nullable Fault retired(List<String> words) {
        Long size = number(words.get(1));
        return size == null ? Trust.Fault.NOT_A_NUMBER : log(List.of("log", words.get(2)), size);
    }

    private Trust.@Nullable Fault witness(List<String> words) {
        NoteVerifier key = key(words.get(2));
        if (key == null) {
            return Trust.Fault.NOT_A_KEY;
        }
        if (key.kind() != KeyKind.WITNESS) {
            return Trust.Fault.OTHER_KIND;
        }
        if (words.size() == 4) {
            addresses.put(key, words.get(3));
        }
        return named(words.get(1), key);
    }

    private Trust.@Nullable Fault named(String name, NoteVerifier key) {
        boolean known = witnesses.stream().anyMatch(witness -> witness.key().equals(key));
        if (known || name.equals("none") || rules.putIfAbsent(name, new Trust.Rule.One(key)) != null) {
            return Trust.Fault.TWICE;
        }
        witnesses.add(new Trust.WitnessKey(name, key));
        return null;
    }

    private Trust.@Nullable Fault group(List<String> words) {
        List<Trust.Rule> of = new ArrayList<>();
        for (String name : words.subList(3, words.size())) {
            Trust.Rule rule = rules.get(name);
            if (rule == null) {
                return Trust.Fault.UNKNOWN_NAME;
            }
            if (rule.depth() == Trust.MAX_DEPTH) {
                return Trust.Fault.TOO_DEEP;
            }
            if (!members.add(name)) {
                return Trust.Fault.TWICE;
            }
            of.add(rule);
        }
        Long least = switch (words.get(2)) {
            case "any" -> 1L;
            case "all" -> (long) of.size();
            default -> number(words.get(2));
        };
        if (least == null || least < 1 || least > of.size()) {
            return Trust.Fault.NOT_A_NUMBER;
        }
        String name = words.get(1);
        boolean taken = name.equals("none") || rules.containsKey(name);
        rules.putIfAbsent(name, new Trust.Rule.Several(least.intValue(), of));
        return taken ? Trust.Fault.TWICE : null;
    }

    private Trust.@Nullable Fault quorum(String name) {
        if (quorumSaid) {
            return Trust.Fault.TWICE;
        }
        quorumSaid = true;
        quorum = rules.get(name);
        return quorum == null && !name.equals("none") ? Trust.Fault.UNKNOWN_NAME : null;
    }

    /** A key alone: trusted, wherever it signs. The same key twice says nothing new. */
    private Trust.@Nullable Fault bare(String word) {
        NoteVerifier key = key(word);
        if (key == null) {
            return Trust.Fault.NOT_A_KEY;
        }
        return switch (key.kind()) {
            case LOG -> {
                var _ = logs.putIfAbsent(key, Long.MAX_VALUE);
                yield null;
            }
            case WITNESS -> {
                boolean known =
                        witnesses.stream().anyMatch(witness -> witness.key().equals(key));
                yield known ? null : named(key.name(), key);
            }
        };
    }

    private static @Nullable NoteVerifier key(String word) {
        try {
            return NoteVerifier.parse(word);
        } catch (MalformedException e) {
            return null;
        }
    }

    private static @Nullable Long number(String word) {
        try {
            return Text.decimal(word, "the number");
        } catch (MalformedException e) {
            return null;
        }
    }
}
