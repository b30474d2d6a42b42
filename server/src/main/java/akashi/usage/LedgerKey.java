package akashi.usage;

import akashi.ledger.MalformedException;
import akashi.ledger.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** The private key of a ledger (署名鍵) in a file that the service alone can read. */
public final class LedgerKey {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var out = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER))) {
                var text = ByteBuffer.wrap((signer.privateText() + "\n").getBytes(StandardCharsets.US_ASCII));
                while (text.hasRemaining()) {
                    var _ = out.write(text);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger's key could not be written to " + file, e);
        }
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
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException("akashi.usage.key-file: there is no key in " + file);
            }
            var rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            rights.removeAll(OWNER);
            if (!rights.isEmpty()) {
                throw new IllegalStateException(
                        "akashi.usage.key-file: " + file + " must have mode 0600, others can use it now");
            }
            NoteSigner signer = NoteSigner.parse(Files.readString(file).strip());
            if (!signer.verifier().name().equals(origin)) {
                throw new IllegalStateException("akashi.usage.key-file: the key in " + file + " belongs to "
                        + signer.verifier().name() + ", not to " + origin);
            }
            return signer;
        } catch (MalformedException e) {
            throw new IllegalStateException("akashi.usage.key-file: " + file + " holds no ledger key", e);
        } catch (IOException e) {
            throw new IllegalStateException("akashi.usage.key-file: " + file + " cannot be read", e);
        }
    }
}
