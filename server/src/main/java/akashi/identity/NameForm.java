package akashi.identity;

import akashi.writing.NameRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name taken apart for comparing. Reading and romaji go to the parts where they have as many parts as what is
 * written; otherwise they belong to the whole only.
 *
 * @param shown as written
 * @param parts family name, given name and what else there is, in the order written
 * @param whole the name in one piece
 */
record NameForm(String shown, List<NamePart> parts, NamePart whole) {
    static NameForm of(PersonName name) {
        List<String> written = named(name.written());
        List<String> kana = named(name.kana());
        List<String> romaji = named(name.romaji());
        NamePart whole = NamePart.of(String.join("", written), joined(kana), joined(romaji));
        if (written.size() < 2) {
            return new NameForm(name.written(), List.of(whole), whole);
        }
        List<NamePart> parts = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            parts.add(NamePart.of(written.get(i), same(kana, written, i), same(romaji, written, i)));
        }
        return new NameForm(name.written(), parts, whole);
    }

    private static @Nullable String same(List<String> reading, List<String> written, int i) {
        return reading.size() == written.size() ? reading.get(i) : null;
    }

    private static @Nullable String joined(List<String> parts) {
        return parts.isEmpty() ? null : String.join("", parts);
    }

    private static List<String> named(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        return NameRules.parts(text).stream()
                .filter(part -> !NameRules.withoutSeparators(part).isEmpty())
                .toList();
    }
}
