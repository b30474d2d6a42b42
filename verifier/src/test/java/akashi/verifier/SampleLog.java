package akashi.verifier;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Checkpoint;
import akashi.ledger.Commitment;
import akashi.ledger.Cosigner;
import akashi.ledger.EntryBundle;
import akashi.ledger.ExportLayout;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.PrivateBundle;
import akashi.ledger.SignedNote;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TreeWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An exported log of any size, true in itself; every fourth entry has no private part. */
final class SampleLog {
    static final String ORIGIN = "police.example.jp/node1";
    static final NoteSigner SIGNER = NoteSigner.generate(ORIGIN);
    static final Cosigner WITNESS = Cosigner.generate("peer.example.jp/witness");

    final Path folder;
    final Path keys;
    /** How many were signed, each cosigned. */
    int checkpoints;

    private SampleLog(Path folder, Path keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Writes one of so many entries, with some checkpoints on the way and one over all of them. */
    static SampleLog write(Path below, int size) {
        return write(below.resolve("export"), below.resolve("trust.txt"), SIGNER, size, List.of());
    }

    /** Writes another log of the site, with these entries behind its own. */
    static SampleLog write(Path folder, Path keys, NoteSigner signer, int own, List<byte[]> more) {
        SampleLog log = new SampleLog(folder, keys);
        int size = own + more.size();
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> notes = new ArrayList<>();
        Map<TileCoordinate, byte[]> full = new HashMap<>();
        TreeWriter tree = new TreeWriter(full::put);
        for (int n = 0; n < size; n++) {
            entries.add(n < own ? entry(n) : more.get(n - own));
            tree.append(Merkle.leafHash(entries.getLast()));
            if (tree.size() % (n < 1000 ? 97 : 4999) == 0 || tree.size() == size) {
                notes.add(note(new Checkpoint(signer.verifier().name(), tree.size(), tree.root()), signer)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        log.checkpoints = notes.size();
        log.put(ExportLayout.ABOUT, (ExportLayout.FORMAT + "\n").getBytes(StandardCharsets.UTF_8));
        log.put(ExportLayout.CHECKPOINT, notes.getLast());
        log.bundles(entries, own);
        full.forEach((tile, hashes) -> log.put(tile.path(), hashes));
        for (int level = 0; size >>> (8 * level) > 0; level++) {
            long hashes = (long) size >>> (8 * level);
            int width = (int) (hashes % 256);
            if (width > 0) {
                log.put(new TileCoordinate(level, hashes / 256, width).path(), tree.tile(level, hashes / 256, width));
            }
        }
        for (int n = 0; n < notes.size(); n += 256) {
            List<byte[]> some = notes.subList(n, Math.min(notes.size(), n + 256));
            log.put(ExportLayout.checkpoints(n / 256, some.size()), EntryBundle.format(some));
        }
        log.putText(
                log.keys, signer.verifier().text() + "\n" + WITNESS.verifier().text() + "\n");
        return log;
    }

    private void bundles(List<byte[]> entries, int own) {
        for (int n = 0; n < entries.size(); n += 256) {
            List<byte[]> some = entries.subList(n, Math.min(entries.size(), n + 256));
            put(new TileCoordinate(TileCoordinate.ENTRIES, n / 256, some.size()).path(), EntryBundle.format(some));
            List<PrivateBundle.Part> parts = new ArrayList<>();
            for (int place = 0; place < some.size(); place++) {
                if (n + place < own && hasPrivatePart(n + place)) {
                    parts.add(new PrivateBundle.Here(place, salt(n + place), body(n + place)));
                }
            }
            put(ExportLayout.privateParts(n / 256), PrivateBundle.format(parts));
        }
    }

    static boolean hasPrivatePart(int n) {
        return n % 4 != 0;
    }

    static byte[] entry(int n) {
        Map<String, Object> members = new HashMap<>();
        members.put("act", "EXISTENCE");
        members.put("facts", Map.of("private", "not this one \" \\ {", "n", n));
        if (hasPrivatePart(n)) {
            members.put("private", Commitment.of(salt(n), body(n)).toBase64());
        }
        return CanonicalJson.canonical(members);
    }

    static byte[] salt(int n) {
        byte[] salt = new byte[Commitment.SALT];
        salt[0] = (byte) n;
        return salt;
    }

    static byte[] body(int n) {
        return ("{\"text\":\"" + n + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    static String note(Checkpoint checkpoint) {
        return note(checkpoint, SIGNER);
    }

    private static String note(Checkpoint checkpoint, NoteSigner signer) {
        return SignedNote.of(checkpoint, signer)
                .with(List.of(WITNESS.cosign(checkpoint, Instant.parse("2026-11-22T13:07:31Z"))))
                .format();
    }

    /** Puts a file of the export in place of the one that may be there. */
    void put(String path, byte[] content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void putText(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String path) {
        try {
            Files.delete(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] get(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run verify(String... more) {
        List<String> args = new ArrayList<>(List.of("verify", "--all", folder.toString(), "--key", keys.toString()));
        args.addAll(List.of(more));
        return Run.with(args.toArray(String[]::new));
    }
}
