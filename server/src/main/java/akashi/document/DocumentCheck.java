package akashi.document;

import akashi.calendar.JapaneseDates;
import akashi.identity.Parsed;
import akashi.identity.PersonName;
import akashi.operation.DocumentType;
import akashi.operation.Ending;
import akashi.operation.Field;
import akashi.operation.Operations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was entered against the definition: every fault at once, field by field, or the canonical values. */
@Component
public class DocumentCheck {
    private static final int LONGEST_REASON = 500;

    private final Operations operations;
    private final Clock clock;

    DocumentCheck(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** What checking came to. */
    public sealed interface Checked {
        /** Nothing is wrong. */
        record Fit(Values values) implements Checked {}

        /** Everything that is wrong, in the order of the form. */
        record Faulty(List<Fault> faults) implements Checked {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Checks the fields asked at registration and in corrections. */
    public Checked entry(DocumentType type, Map<String, List<String>> typed) {
        Sheet sheet = new Sheet(typed);
        type.fields().stream()
                .filter(field -> field.stage() == Field.Stage.ENTRY)
                .forEach(sheet::read);
        sheet.refuseOthers(type, Field.Stage.ENTRY);
        type.missing(sheet.known()).stream()
                .filter(field -> sheet.clean(field))
                .forEach(field -> sheet.faults.add(Fault.of(field.inputs().getFirst(), "record.fault.required")));
        return sheet.outcome(type);
    }

    /** Checks the fields asked when a document ends, on top of what it says already. */
    public Checked ending(DocumentType type, Ending ending, Values current, Map<String, List<String>> typed) {
        Sheet sheet = new Sheet(typed);
        sheet.values.putAll(current.byInput());
        type.fields().stream().filter(field -> field.stage() == Field.Stage.END).forEach(sheet::read);
        sheet.refuseOthers(type, Field.Stage.END);
        type.missing(ending, sheet.known()).stream()
                .filter(field -> sheet.clean(field))
                .forEach(field -> sheet.faults.add(Fault.of(field.inputs().getFirst(), "record.fault.required")));
        return sheet.outcome(type);
    }

    /** What is wrong with the reason given for a change, and whether one is missing. */
    public static List<Fault> reason(String reason, boolean required) {
        if (reason.isBlank()) {
            return required ? List.of(Fault.of("reason", "record.fault.reason")) : List.of();
        }
        return sentence("reason", reason, LONGEST_REASON);
    }

    /** What is wrong with a short text beside the fields, such as a source or a reason; lines are allowed. */
    public static List<Fault> sentence(String input, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return List.of(Fault.of(input, "record.fault.too-long", longest, length));
        }
        return text.codePoints().allMatch(p -> p == '\n' || p == '\r' || writable(p))
                ? List.of()
                : List.of(Fault.of(input, "record.fault.characters"));
    }

    /** Whether a character may stand in a document; also asked for reasons and file names. */
    public static boolean writable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT ->
                point == 0x200D; // the joiner inside emoji; direction marks and the like are refused
            default -> true;
        };
    }

    private FieldReading reading() {
        return new FieldReading(operations, JapaneseDates.dateOf(clock.instant()));
    }

    /** One document being read. */
    private final class Sheet {
        private final Map<String, List<String>> typed;
        private final Map<String, List<String>> values = new TreeMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final FieldReading reading = reading();

        Sheet(Map<String, List<String>> typed) {
            this.typed = typed;
        }

        void read(Field field) {
            List<String> inputs = field.inputs();
            int places = 0;
            for (String input : inputs) {
                places = Math.max(places, filled(input));
                values.remove(input);
            }
            if (places > 1 && !field.many()) {
                faults.add(Fault.of(inputs.getFirst(), "record.fault.single"));
                return;
            }
            for (int place = 0; place < places; place++) {
                switch (field.type()) {
                    case PERSON -> person(field, place);
                    case ARTICLE, PLACE -> parts(field, place);
                    case TEXT,
                            DATE,
                            PLATE,
                            LICENCE_NUMBER,
                            RESIDENCE_CARD_NUMBER,
                            SERIAL,
                            PHONE,
                            CHOICE,
                            NUMBER,
                            PHOTO,
                            FILE -> {
                        String text = text(field.name(), place);
                        if (!text.isBlank()) {
                            keep(field.name(), reading.plain(field, text));
                        }
                    }
                }
            }
        }

