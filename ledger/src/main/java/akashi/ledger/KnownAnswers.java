package akashi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs published test vectors through this library, good ones that must be accepted and bad ones that must be refused.
 * A file's layout is known by the beginning of its name, so that the same check can be made with vectors kept aside.
 */
public final class KnownAnswers {
    private static final Map<String, Layout> LAYOUTS = layouts();

    private int passed;
    private final List<String> failed = new ArrayList<>();

    KnownAnswers() {}

    /**
     * What a file of vectors came to.
     *
     * @param failed names of the cases that went wrong
     */
    public record Tally(int passed, List<String> failed) {
        public Tally {
            failed = List.copyOf(failed);
        }
    }

    @FunctionalInterface
    private interface Layout {
        void run(byte[] content, KnownAnswers answers);
    }

    private static Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new TreeMap<>();
        layouts.put("merkle-probes", TreeVectors::probes);
        layouts.put("generated-proofs", TreeVectors::proofs);
        layouts.put("rfc6962-reference-tree", TreeVectors::referenceTree);
        layouts.put("tile-paths", TileVectors::paths);
        layouts.put("tessera-small-log", TileVectors::smallLog);
        layouts.put("generated-tiles", TileVectors::generated);
        layouts.put("checkpoint-body", NoteVectors::checkpointBodies);
        layouts.put("signed-note", NoteVectors::notes);
        layouts.put("tlog-proof", NoteVectors::proofTexts);
        layouts.put("wycheproof-ed25519", NoteVectors::ed25519);
        layouts.put("es6-numbers", JsonVectors::numbers);
        layouts.put("generated-documents", JsonVectors::documents);
        return layouts;
    }

    /**
     * Runs one file.
     *
     * @param fileName without folders
     * @return nothing if no layout is known by that name
     */
    public static Optional<Tally> run(String fileName, byte[] content) {
        for (Map.Entry<String, Layout> layout : LAYOUTS.entrySet()) {
            if (fileName.startsWith(layout.getKey())) {
                KnownAnswers answers = new KnownAnswers();
                try {
                    layout.getValue().run(content, answers);
                } catch (IllegalArgumentException e) {
                    answers.check("the file itself: " + e.getMessage(), false);
                }
                return Optional.of(answers.tally());
            }
        }
        return Optional.empty();
    }

    /** Runs one pair of files: any JSON and its canonical form. */
    public static Tally canonicalPair(String name, byte[] input, byte[] output) {
        KnownAnswers answers = new KnownAnswers();
        JsonVectors.pair(name, input, output, answers);
        return answers.tally();
    }

    void check(String name, boolean right) {
        if (right) {
            passed++;
        } else {
            failed.add(name);
        }
    }

    /** A case that is right if nothing is refused on the way and the answer is true. */
    void check(String name, Case test) {
        check(name, accepted(test));
    }

    /** Something that holds, does not hold, or refuses its input. */
    @FunctionalInterface
    interface Case {
        boolean holds();
    }

    /** Whether the case holds; a refusal counts as no. */
    static boolean accepted(Case test) {
        try {
            return test.holds();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Tally tally() {
        return new Tally(passed, failed);
    }
}
