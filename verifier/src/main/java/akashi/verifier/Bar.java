package akashi.verifier;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A progress bar, on a terminal only. */
final class Bar implements LongConsumer {
    private static final int STEPS = 40;

    private final PrintStream terminal;
    private final long all;
    private long shown = -1;

    private Bar(PrintStream terminal, long all) {
        this.terminal = terminal;
        this.all = all;
    }

    /** On the error output if a person looks at it, otherwise silent. */
    @SuppressWarnings("SystemConsoleNull") // which it is again in JDK 25 where the output is redirected
    static LongConsumer of(PrintStream err, long all) {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal() && all > 0 ? new Bar(err, all) : _ -> {};
    }

    @Override
    public void accept(long done) {
        long percent = done * 100 / all;
        if (percent == shown) {
            return;
        }
        shown = percent;
        int full = (int) (percent * STEPS / 100);
        terminal.print("\r[" + "#".repeat(full) + ".".repeat(STEPS - full) + "] " + percent + " %"
                + (done >= all ? "\n" : ""));
        terminal.flush();
    }
}
