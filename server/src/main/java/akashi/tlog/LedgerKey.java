package akashi.tlog;

import akashi.ledger.MalformedException;
import akashi.ledger.NoteSigner;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The private key of a ledger (署名鍵) in a file that the service alone can read. */
public final class LedgerKey {
    private static final String SETTING = "akashi.usage.key-file";

    private LedgerKey() {}

    /** The published name of a node's ledger. */
    public static String origin(String host, String node) {
        return host + "/" + node;
    }

    /**
     * Makes a new key and writes it to a new file with mode 0600; on the disk when this returns.
     *
     * @return the verifier key, to be published
     * @throws UncheckedIOException if the file exists already or cannot be written
     */
    public static String generate(Path file, String origin) {
        NoteSigner signer = NoteSigner.generate(origin);
        KeyFile.write(file, signer.privateText());
        return signer.verifier().text();
    }

    /**
     * The verifier key of the key in the file.
     *
     * @throws IllegalStateException with a sentence if the key is not there, may be used by others, or belongs to
     *     another ledger
     */
    public static String verifier(Path file, String origin) {
        return read(file, origin).verifier().text();
    }

    /** Reads the key, or says in one sentence why it may not be used. */
    static NoteSigner read(Path file, String origin) {
        try {
            NoteSigner signer = NoteSigner.parse(KeyFile.read(file, SETTING));
            if (!signer.verifier().name().equals(origin)) {
                throw new IllegalStateException(SETTING + ": the key in " + file + " belongs to "
                        + signer.verifier().name() + ", not to " + origin);
            }
            return signer;
        } catch (MalformedException e) {
            throw new IllegalStateException(SETTING + ": " + file + " holds no ledger key", e);
        }
    }
}
