package akashi.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A private key in a file that the service alone can read, as it is or wrapped by a key in an HSM. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * Writes a key to a new file with mode 0600; on the disk when this returns.
     *
     * @throws UncheckedIOException if the file exists already or cannot be written
     */
    public static void write(Path file, String privateText) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var out = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER))) {
                var text = ByteBuffer.wrap((privateText + "\n").getBytes(StandardCharsets.US_ASCII));
                while (text.hasRemaining()) {
                    var _ = out.write(text);
                }
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key could not be written to " + file, e);
        }
    }

    /**
     * Reads a key, and has it unwrapped where the file holds a wrapped one.
     *
     * @param setting named in the sentence that says what is wrong
     * @throws IllegalStateException with a sentence if the file is not there or may be used by others, or the HSM that
     *     wrapped the key cannot be used
     */
    public static String read(Path file, String setting) {
        String text = plain(file, setting);
        try {
            return WrappedKey.is(text) ? WrappedKey.unwrap(text) : text;
        } catch (IllegalStateException e) {
            throw new IllegalStateException(setting + ": " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the key in a file by the same, wrapped by a key in an HSM; by the same wrapped anew, if it was wrapped.
     *
     * @param config of the JDK's PKCS#11 provider
     * @param pinFile file of mode 0600 with the PIN
     * @param label of the wrapping key, which is made where it is not there
     * @throws IllegalStateException with a sentence if file or HSM cannot be used; the file is as it was then
     */
    public static void wrap(Path file, String setting, Path config, Path pinFile, String label) {
        String key = read(file, setting);
        String wrapped = WrappedKey.wrap(key, new WrappedKey.Hsm(config, pinFile, label));
        if (!WrappedKey.unwrap(wrapped).equals(key)) {
            throw new IllegalStateException(setting + ": the HSM gave back another key; nothing was changed");
        }
        Path beside = Path.of(file + ".wrapped");
        try {
            var _ = Files.deleteIfExists(beside);
            write(beside, wrapped);
            var _ = Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key could not be written to " + file, e);
        }
    }

    /** The text of a file that its owner alone can read. */
    static String plain(Path file, String setting) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException(setting + ": there is no key in " + file);
            }
            var rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            rights.removeAll(OWNER);
            if (!rights.isEmpty()) {
                throw new IllegalStateException(setting + ": " + file + " must have mode 0600, others can use it now");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": " + file + " cannot be read", e);
        }
    }
}
