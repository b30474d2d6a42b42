package akashi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How well names are matched: labelled pairs, read by the beginning of their files' names from the folders
 * {@code names} and {@code kanji} of a data folder. Ends with 1 if a bar is missed.
 */
final class MatchingBench {
    private MatchingBench() {}

    static int run(List<String> words) throws IOException, InterruptedException {
        Path top = Path.of(System.getProperty("akashi.home", ".")).toAbsolutePath();
        Path data = top.resolve("../shared/data").normalize();
        for (var word = words.iterator(); word.hasNext(); ) {
            String next = word.next();
            if (!next.equals("--data") || !word.hasNext()) {
                System.err.println("bench matching: known is --data DIR, a folder with names and kanji in it");
                return 2;
            }
            data = Path.of(word.next()).toAbsolutePath();
        }
        if (!Files.isDirectory(data.resolve("names")) && !Files.isDirectory(data.resolve("kanji"))) {
            System.err.println("bench matching: " + data + " holds neither names nor kanji; say --data DIR");
            return 2;
        }
        return new Child(top, top.resolve("var/bench/matching"))
                .onServer("akashi.identity.MatchingDrive", data.toString())
                .status();
    }
}
