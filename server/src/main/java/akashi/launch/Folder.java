package akashi.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/**
 * The folder below {@code var/} in which {@code demo} keeps its database, key and secrets. Everything in it is readable
 * by the account that runs Akashi alone.
 */
record Folder(Path path) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The demo's folder: below the project, or below the working folder when started from a jar alone. */
    static Folder demo() {
        return new Folder(var().resolve("demo"));
    }

    /** What the program writes by itself, below its own folder. */
    static Path var() {
        return Path.of(System.getProperty("akashi.home", ".")).resolve("var");
    }

    /** @throws Refusal when it cannot be made or written to */
    void create() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new Refusal(
                    path + " はフォルダーではありません。取り除くか名前を変えてください。 / " + path + " is not a folder; remove or rename it.");
        }
        try {
            Files.createDirectories(path);
            if (!Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new Refusal("フォルダー " + path + " に書けません。この利用者が書ける場所で実行してください。 / the folder " + path
                    + " cannot be written to by this account; run the demo where it can write.");
        }
    }

    /** A secret kept under this name; made at first use, 24 random bytes. */
    String secret(String name) {
        var file = path.resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException first) {
            return makeSecret(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be read", e);
        }
    }

    void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new Refusal("フォルダー " + path + " を空にできません。権限を確かめてください。 / the folder " + path
                    + " cannot be emptied; check its rights.");
        }
    }

    private static String makeSecret(Path file) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            Files.writeString(file, secret + "\n");
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + file + " cannot be written", e);
        }
        return secret;
    }
}
