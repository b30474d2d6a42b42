package akashi.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Vectors about tiles: their paths, a small log by the reference implementation, a large generated one. */
final class TileVectors {
    private TileVectors() {}

    static void paths(byte[] content, KnownAnswers answers) {
        VectorCase file = VectorCase.file(content);
        for (VectorCase entry : file.objects("entriesForIndex")) {
            String path = entry.text("path");
            answers.check(
                    path,
                    () -> TileCoordinate.bundleOf(entry.number("seq"), entry.number("logSize"))
                            .path()
                            .equals(path));
        }
        for (VectorCase tile : file.objects("tilePath")) {
            String path = tile.text("path");
            answers.check(path, () -> {
                TileCoordinate named = new TileCoordinate(
                        (int) tile.number("level"), tile.number("index"), width(tile.number("partial")));
                return named.path().equals(path) && TileCoordinate.parse(path).equals(named);
            });
        }
        for (VectorCase parse : file.objects("parse")) {
            String path = "tile/" + parse.text("level") + "/" + parse.text("index");
            boolean right = KnownAnswers.accepted(() -> {
                TileCoordinate tile = TileCoordinate.parse(path);
                return !parse.flag("ok")
                        || (tile.index() == parse.number("wantIndex")
                                && tile.width() == width(parse.number("wantPartial")));
            });
            answers.check(path, right == parse.flag("ok"));
        }
    }

    private static int width(long partial) {
        return partial == 0 ? TileCoordinate.FULL : (int) partial;
    }

    static void smallLog(byte[] content, KnownAnswers answers) {
        VectorCase file = VectorCase.file(content);
        NoteVerifier key = NoteVerifier.parse(file.text("vkey"));
        VectorCase tiles = file.object("tilesHex");
        VectorCase bundles = file.object("entryBundlesHex");
        file.object("checkpoints")
                .members()
                .forEach((size, note) -> answers.check("checkpoint " + size, () -> {
                    SignedNote signed = SignedNote.parse(String.valueOf(note));
                    Checkpoint checkpoint = Checkpoint.parse(signed.text());
                    boolean opened = signed.open(List.of(key)) instanceof Opening.Opened;
                    TileSource source =
                            (level, index, width) -> tiles.hex(new TileCoordinate(level, index, width).path());
                    return opened
                            && checkpoint.size() == Text.decimal(String.valueOf(size), "the size")
                            && Proofs.root(source, checkpoint.size()).equals(checkpoint.root());
                }));
        for (Object path : bundles.members().keySet()) {
            answers.check(String.valueOf(path), () -> {
                TileCoordinate bundle = TileCoordinate.parse(String.valueOf(path));
                byte[] bytes = bundles.hex(bundle.path());
                List<byte[]> entries = EntryBundle.parse(bytes, bundle.width());
                TileCoordinate leaves = new TileCoordinate(0, bundle.index(), bundle.width());
                return Arrays.equals(EntryBundle.format(entries), bytes)
                        && Arrays.equals(tileOf(entries), tiles.hex(leaves.path()));
            });
        }
    }

    private static byte[] tileOf(List<byte[]> entries) {
        byte[] tile = new byte[entries.size() * Hash.LENGTH];
        for (int i = 0; i < entries.size(); i++) {
            Merkle.leafHash(entries.get(i)).copyTo(tile, i * Hash.LENGTH);
        }
        return tile;
    }

    static void generated(byte[] content, KnownAnswers answers) {
        VectorCase file = VectorCase.file(content);
        long size = file.number("size");
        Map<String, byte[]> made = log(size);
        Map<String, String> wanted = new TreeMap<>();
        file.object("sha256ByPath")
                .members()
                .forEach((path, sha) -> wanted.put(String.valueOf(path), String.valueOf(sha)));
        wanted.forEach((path, sha) -> {
            byte[] bytes = made.get(path);
            answers.check(path, bytes != null && Hash.sha256(bytes).toString().equals(sha));
        });
        VectorCase whole = file.object("fileHex");
        for (Object path : whole.members().keySet()) {
            byte[] bytes = made.get(String.valueOf(path));
            answers.check(path + ", byte by byte", () -> Arrays.equals(whole.hex(String.valueOf(path)), bytes));
        }
        TileSource source = source(made);
        answers.check("the root", Proofs.root(source, size).toBase64().equals(file.text("root")));
        checkpoints(file, source, size, answers);
    }

    private static void checkpoints(VectorCase file, TileSource source, long size, KnownAnswers answers) {
        NoteVerifier log = NoteVerifier.parse(file.text("vkey"));
        NoteVerifier witness = NoteVerifier.parse(file.text("witnessVkey"));
        int number = 0;
        for (VectorCase test : file.objects("checkpoints")) {
            SignedNote note = SignedNote.parse(test.text("note"));
            String name = "checkpoint " + ++number + " of size " + test.number("size");
            boolean logGood = test.text("logSignature").equals("valid");
            boolean witnessGood = test.text("cosignature").equals("valid");
            answers.check(
                    name + ", log: " + test.text("logSignature"),
                    note.open(List.of(log)) instanceof Opening.Opened == logGood);
            answers.check(
                    name + ", witness: " + test.text("cosignature"),
                    note.open(List.of(witness)) instanceof Opening.Opened == witnessGood);
            if (witnessGood && test.has("cosignatureTime")) {
                answers.check(name + ", time", times(note, witness).equals(List.of(test.number("cosignatureTime"))));
            }
            if (logGood) {
                answers.check(name + ", root", () -> {
                    Checkpoint checkpoint = Checkpoint.parse(note.text());
                    return checkpoint.origin().equals(file.text("origin"))
                            && checkpoint.size() <= size
                            && checkpoint.root().equals(Proofs.root(source, checkpoint.size()));
                });
            }
        }
    }

    private static List<Long> times(SignedNote note, NoteVerifier witness) {
        List<Long> times = new ArrayList<>();
        for (NoteSignature signature : note.signatures()) {
            if (witness.verify(note.text(), signature)) {
                witness.time(signature).ifPresent(time -> times.add(time.getEpochSecond()));
            }
        }
        return times;
    }

    /** Every file of the log whose entries are "entry-0", "entry-1" and so on. */
    private static Map<String, byte[]> log(long size) {
        Map<String, byte[]> files = new HashMap<>();
        TreeWriter tree = new TreeWriter((tile, hashes) -> files.put(tile.path(), hashes));
        List<byte[]> bundle = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            byte[] entry = Text.bytes("entry-" + i);
            tree.append(Merkle.leafHash(entry));
            bundle.add(entry);
            if (bundle.size() == TileCoordinate.FULL || i == size - 1) {
                files.put(TileCoordinate.bundleOf(i, size).path(), EntryBundle.format(bundle));
                bundle.clear();
            }
        }
        for (int level = 0; level < 8; level++) {
            long hashes = size >>> (8 * level);
            int width = (int) (hashes & 0xff);
            if (width > 0) {
                TileCoordinate edge = new TileCoordinate(level, hashes >>> 8, width);
                files.put(edge.path(), tree.tile(level, edge.index(), width));
            }
        }
        return files;
    }

    /** Reads partial tiles of smaller trees from the larger or full tile that followed them. */
    private static TileSource source(Map<String, byte[]> files) {
        return (level, index, width) -> {
            for (int wider = width; wider <= TileCoordinate.FULL; wider++) {
                byte[] tile = files.get(new TileCoordinate(level, index, wider).path());
                if (tile != null) {
                    return tile;
                }
            }
            throw new MalformedException("tile " + level + "/" + index + " is missing");
        };
    }
}
