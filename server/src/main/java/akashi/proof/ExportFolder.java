package akashi.proof;

import akashi.ledger.ExportLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The files of an export while they are written: below a name of their own ({@code .partial} behind the final one),
 * renamed when all are there. What an earlier export that was stopped left under that name is removed; of anything else
 * there nothing is touched. The owner alone may read it, because private parts are in it.
 */
final class ExportFolder implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private @Nullable Path lastParent;

    private ExportFolder(Path target, Path partial) {
        this.target = target;
        this.partial = partial;
    }

    static ExportFolder begin(Path target, String origin) {
        Path absolute = target.toAbsolutePath().normalize();
        Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try {
            if (Files.exists(absolute)) {
                throw new FileAlreadyExistsException(absolute.toString());
            }
            if (Files.exists(partial)) {
                removeOwn(partial);
            }
            var parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (absolute.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The export " + target + " cannot be begun", e);
        }
        var folder = new ExportFolder(absolute, partial);
        folder.write(ExportLayout.ABOUT, about(origin).getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    private static String about(String origin) {
        return ExportLayout.FORMAT + "\n\n" + origin + "\n\n"
                + "利用記録台帳の書き出しです。検証鍵は、この書き出しとは別の経路で入手してください。\n"
                + "An export of a usage log. Get the verifier key some other way than with this export.\n\n"
                + "    java -jar verifier.jar verify --all DIR --key FILE\n";
    }

    void folder(String name) {
        try {
            Files.createDirectory(partial.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + name + " cannot be made in the export", e);
        }
    }

    /** Writes a new file; the folders above it are made. */
    void write(String path, byte[] content) {
        Path file = partial.resolve(path);
        try {
            Path parent = file.getParent();
            if (parent != null && !parent.equals(lastParent)) {
                Files.createDirectories(parent);
                lastParent = parent;
            }
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be written to the export", e);
        }
    }

    /** Gives the export its name. */
    void complete() {
        try {
            var _ = Files.move(partial, target);
        } catch (IOException e) {
            throw new UncheckedIOException("The export cannot be given its name " + target, e);
        }
    }

    /** Removes what was written of an export that was not completed. */
    @Override
    public void close() {
        try {
            if (Files.exists(partial)) {
                FileSystemUtils.deleteRecursively(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was written to " + partial + " cannot be removed", e);
        }
    }

    private static void removeOwn(Path folder) throws IOException {
        Path about = folder.resolve(ExportLayout.ABOUT);
        if (!Files.isRegularFile(about) || !Files.readString(about).startsWith(ExportLayout.FORMAT + "\n")) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
