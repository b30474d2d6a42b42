package akashi.comparison;

import akashi.definition.MatchingPart;
import akashi.document.Values;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of a person or thing, in a form in which documents of different kinds can be compared.
 *
 * @param marks words in which a name may stand
 * @param numbers keys of every number
 * @param things what it is; code lists differ between documents, so each kind says from which one it is
 * @param print changes whenever anything that is compared does
 */
public record Traits(
        List<PersonName> names,
        List<String> marks,
        @Nullable PartialDate birth,
        @Nullable Ages ages,
        @Nullable String sex,
        @Nullable Integer height,
        List<SearchKey> numbers,
        List<Thing> things,
        List<String> colours,
        @Nullable String municipality,
        @Nullable PartialDate gone,
        @Nullable PartialDate found,
        String print) {
    public Traits {
        names = List.copyOf(names);
        marks = List.copyOf(marks);
        numbers = List.copyOf(numbers);
        things = List.copyOf(things);
        colours = List.copyOf(colours);
    }

    /** Youngest and oldest age as somebody estimated it. */
    public record Ages(int from, int to) {}

    /** What a thing is, by a code of a list; make and features as written, may be empty. */
    public record Thing(String list, String kind, String make, String features) {}

    /** What a document of this type says with these values; what cannot be understood is left out. */
    public static Traits of(DocumentType type, Values values) {
        var reader = new Reader(type, values);
        return new Traits(
                reader.names(),
                reader.marks(),
                reader.date(MatchingPart.BIRTH),
                reader.ages(),
                reader.code(MatchingPart.SEX),
                reader.number(MatchingPart.HEIGHT),
                reader.numbers(),
                reader.things(),
                reader.texts(MatchingPart.COLOUR),
                reader.municipality(),
                reader.date(MatchingPart.GONE),
                reader.date(MatchingPart.FOUND),
                reader.print());
    }

    /** Reads the parts of one document; what cannot be understood is left out. */
    private record Reader(DocumentType type, Values values) {
        private List<Field> fields(MatchingPart part) {
            return type.matching().fields(part).stream()
                    .flatMap(name -> type.field(name).stream())
                    .toList();
        }

        List<PersonName> names() {
            var names = new ArrayList<PersonName>();
            for (var field : fields(MatchingPart.NAME)) {
                for (int place = 0; place < places(field); place++) {
                    String written = known(values.at(field.name() + ".written", place));
                    String kana = known(values.at(field.name() + ".kana", place));
                    String romaji = known(values.at(field.name() + ".romaji", place));
                    String leading = !written.isEmpty() ? written : !kana.isEmpty() ? kana : romaji;
                    if (!leading.isEmpty()) {
                        good(PersonName.parse(leading, blank(kana), blank(romaji)))
                                .ifPresent(names::add);
                    }
                }
            }
            return names;
        }

        List<String> marks() {
            return fields(MatchingPart.MARK).stream()
                    .flatMap(field -> values.all(field.name()).stream())
                    .filter(text -> !text.equals(Field.UNKNOWN))
                    .flatMap(text -> Words.of(text).stream())
                    .distinct()
                    .toList();
        }

        @Nullable PartialDate date(MatchingPart part) {
            return first(part)
                    .flatMap(text -> good(PartialDate.parse(text)))
                    .filter(date -> !date.unknown())
                    .orElse(null);
        }

        @Nullable Ages ages() {
            var all = fields(MatchingPart.AGE).stream()
                    .flatMap(field -> values.all(field.name()).stream())
                    .filter(text -> text.matches("[0-9]{1,3}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            return all.isEmpty() ? null : new Ages(all.getFirst(), all.getLast());
        }

        @Nullable String code(MatchingPart part) {
            return first(part).filter(code -> !code.equals("unknown")).orElse(null);
        }

        @Nullable Integer number(MatchingPart part) {
            return first(part)
                    .filter(text -> text.matches("[0-9]{1,6}"))
                    .map(Integer::valueOf)
                    .orElse(null);
        }

        List<String> texts(MatchingPart part) {
            return fields(part).stream()
                    .flatMap(field -> values.all(field.name()).stream())
                    .filter(text -> !text.equals(Field.UNKNOWN))
                    .distinct()
                    .toList();
        }

        List<SearchKey> numbers() {
            return fields(MatchingPart.NUMBER).stream()
                    .flatMap(field ->
                            values.all(field.name()).stream().flatMap(text -> Numbers.keys(type, field, text).stream()))
                    .distinct()
                    .toList();
        }

        List<Thing> things() {
            var things = new ArrayList<Thing>();
            for (var field : fields(MatchingPart.ARTICLE)) {
                boolean whole = !field.type().parts().isEmpty();
                String kind = known(values.first(whole ? field.name() + ".kind" : field.name()));
                String list = field.list().map(ref -> ref.name()).orElse("");
                if (!kind.isEmpty()) {
                    things.add(new Thing(
                            list,
                            kind,
                            whole ? values.first(field.name() + ".make") : "",
                            whole ? values.first(field.name() + ".features") : ""));
                }
            }
            return things;
        }

        @Nullable String municipality() {
            return fields(MatchingPart.PLACE).stream()
                    .map(field -> values.first(field.name() + ".municipality"))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(null);
        }

        /** A hash, so that the pair itself says nothing about anybody. */
        String print() {
            var text = new StringBuilder();
            for (var part : MatchingPart.values()) {
                for (var field : fields(part)) {
                    for (var input : field.inputs()) {
                        text.append(part)
                                .append('\n')
                                .append(input)
                                .append('\n')
                                .append(values.all(input))
                                .append('\n');
                    }
                }
            }
            return hash(text.toString());
        }

        private Optional<String> first(MatchingPart part) {
            return fields(part).stream()
                    .map(field -> known(values.first(field.name())))
                    .filter(text -> !text.isEmpty())
                    .findFirst();
        }

        private int places(Field field) {
            return field.inputs().stream()
                    .mapToInt(input -> values.all(input).size())
                    .max()
                    .orElse(0);
        }

        private static String known(String text) {
            return text.equals(Field.UNKNOWN) ? "" : text;
        }

        private static @Nullable String blank(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** SHA-256 of a text, in hexadecimal digits. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static <T> Optional<T> good(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Optional.of(value);
            case Parsed.Bad<T> _ -> Optional.empty();
        };
    }

    /** What a document says is nobody's business in a log line. */
    @Override
    public String toString() {
        return "Traits";
    }
}
