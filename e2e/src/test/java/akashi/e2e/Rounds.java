package akashi.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * How far the rounds of a long test have come, kept in a folder: a run that was stopped in the middle goes on after its
 * last whole round, on the same database; one of another commit, or a finished one, starts over.
 */
final class Rounds {
    private final Path folder;
    private final String commit;
    private final List<Long> answered = new ArrayList<>();
    private int done;

    private Rounds(Path folder, String commit) {
        this.folder = folder;
        this.commit = commit;
    }

    /** What the folder knows about rounds of this commit; an empty start otherwise. */
    static Rounds in(Path folder, String commit) throws IOException {
        var rounds = new Rounds(folder, commit);
        var state = rounds.state();
        ProcessHandle.of(Long.parseLong(state.getProperty("program", "0")))
                .filter(left -> left.info().commandLine().orElse("").contains(folder.toString()))
                .ifPresent(ProcessHandle::destroyForcibly);
        if (!commit.equals(state.getProperty("commit"))) {
            rounds.clear();
        } else {
            rounds.done = Integer.parseInt(state.getProperty("done"));
            for (var line : Files.readAllLines(rounds.answers())) {
                rounds.answered.add(Long.valueOf(line));
            }
        }
        Files.createDirectories(rounds.home());
        return rounds;
    }

    /** Folder of the program under test. */
    Path home() {
        return folder.resolve("home");
    }

    int done() {
        return done;
    }

    /** Places in the log of every answer of every whole round. */
    List<Long> answered() {
        return List.copyOf(answered);
    }

    /** Notes which process is under test, so that the next run finds it should this one be killed. */
    void begin(long program) throws IOException {
        write(program);
    }

    /** Notes a whole round with the answers that reached somebody in it. */
    void finish(List<Long> answers) throws IOException {
        answered.addAll(answers);
        done++;
        Files.writeString(
                answers(),
                answered.stream().map(index -> index + "\n").collect(Collectors.joining()),
                StandardCharsets.US_ASCII);
        write(0);
    }

    /** Forgets everything, database and all: the next run starts over. */
    void clear() throws IOException {
        answered.clear();
        done = 0;
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void write(long program) throws IOException {
        var state = new Properties();
        state.setProperty("commit", commit);
        state.setProperty("done", Integer.toString(done));
        state.setProperty("program", Long.toString(program));
        var next = folder.resolve("state.next");
        if (!Files.exists(answers())) {
            Files.createFile(answers());
        }
        try (var out = Files.newBufferedWriter(next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            state.store(out, null);
        }
        Files.move(next, folder.resolve("state"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Properties state() throws IOException {
        var state = new Properties();
        var file = folder.resolve("state");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                state.load(in);
            }
        }
        return state;
    }

    private Path answers() {
        return folder.resolve("answered");
    }
}
