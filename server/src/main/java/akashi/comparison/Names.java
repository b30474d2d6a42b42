package akashi.comparison;

import akashi.identity.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name by its parts: family and given, each as written and as read, as far as spaces tell them apart. */
record Names(List<String> family, List<String> given, List<String> whole) {
    Names {
        family = List.copyOf(family);
        given = List.copyOf(given);
        whole = List.copyOf(whole);
    }

    static Names of(PersonName name) {
        var family = new ArrayList<String>();
        var given = new ArrayList<String>();
        var whole = new ArrayList<String>();
        for (@Nullable String text : new @Nullable String[] {name.written(), name.kana(), name.romaji()}) {
            if (text == null) {
                continue;
            }
            var parts = text.strip().split("[\\s\u3000・=＝]+", -1);
            if (parts.length == 1) {
                whole.add(parts[0]);
            } else {
                family.add(parts[0]);
                given.add(parts[parts.length - 1]);
            }
        }
        return new Names(family, given, whole);
    }

    /** Every part, each once. */
    static List<String> parts(PersonName name) {
        var names = of(name);
        return Stream.of(names.family(), names.given(), names.whole())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