        private void parts(Field field, int place) {
            for (String part : field.type().parts()) {
                String input = field.name() + "." + part;
                String text = text(input, place);
                keep(input, text.isBlank() ? Parsed.good("") : reading.part(field, part, text));
            }
        }

        private void person(Field field, int place) {
            String written = text(field.name() + ".written", place).strip();
            String kana = text(field.name() + ".kana", place).strip();
            String romaji = text(field.name() + ".romaji", place).strip();
            String leading = !written.isEmpty() ? written : !kana.isEmpty() ? kana : romaji;
            if (leading.isEmpty()) {
                return;
            }
            if (Field.saysUnknown(leading) && field.unknownAllowed()) {
                keep(field.name() + ".written", Parsed.good(Field.UNKNOWN));
                return;
            }
            switch (PersonName.parse(leading, none(kana), none(romaji))) {
                case Parsed.Bad<PersonName>(String messageKey, List<Object> args) ->
                    faults.add(new Fault(field.name() + ".written", messageKey, args));
                case Parsed.Good<PersonName>(PersonName name) -> {
                    keep(field.name() + ".written", Parsed.good(written.isEmpty() ? "" : name.written()));
                    keep(field.name() + ".kana", Parsed.good(text(name.kana())));
                    keep(field.name() + ".romaji", Parsed.good(text(name.romaji())));
                }
            }
        }

        private void keep(String input, Parsed<String> parsed) {
            switch (parsed) {
                case Parsed.Good<String>(String value) ->
                    values.computeIfAbsent(input, _ -> new ArrayList<>()).add(value);
                case Parsed.Bad<String>(String messageKey, List<Object> args) ->
                    faults.add(new Fault(input, messageKey, args));
            }
        }

        /** An input that no field of the form has is not silently dropped: somebody meant something by it. */
        void refuseOthers(DocumentType type, Field.Stage stage) {
            typed.keySet().stream()
                    .filter(input -> filled(input) > 0 && !type.asks(input, stage))
                    .sorted()
                    .forEach(input -> faults.add(Fault.of("", "record.fault.no-such-field", shortened(input))));
        }

        /**
         * What was read, and what was typed and could not be: whoever mistyped a plate need not give a chassis number.
         */
        Map<String, List<String>> known() {
            Map<String, List<String>> known = new TreeMap<>(values);
            faults.forEach(fault -> known.putIfAbsent(fault.input(), typed.getOrDefault(fault.input(), List.of())));
            return known;
        }

        boolean clean(Field field) {
            return faults.stream().noneMatch(fault -> field.inputs().contains(fault.input()));
        }

        Checked outcome(DocumentType type) {
            if (faults.isEmpty()) {
                return new Checked.Fit(Values.ofMany(values));
            }
            List<String> order = type.fields().stream()
                    .flatMap(field -> field.inputs().stream())
                    .toList();
            faults.sort((a, b) -> Integer.compare(order.indexOf(a.input()), order.indexOf(b.input())));
            return new Checked.Faulty(faults);
        }

        private int filled(String input) {
            List<String> texts = typed.getOrDefault(input, List.of());
            int count = texts.size();
            while (count > 0 && texts.get(count - 1).isBlank()) {
                count--;
            }
            return count;
        }

        private String text(String input, int place) {
            List<String> texts = typed.getOrDefault(input, List.of());
            return place < texts.size() ? texts.get(place) : "";
        }

        private static String text(@Nullable String part) {
            return part == null ? "" : part;
        }

        private static @Nullable String none(String text) {
            return text.isEmpty() ? null : text;
        }

        private static String shortened(String input) {
            return input.length() <= 60 ? input : input.substring(0, 60) + "…";
        }
    }
}
