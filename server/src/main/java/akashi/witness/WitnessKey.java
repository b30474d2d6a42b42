package akashi.witness;

import akashi.ledger.Cosigner;
import akashi.ledger.MalformedException;
import akashi.tlog.KeyFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The private key of a witness (立会人の署名鍵): a key of its own, never a ledger's. */
public final class WitnessKey {
    private static final String SETTING = "akashi.witness.key-file";

    private WitnessKey() {}

    /** The published name of a host as a witness. */
    public static String name(String host) {
        return host + "/witness";
    }

    /**
     * Makes a new key and writes it to a new file with mode 0600.
     *
     * @return the verifier key, to be given to the logs that are witnessed and to whoever checks them
     * @throws UncheckedIOException if the file exists already or cannot be written
     */
    public static String generate(Path file, String name) {
        Cosigner cosigner = Cosigner.generate(name);
        KeyFile.write(file, cosigner.privateText());
        return cosigner.verifier().text();
    }

    /**
     * The verifier key of the key in the file.
     *
     * @throws IllegalStateException with a sentence if the key is not there, may be used by others, or is no witness's
     */
    public static String verifier(Path file) {
        return read(file).verifier().text();
    }

    static Cosigner read(Path file) {
        try {
            return Cosigner.parse(KeyFile.read(file, SETTING));
        } catch (MalformedException e) {
            throw new IllegalStateException(SETTING + ": " + file + " holds no witness's key", e);
        }
    }
}
