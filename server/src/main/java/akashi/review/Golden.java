package akashi.review;

import akashi.document.Trial;
import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PersonName;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import akashi.operation.Definition;
import akashi.operation.Difference;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.web.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A golden question: a made-up record and a question about it. It is asked of the version in force and of the one
 * proposed; where the answers differ, somebody must have meant it.
 *
 * @param says what the record says, one {@code input=value} a line
 * @param asked the question as typed
 */
public record Golden(
        long number,
        OperationCode operation,
        String title,
        String document,
        String says,
        Kind kind,
        String asked,
        String keptBy,
        Instant keptAt) {
    /** A question as its keeper writes it. */
    record Asked(String title, String document, String says, Kind kind, String asked) {}

    static Golden of(OperationCode operation, Asked asked, String by, Instant at) {
        return new Golden(
                0, operation, asked.title(), asked.document(), asked.says(), asked.kind(), asked.asked(), by, at);
    }

    /** By what is asked. */
    public enum Kind {
        PLATE,
        NAME,
        CHASSIS,
        BICYCLE,
        SERIAL,
        LICENCE,
        PHONE
    }

    /** What a version answers; null where it knows no such document. */
    public record Answer(
            @Nullable DocumentType type, @Nullable Trial trial) {
        /** The answer as a short text, the same exactly where the answer is. */
        String text() {
            var made = trial;
            if (made == null) {
                return "-";
            }
            return made.by().stream().map(KeyKind::name).sorted().collect(Collectors.joining(",")) + ";"
                    + String.join(",", made.shown()) + ";" + String.join(",", made.missing());
        }

        /** The answer in words. */
        private String said(Messages messages, Locale language) {
            var made = trial;
            if (made == null) {
                return messages.text(language, "review.golden.unknown");
            }
            var by = made.by().stream()
                    .sorted()
                    .map(kind -> Difference.word(kind, messages, language).toString())
                    .toList();
            var said = new StringJoiner(language.getLanguage().equals("en") ? "; " : "、");
            said.add(
                    by.isEmpty()
                            ? messages.text(language, "review.golden.none")
                            : messages.text(language, "review.golden.found", String.join(" · ", by)));
            if (!by.isEmpty() && !made.shown().isEmpty()) {
                said.add(messages.text(
                        language, "review.golden.shown", made.shown().size()));
            }
            if (!made.missing().isEmpty()) {
                said.add(messages.text(language, "review.golden.missing", labels(made.missing(), language)));
            }
            return said.toString();
        }

        /** Fields as people know them. */
        private String labels(List<String> fields, Locale language) {
            var known = type;
            return fields.stream()
                    .map(name -> known == null
                            ? name
                            : known.field(name)
                                    .map(field -> field.label().in(language.getLanguage()))
                                    .orElse(name))
                    .collect(Collectors.joining(language.getLanguage().equals("en") ? ", " : "、"));
        }
    }

    /** A question with both answers; before is null where no version is in force. */
    public record Compared(Golden question, @Nullable Answer before, Answer after) {
        public boolean changed() {
            return before != null && !before.text().equals(after.text());
        }

        /** To what a sign-off is bound. */
        public String item() {
            return "golden." + question.number();
        }

        public String signature() {
            return (before == null ? "" : before.text()) + " > " + after.text();
        }

        /** What the version in force answers, in words. */
        public String saidBefore(Messages messages, Locale language) {
            return before == null ? messages.text(language, "review.golden.unknown") : before.said(messages, language);
        }

        /** What the version proposed answers, in words. */
        public String saidAfter(Messages messages, Locale language) {
            return after.said(messages, language);
        }
    }

    Compared compare(@Nullable Definition before, Definition after) {
        return new Compared(this, before == null ? null : ask(before), ask(after));
    }

    Answer ask(Definition definition) {
        return definition
                .document(document)
                .map(type -> new Answer(type, Trial.of(type, lines(says).orElse(Map.of()), keys(kind, asked))))
                .orElseGet(() -> new Answer(null, null));
    }

    /** What a record says, by input; empty where a line is not of the form. */
    static Optional<Map<String, String>> lines(String says) {
        var values = new TreeMap<String, String>();
        for (String line :
                says.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            int at = line.indexOf('=');
            if (at < 1 || at == line.length() - 1) {
                return Optional.empty();
            }
            values.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
        }
        return Optional.of(values);
    }

    /** The keys of a question; none where it cannot be read. */
    static List<SearchKey> keys(Kind kind, String asked) {
        return switch (kind) {
            case PLATE -> read(Plate.parse(asked), Normaliser::keys);
            case NAME -> read(PersonName.parse(asked, null, null), Normaliser::keys);
            case CHASSIS -> read(Serial.parse(asked), serial -> Normaliser.keys(KeyKind.CHASSIS, serial));
            case BICYCLE -> read(Serial.parse(asked), serial -> Normaliser.keys(KeyKind.BICYCLE, serial));
            case SERIAL -> read(Serial.parse(asked), serial -> Normaliser.keys(KeyKind.SERIAL, serial));
            case LICENCE -> read(LicenceNumber.parse(asked), Normaliser::keys);
            case PHONE -> read(Phone.parse(asked), Normaliser::keys);
        };
    }

    private static <T> List<SearchKey> read(Parsed<T> parsed, Function<T, List<SearchKey>> keys) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> keys.apply(value);
            case Parsed.Bad<T> _ -> List.of();
        };
    }
}
