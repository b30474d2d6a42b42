package akashi.launch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of a command line: flags, and names with a value. */
record Options(Set<String> flags, Map<String, String> values) {
    Options {
        flags = Set.copyOf(flags);
        values = Map.copyOf(values);
    }

    /**
     * Reads a command line.
     *
     * @throws Refusal for a word that is neither a known flag nor a known name
     */
    static Options of(List<String> words, List<String> flags, List<String> names) {
        var given = new HashSet<String>();
        var values = new HashMap<String, String>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (flags.contains(word)) {
                given.add(word);
            } else if (names.contains(word) && rest.hasNext()) {
                values.put(word, rest.next());
            } else {
                throw Refusal.usage("'" + word + "' is not understood here; known are " + flags + " and " + names);
            }
        }
        return new Options(given, values);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /**
     * The number after a name, or empty.
     *
     * @throws Refusal unless it is a whole number up to a hundred million
     */
    Optional<Integer> number(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> {
            if (!text.matches("[0-9]{1,8}")) {
                throw Refusal.usage(name + " needs a whole number, not '" + text + "'");
            }
            return Integer.valueOf(text);
        });
    }

    /**
     * The port after {@code --port}, or empty.
     *
     * @throws Refusal unless it is a number from 1 to 65535
     */
    Optional<Integer> port() {
        return Optional.ofNullable(values.get("--port")).map(text -> {
            if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
                throw Refusal.usage("--port needs a number from 1 to 65535, not '" + text + "'");
            }
            return Integer.valueOf(text);
        });
    }
}
