package akashi.reorganization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import found, line by line: every fault, every repair, and what each line would do or did. */
public record ImportReport(List<FileRead> files, List<Fault> faults, List<Repair> repairs, List<Effect> effects) {
    public ImportReport {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
        repairs = List.copyOf(repairs);
        effects = List.copyOf(effects);
    }

    /**
     * A file and how it was read.
     *
     * @param kind message key of what it holds, null if its header says nothing known
     * @param encoding {@code UTF-8}, {@code UTF-8 (BOM)} or {@code CP932}; empty if neither fits
     * @param lines lines of data
     */
    public record FileRead(String name, @Nullable String kind, String encoding, int lines) {}

    /**
     * Something that keeps the whole import from being applied.
     *
     * @param line line of the file, the header is 1; 0 where it is the file as a whole
     * @param column the header's name, empty where it is the line as a whole
     * @param message key of a message that says what is wrong and the way out
     */
    public record Fault(String file, int line, String column, String message, List<Object> args) {
        public Fault {
            args = List.copyOf(args);
        }
    }

    /** Something that was written in another way than expected and could be read without guessing. */
    public record Repair(String file, int line, String column, String from, String to) {}

    /**
     * What one line does.
     *
     * @param subject whom or what it is about, as people write it
     * @param late whether it reaches back before today
     */
    public record Effect(String file, int line, Change change, String subject, boolean late) {}

    /** The kinds of change. */
    public enum Change {
        /** Somebody or something new, or a further line of it. */
        ADDED,
        /** Ends the line before and goes on with other content. */
        CHANGED,
        /** Other content for a time, then as before. */
        CHANGED_FOR_A_TIME,
        /** Sets an end. */
        ENDED,
        /** Takes the place of a line that has not applied yet. */
        REPLACED,
        /** Says what is held already. */
        UNCHANGED
    }

    /** Whether it can be applied. */
    public boolean clean() {
        return faults.isEmpty();
    }

    /** How many lines make this change. */
    public long count(Change change) {
        return effects.stream().filter(effect -> effect.change() == change).count();
    }
}
