package akashi.writing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Relations between kanji, from official tables: {@code characters.txt}, made by {@code tools/characters}, whose README
 * says by which rule a pair gets its grade; attribution stands beside the file. Relations are symmetric and not
 * transitive; the classes are transitive and serve search keys only, so a class says <em>candidate</em>, and
 * {@link #relation} decides. Characters are asked for without selectors and compatibility forms.
 */
public final class Characters {
    private static final String FILE = "characters.txt";
    private static final int BITS = 21;
    private static final List<Relation> RELATIONS = List.of(Relation.SAME, Relation.REGISTERED, Relation.LOOK_ALIKE);
    private static final Characters TABLE = read();

    /** Smaller code point, larger code point, relation; ascending. */
    private final long[] pairs;

    /** Character and the one that stands for its class; ascending. */
    private final long[] variants;

    private final long[] wides;

    private Characters(long[] pairs, long[] variants, long[] wides) {
        this.pairs = pairs;
        this.variants = variants;
        this.wides = wides;
    }

    /** The relation of two different characters, whichever stands first; null where there is none. */
    public static @Nullable Relation relation(int one, int other) {
        if (one < 0x3000 || other < 0x3000) {
            return null;
        }
        long key = (long) Math.min(one, other) << BITS | Math.max(one, other);
        int at = Arrays.binarySearch(TABLE.pairs, key << 2);
        int place = at >= 0 ? at : -at - 1;
        return place < TABLE.pairs.length && TABLE.pairs[place] >> 2 == key
                ? RELATIONS.get((int) (TABLE.pairs[place] & 3))
                : null;
    }

    /** Each character as the one that stands for its registered variants. */
    public static String variantClasses(String text) {
        return classes(text, TABLE.variants);
    }

    /** Each character as the one that stands for its variants and those that look like them. */
    static String wideClasses(String text) {
        return classes(classes(text, TABLE.variants), TABLE.wides);
    }

    /** How many pairs have this relation; for figures. */
    public static long count(Relation relation) {
        return Arrays.stream(TABLE.pairs)
                .filter(pair -> (pair & 3) == RELATIONS.indexOf(relation))
                .count();
    }

    /** How many characters the largest class of either key gathers; for figures. */
    public static int largestClass() {
        return Stream.of(TABLE.variants, TABLE.wides)
                .flatMap(classes -> Arrays.stream(classes)
                        .mapToObj(member -> member & ((1L << BITS) - 1))
                        .collect(Collectors.groupingBy(first -> first, Collectors.counting()))
                        .values()
                        .stream())
                .mapToInt(others -> others.intValue() + 1)
                .max()
                .orElse(0);
    }

    /** Every pair as smaller code point, larger code point, place of the relation; for tests. */
    static LongStream all() {
        return Arrays.stream(TABLE.pairs);
    }

    private static String classes(String text, long[] classes) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int to = c < 0x3400 ? c : representative(classes, c);
            if (to != c && changed == null) {
                changed = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (changed != null) {
                changed.appendCodePoint(to);
            }
            i += Character.charCount(c);
        }
        return changed == null ? text : changed.toString();
    }

    private static int representative(long[] classes, int c) {
        int at = Arrays.binarySearch(classes, (long) c << BITS);
        int place = at >= 0 ? at : -at - 1;
        return place < classes.length && classes[place] >> BITS == c ? (int) (classes[place] & ((1 << BITS) - 1)) : c;
    }

    private static Characters read() {
        var pairs = LongStream.builder();
        var variants = LongStream.builder();
        var wides = LongStream.builder();
        try (var stream = Objects.requireNonNull(Characters.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int[] signs = line.codePoints().toArray();
                switch (signs[0]) {
                    case 'S' -> pairs(signs, Relation.SAME, pairs);
                    case 'R' -> pairs(signs, Relation.REGISTERED, pairs);
                    case 'L' -> pairs(signs, Relation.LOOK_ALIKE, pairs);
                    case 'v' -> members(signs, variants);
                    case 'w' -> members(signs, wides);
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of characters cannot be read", e);
        }
        return new Characters(sorted(pairs), sorted(variants), sorted(wides));
    }

    private static void pairs(int[] signs, Relation relation, LongStream.Builder into) {
        for (int i = 2; i < signs.length; i++) {
            into.add(((long) signs[1] << BITS | signs[i]) << 2 | RELATIONS.indexOf(relation));
        }
    }

    private static void members(int[] signs, LongStream.Builder into) {
        for (int i = 2; i < signs.length; i++) {
            into.add((long) signs[i] << BITS | signs[1]);
        }
    }

    private static long[] sorted(LongStream.Builder values) {
        return values.build().sorted().toArray();
    }
}
