package akashi.comparison;

import akashi.identity.Grade;
import akashi.identity.Normaliser;
import akashi.identity.PersonName;
import akashi.identity.SearchKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * By which values a document can be found as a counterpart: two documents worth comparing share at least one. Finding
 * is wide on purpose; {@link Comparing} says how much it means.
 */
public final class Blocks {
    private static final int HEX_DIGITS = 24;
    private static final int MOST = 600;

    private Blocks() {}

    /** The values as digests. */
    public static List<String> of(Traits traits) {
        Set<String> blocks = new LinkedHashSet<>();
        var place = traits.municipality();
        traits.numbers().forEach(key -> blocks.add("N " + key.kind() + " " + key.value()));
        for (PersonName name : traits.names()) {
            for (SearchKey key : Normaliser.keys(name)) {
                if (key.grade() != Grade.WIDE) {
                    blocks.add("W " + key.kind() + " " + key.value());
                }
            }
            Names.parts(name).forEach(part -> word(part, blocks));
        }
        traits.marks().forEach(mark -> word(mark, blocks));
        for (var thing : traits.things()) {
            if (place != null) {
                blocks.add("T " + thing.list() + " " + thing.kind() + " " + place);
            }
        }
        var sex = traits.sex();
        if (sex != null && place != null) {
            blocks.add("P " + sex + " " + place);
        }
        return blocks.stream().limit(MOST).map(Blocks::digest).distinct().toList();
    }

    /** Names stay out of the tables in clear; the first letter tells numbers, which say most, from the rest. */
    private static String digest(String block) {
        return block.charAt(0) + " " + Traits.hash(block).substring(0, HEX_DIGITS);
    }

    /** A part of a name, or a word in which one may stand: its keys, and its readings with one sign left out. */
    private static void word(String word, Set<String> blocks) {
        for (SearchKey key : NameParts.keys(word)) {
            blocks.add("W " + key.kind() + " " + key.value());
        }
        NameParts.readings(word)
                .flatMap(reading -> Nearness.shortened(reading).stream())
                .forEach(shorter -> blocks.add("S " + shorter));
    }
}
