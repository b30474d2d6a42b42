package akashi.identity;

import akashi.writing.Kana;
import akashi.writing.NameRules;
import akashi.writing.Readings;
import akashi.writing.Romaji;
import akashi.writing.Rule;
import akashi.writing.Trace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the keys of a name; {@link Normaliser#keys(PersonName)} says what each is for. */
final class NameKeys {
    private static final int MOST_PARTS = 4;
    private static final int SHORTEST_SKELETON = 5;

    private final Keys keys = new Keys();

    private NameKeys() {}

    static List<SearchKey> of(PersonName name) {
        var made = new NameKeys();
        made.all(name);
        return made.keys.list();
    }

    private void all(PersonName name) {
        String width = NameRules.width(name.written());
        boolean inKana = Kana.only(width);
        boolean inLatin = !inKana && NameRules.latin(width);
        String kana = inKana && name.kana() == null ? name.written() : name.kana();
        String romaji = inLatin && name.romaji() == null ? name.written() : name.romaji();
        if (inKana && name.kana() != null) {
            var _ = kana(name.written());
        }
        if (inLatin && name.romaji() != null) {
            var _ = romaji(name.written());
        }
        if (!inKana && !inLatin) {
            kanji(name.written());
        }
        var byKana = kana == null ? List.<Trace>of() : kana(kana);
        var byRomaji = romaji == null ? List.<Trace>of() : romaji(romaji);
        String reading = kana != null ? kana : romaji;
        if (reading != null) {
            near(inKana || inLatin ? null : name.written(), reading, kana != null ? byKana : byRomaji);
        }
    }

    private void kanji(String written) {
        var exact = NameRules.kanjiExact(written);
        var variant = NameRules.kanjiVariant(exact);
        keys.add(KeyKind.NAME_KANJI, Grade.EXACT, exact);
        keys.add(KeyKind.NAME_KANJI, Grade.VARIANT, variant);
        keys.add(KeyKind.NAME_KANJI, Grade.WIDE, NameRules.kanjiWide(variant));
        parts(NameRules.parts(written).stream()
                .map(part -> NameRules.kanjiVariant(NameRules.kanjiExact(part)))
                .toList());
    }

    /** The reading's parts in folded Latin letters. */
    private List<Trace> kana(String kana) {
        var exact = NameRules.kanaExact(kana);
        var variant = NameRules.kanaVariant(exact);
        keys.add(KeyKind.NAME_KANA, Grade.EXACT, exact);
        keys.add(KeyKind.NAME_KANA, Grade.VARIANT, variant);
        keys.add(KeyKind.NAME_KANA, Grade.WIDE, NameRules.kanaWide(variant));
        var latin = NameRules.kanaParts(kana);
        latin(latin);
        parts(NameRules.parts(kana).stream()
                .map(part -> NameRules.kanaWide(NameRules.kanaVariant(NameRules.kanaExact(part))))
                .toList());
        return latin;
    }

    private List<Trace> romaji(String romaji) {
        var exact = NameRules.romajiExact(romaji);
        keys.add(KeyKind.NAME_ROMAJI, Grade.EXACT, exact);
        keys.add(KeyKind.NAME_ROMAJI, Grade.VARIANT, exact.then(Rule.ACCENTS, Romaji::withoutAccents));
        var parts = NameRules.romajiParts(romaji);
        latin(parts);
        parts(parts.stream()
                .map(part -> part.then(Rule.ROMAJI_LONG_VOWELS, Romaji::withoutLongVowels))
                .toList());
        return parts;
    }

    private void latin(List<Trace> parts) {
        keys.add(KeyKind.NAME_ROMAJI, Grade.WIDE, NameRules.joined(parts, false));
        if (parts.size() > 1) {
            keys.add(KeyKind.NAME_ROMAJI, Grade.WIDE, NameRules.joined(parts, true));
        }
        if (parts.size() > 2) {
            int most = Math.min(parts.size(), MOST_PARTS);
            for (int i = 0; i < most; i++) {
                for (int j = i + 1; j < most; j++) {
                    var pair = NameRules.joined(List.of(parts.get(i), parts.get(j)), true);
                    keys.add(KeyKind.NAME_ROMAJI, Grade.WIDE, new Trace(pair.text(), pair.with(Rule.MIDDLE_NAMES)));
                }
            }
        }
    }

    private void parts(List<Trace> parts) {
        Grade grade = parts.size() == 1 ? Grade.VARIANT : Grade.WIDE;
        parts.stream()
                .limit(MOST_PARTS)
                .forEach(part -> keys.add(KeyKind.NAME_PART, grade, new Trace(part.text(), part.with(Rule.NAME_PART))));
    }

    private void near(@Nullable String written, String reading, List<Trace> parts) {
        if (parts.size() < 2) {
            return;
        }
        var folded = parts.stream()
                .map(part -> Romaji.unvoiced(Romaji.withoutLongVowels(part.text())))
                .toList();
        String family = folded.getFirst();
        String given = folded.getLast();
        slips(family, given);
        foreign(written, reading, given);
        if (written == null) {
            skeleton(folded);
        }
    }

    private void slips(String family, String given) {
        add(Rule.ONE_MORA, family + "/" + Romaji.firstSyllable(given) + "-");
        add(Rule.ONE_MORA, family + "/-" + Romaji.lastSyllable(given));
        add(Rule.ONE_MORA, Romaji.firstSyllable(family) + "-/" + given);
        add(Rule.ONE_MORA, "-" + Romaji.lastSyllable(family) + "/" + given);
    }

    private void foreign(@Nullable String written, String reading, String given) {
        String character = null;
        if (written != null) {
            var parts = NameRules.parts(written);
            character = NameRules.kanjiExact(parts.getFirst()).text();
        }
        String first = NameRules.parts(reading).getFirst();
        for (String name : Readings.names(new Readings.Signs(character, Readings.folded(first)))) {
            add(Rule.FOREIGN_READING, name + "/" + given);
        }
    }

    private void skeleton(List<String> folded) {
        var consonants = folded.stream().map(Romaji::skeleton).sorted().reduce("", (one, other) -> one + "'" + other);
        if (consonants.length() - folded.size() >= SHORTEST_SKELETON) {
            add(Rule.SKELETON, consonants);
        }
    }

    private void add(Rule rule, String value) {
        keys.add(KeyKind.NAME_NEAR, Grade.WIDE, new Trace(value, Stream.of(rule).toList()));
    }
}
