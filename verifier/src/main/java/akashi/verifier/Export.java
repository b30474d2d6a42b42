package akashi.verifier;

import akashi.ledger.EntryBundle;
import akashi.ledger.ExportLayout;
import akashi.ledger.PrivateBundle;
import akashi.ledger.TileCoordinate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of an exported log. Each is read when it is asked for; a file that is not there comes back as null. */
final class Export {
    private final Path folder;
    private final boolean privateParts;

    Export(Path folder) {
        this.folder = folder;
        this.privateParts = Files.isDirectory(folder.resolve(ExportLayout.PRIVATE));
    }

    /** Whether this is an export in the format this program knows. */
    boolean known() {
        byte[] about = file(ExportLayout.ABOUT);
        return about != null && new String(about, StandardCharsets.UTF_8).startsWith(ExportLayout.FORMAT + "\n");
    }

    /** Whether private parts were exported. */
    boolean hasPrivateParts() {
        return privateParts;
    }

    byte @Nullable [] checkpoint() {
        return file(ExportLayout.CHECKPOINT);
    }

    /** A bundle's entries, as many as there are; none if the file is missing. */
    List<byte[]> entries(long bundle, int width) {
        TileCoordinate wanted = new TileCoordinate(TileCoordinate.ENTRIES, bundle, width);
        byte[] found = file(wanted.path());
        if (found != null) {
            return EntryBundle.parse(found, width);
        }
        int shorter = narrower(new TileCoordinate(TileCoordinate.ENTRIES, bundle, TileCoordinate.FULL).path(), width);
        byte[] cut = shorter == 0 ? null : file(new TileCoordinate(TileCoordinate.ENTRIES, bundle, shorter).path());
        return cut == null ? List.of() : EntryBundle.parse(cut, shorter);
    }

    byte @Nullable [] tile(int level, long index, int width) {
        return file(new TileCoordinate(level, index, width).path());
    }

    List<PrivateBundle.Part> privateParts(long bundle) {
        byte[] parts = file(ExportLayout.privateParts(bundle));
        return parts == null ? List.of() : PrivateBundle.parse(parts);
    }

    /** The notes in the file of checkpoints with that number; empty behind the last. */
    List<byte[]> checkpoints(long number) {
        String path = ExportLayout.checkpoints(number, TileCoordinate.FULL);
        byte[] full = file(path);
        if (full != null) {
            return EntryBundle.parse(full, TileCoordinate.FULL);
        }
        int width = narrower(path, TileCoordinate.FULL);
        byte[] last = width == 0 ? null : file(ExportLayout.checkpoints(number, width));
        return last == null ? List.of() : EntryBundle.parse(last, width);
    }

    /** The largest width below the given one of which there is a partial file; 0 if there is none. */
    private int narrower(String path, int below) {
        Path partials = folder.resolve(path + ".p");
        if (!Files.isDirectory(partials)) {
            return 0;
        }
        try (Stream<Path> names = Files.list(partials)) {
            return names.map(name -> String.valueOf(name.getFileName()))
                    .filter(name -> name.matches("[1-9][0-9]{0,2}"))
                    .mapToInt(Integer::parseInt)
                    .filter(width -> width < below)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte @Nullable [] file(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
