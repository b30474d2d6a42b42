package akashi.launch;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** The demo's database below {@code akashi.home}, with the demo's settings, for measurements without its server. */
@NullMarked
public final class MeasuredDatabase implements AutoCloseable {
    private final DemoDatabase database;

    private MeasuredDatabase(DemoDatabase database) {
        this.database = database;
    }

    /** Starts it, unless it runs. */
    public static MeasuredDatabase open() {
        return new MeasuredDatabase(DemoDatabase.open());
    }

    /** Its address. */
    public String url() {
        return database.login().url();
    }

    /** Password of the restricted role. */
    public String password() {
        return database.login().password();
    }

    /** The log's signing key. */
    public static Path key() {
        return Folder.demo().path().resolve("ledger.key");
    }

    @Override
    public void close() {
        database.close();
    }
}
