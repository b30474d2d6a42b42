package akashi.verifier;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; {@code lang} is empty where the environment decides. */
sealed interface Arguments {
    /** Check one file. */
    record Check(String lang, Path file, @Nullable Path keyFile) implements Arguments {}

    /** Check an exported log; {@code kept} are files with checkpoints that were kept outside of it. */
    record All(String lang, Path folder, @Nullable Path keyFile, List<Path> kept) implements Arguments {
        public All {
            kept = List.copyOf(kept);
        }
    }

    /** Run test vectors. */
    record Vectors(String lang, Path folder) implements Arguments {}

    /** Show how to call it. */
    record Help(String lang) implements Arguments {}

    /** Not understood: the message to show, and what it is about. */
    record Wrong(String lang, String key, String what) implements Arguments {}

    static Arguments parse(Collection<String> args) {
        return new Reader(args).read();
    }

    /** Takes the words one by one. */
    final class Reader {
        private static final Set<String> HELP = Set.of("help", "--help", "-h");

        private final Deque<String> rest;
        private String lang = "";
        private @Nullable String file;
        private @Nullable String keyFile;
        private @Nullable String folder;
        private @Nullable String all;
        private final List<String> kept = new ArrayList<>();

        private Reader(Collection<String> args) {
            this.rest = new ArrayDeque<>(args);
        }

        private Arguments read() {
            if (rest.isEmpty()) {
                return new Wrong(lang, "wrong.nothing", "");
            }
            String command = rest.removeFirst();
            if (!HELP.contains(command) && !command.equals("verify")) {
                return new Wrong(lang, "wrong.command", command);
            }
            boolean help = HELP.contains(command);
            while (!rest.isEmpty()) {
                String word = rest.removeFirst();
                if (HELP.contains(word) && word.startsWith("-")) {
                    help = true;
                } else if (!take(word)) {
                    return new Wrong(lang, word.startsWith("--") ? "wrong.option" : "wrong.word", word);
                }
            }
            return help ? new Help(lang) : request();
        }

        /** False if the word is unknown, comes twice, or lacks its value. */
        private boolean take(String word) {
            return switch (word) {
                case "--lang" -> {
                    String value = rest.isEmpty() ? "" : rest.removeFirst();
                    boolean known = lang.isEmpty() && List.of("ja", "en").contains(value);
                    lang = known ? value : lang;
                    yield known;
                }
                case "--key" -> {
                    boolean first = keyFile == null && !rest.isEmpty();
                    keyFile = first ? rest.removeFirst() : keyFile;
                    yield first;
                }
                case "--all" -> {
                    boolean first = all == null && !rest.isEmpty();
                    all = first ? rest.removeFirst() : all;
                    yield first;
                }
                case "--checkpoint" -> !rest.isEmpty() && kept.add(rest.removeFirst());
                case "--vectors" -> {
                    boolean first = folder == null && !rest.isEmpty();
                    folder = first ? rest.removeFirst() : folder;
                    yield first;
                }
                default -> {
                    boolean first = file == null && !word.startsWith("--");
                    file = first ? word : file;
                    yield first;
                }
            };
        }

        private Arguments request() {
            try {
                if (all != null) {
                    return file == null && folder == null
                            ? new All(
                                    lang,
                                    Path.of(all),
                                    keyFile == null ? null : Path.of(keyFile),
                                    kept.stream().map(Path::of).toList())
                            : new Wrong(lang, "wrong.all", all);
                }
                if (!kept.isEmpty()) {
                    return new Wrong(lang, "wrong.checkpoint", "");
                }
                if (folder != null) {
                    return file == null && keyFile == null
                            ? new Vectors(lang, Path.of(folder))
                            : new Wrong(lang, "wrong.vectors", folder);
                }
                if (file == null) {
                    return new Wrong(lang, "wrong.file", "");
                }
                return new Check(lang, Path.of(file), keyFile == null ? null : Path.of(keyFile));
            } catch (InvalidPathException e) {
                return new Wrong(lang, "wrong.word", e.getInput());
            }
        }
    }
}
