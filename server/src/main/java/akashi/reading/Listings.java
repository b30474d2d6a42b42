package akashi.reading;

import akashi.access.Asker;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.definition.FieldType;
import akashi.definition.Scope;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.Names;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.record.Documents;
import akashi.usage.Proved;
import akashi.usage.Released;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists without keys: never without the filters the definition asks for, a cap and a purpose; each list is a use with
 * its count.
 */
@Component
class Listings {
    private static final int LONGEST_FILTER = 200;

    private final Documents documents;
    private final Clearance clearance;
    private final DocumentReading reading;
    private final UsageLog usage;
    private final Names names;

    Listings(Documents documents, Clearance clearance, DocumentReading reading, UsageLog usage, Names names) {
        this.documents = documents;
        this.clearance = clearance;
        this.reading = reading;
        this.usage = usage;
        this.names = names;
    }

    /** What is asked for, as typed. */
    record Asked(
            OperationVersion version,
            DocumentType type,
            Map<String, String> filters,
            String from,
            String to,
            boolean ended,
            Why why) {
        Asked {
            filters = Map.copyOf(filters);
        }

        /** The date a list is bounded by, if the definition has one among its filters. */
        Optional<Field> date() {
            return type.search().listing().filters().stream()
                    .map(type::field)
                    .flatMap(Optional::stream)
                    .filter(field -> field.type() == FieldType.DATE)
                    .findFirst();
        }

        /** The other fields a list can be narrowed by, as inputs of their own. */
        List<Field> fields() {
            return type.search().listing().filters().stream()
                    .map(type::field)
                    .flatMap(Optional::stream)
                    .filter(field -> field.type() != FieldType.DATE)
                    .toList();
        }
    }

    /** What came of it. */
    sealed interface Listed {
        /** The list; {@code more} where the cap cut it. */
        record Rows(List<Documents.Row> rows, boolean more, Proved proof) implements Listed {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** Nothing was looked up. */
        record Faulty(List<Fault> faults) implements Listed {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /** Refused. */
        record Barred(Decision.Refuse decision) implements Listed {}
    }

    Listed list(Asked asked, Asker asker) {
        List<Fault> faults = new ArrayList<>();
        LocalDate from = day(asked.from(), "from", faults);
        LocalDate to = day(asked.to(), "to", faults);
        range(asked, from, to, faults);
        asked.fields()
                .forEach(field -> field.inputs()
                        .forEach(input -> DocumentCheck.sentence(
                                        field.name(), asked.filters().getOrDefault(input, ""), LONGEST_FILTER)
                                .forEach(faults::add)));
        if (!faults.isEmpty()) {
            return new Listed.Faulty(faults);
        }
        Question question = Question.of(asker, Act.LIST, asked.version(), clearance.now())
                .because(
                        asked.why().purpose(),
                        asked.why().reference().isEmpty() ? null : reading.fact(asked.version(), asked.why()))
                .saying(asked.why().reason().isEmpty() ? null : asked.why().reason());
        return switch (clearance.clear("LIST", question)) {
            case Clearance.Cleared.Barred(var decision) -> new Listed.Barred(decision);
            case Clearance.Cleared.Passed passed -> {
                Documents.Narrowed narrowed = new Documents.Narrowed(
                        asked.version().code().value(),
                        asked.type().code(),
                        units(passed.permit().right()),
                        from,
                        to,
                        filters(asked),
                        asked.ended());
                int cap = asked.type().search().listing().cap();
                yield released(documents.list(narrowed, asker, cap), passed.use(), asked);
            }
        };
    }

    private Listed released(Documents.Excerpt excerpt, Use use, Asked asked) {
        Use said = use.stating("capped", Boolean.toString(excerpt.more()))
                .noting(asked.filters() + " " + asked.from() + " " + asked.to() + " "
                        + asked.why().reason());
        Released<List<Documents.Row>> released = usage.release(said, excerpt.rows());
        return new Listed.Rows(released.value(), excerpt.more(), released.proved());
    }

    private @Nullable List<UUID> units(Rights.Right right) {
        return right.scope() == Scope.OWN_UNIT
                ? names.roster()
                        .command(right.unit())
                        .map(unit -> List.of(unit.id().value()))
                        .orElse(List.of(right.unit().value()))
                : null;
    }

    private static Map<String, String> filters(Asked asked) {
        Map<String, String> byInput = new TreeMap<>();
        asked.fields()
                .forEach(field -> field.inputs().forEach(input -> {
                    String text = asked.filters().getOrDefault(input, "").strip();
                    if (!text.isEmpty()) {
                        byInput.put(input, text);
                    }
                }));
        return byInput;
    }

    private void range(Asked asked, @Nullable LocalDate from, @Nullable LocalDate to, List<Fault> faults) {
        DocumentType.Listing listing = asked.type().search().listing();
        String date = asked.date().map(Field::name).orElse("");
        boolean bounded = from != null && to != null;
        for (String required : listing.required()) {
            boolean filled = required.equals(date)
                    ? bounded
                    : asked.type().field(required).stream()
                            .flatMap(field -> field.inputs().stream())
                            .anyMatch(input ->
                                    !asked.filters().getOrDefault(input, "").isBlank());
            if (!filled) {
                faults.add(Fault.of(required.equals(date) ? "from" : required, "reading.list.required"));
            }
        }
        if (from != null && to != null && (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) > listing.maxDays())) {
            faults.add(Fault.of("from", "reading.list.range", listing.maxDays()));
        }
        if (!asked.why().stated()) {
            faults.add(Fault.of("purpose", "reading.list.purpose"));
        }
    }

    private static @Nullable LocalDate day(String typed, String input, List<Fault> faults) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (PartialDate.parse(typed.strip())) {
            case Parsed.Good<PartialDate>(PartialDate date) -> input.equals("from") ? date.from() : date.to();
            case Parsed.Bad<PartialDate>(String messageKey, List<Object> args) -> {
                faults.add(new Fault(input, messageKey, args));
                yield null;
            }
        };
    }

    /** Today in Japan, for the form's first proposal. */
    LocalDate today() {
        return JapaneseDates.dateOf(clearance.now());
    }
}
