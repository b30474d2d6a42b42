package akashi.statement;

import akashi.identity.KeyKind;
import akashi.identity.LicenceNumber;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.identity.ResidenceCardNumber;
import akashi.identity.SearchKey;
import akashi.identity.Serial;
import akashi.record.RecordNumbers;
import akashi.usage.SubjectUses.Sought;
import akashi.usage.Use;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Reads what a statement is asked about. Keys are those that mean one thing or one person: a name alone does not say
 * whose it is, and would show one person the questions about another.
 */
@Component
class Asking {
    /** Kinds of keys a statement looks for. */
    static final List<KeyKind> KINDS = List.of(
            KeyKind.PLATE,
            KeyKind.CHASSIS,
            KeyKind.LICENCE,
            KeyKind.RESIDENCE_CARD,
            KeyKind.PHONE,
            KeyKind.BICYCLE,
            KeyKind.SERIAL);

    private static final int LONGEST_VALUE = 200;
    private static final int SHORTEST_PAPER = 3;

    private final RecordNumbers numbers;

    Asking(RecordNumbers numbers) {
        this.numbers = numbers;
    }

    /** What reading came to. */
    sealed interface Read {
        /** What to look for, and how people call the records. */
        record Asked(Sought sought, List<String> numbers) implements Read {
            public Asked {
                numbers = List.copyOf(numbers);
            }
        }

        /** Message key of what is wrong, and what it is filled with. */
        record Fault(String key, List<Object> args) implements Read {
            public Fault {
                args = List.copyOf(args);
            }
        }
    }

    List<RecordNumbers.Choice> operations(Locale language) {
        return numbers.operations(language);
    }

    Read read(StatementForm form, LocalDate today) {
        LocalDate from;
        LocalDate until;
        try {
            from = LocalDate.parse(form.from());
            until = LocalDate.parse(form.until());
        } catch (DateTimeException e) {
            return fault("statement.form.period");
        }
        if (until.isBefore(from) || until.isAfter(today) || from.getYear() < 2000) {
            return fault("statement.form.period");
        }
        if (form.paper().length() < SHORTEST_PAPER
                || form.paper().length() > LONGEST_VALUE
                || !RecordNumbers.plain(form.paper())) {
            return fault("statement.form.paper");
        }
        if (form.records().isEmpty() && form.keys().isEmpty()) {
            return fault("statement.form.nothing");
        }
        return read(form, from, until);
    }

    private Read read(StatementForm form, LocalDate from, LocalDate until) {
        var ids = new ArrayList<String>();
        for (var row : form.records()) {
            var id = numbers.find(row.kind(), row.value());
            if (id.isEmpty()) {
                return fault("statement.form.record", row.value());
            }
            ids.add(id.get().value().toString());
        }
        var keys = new ArrayList<Use.Key>();
        for (var row : form.keys()) {
            var kind =
                    KINDS.stream().filter(one -> one.name().equals(row.kind())).findFirst();
            if (kind.isEmpty() || row.value().length() > LONGEST_VALUE || !RecordNumbers.plain(row.value())) {
                return fault("statement.form.key", row.value().length() > 40 ? "" : row.value());
            }
            switch (keys(kind.get(), row.value())) {
                case Parsed.Bad<List<SearchKey>>(var key, var args) -> {
                    return new Read.Fault(key, args);
                }
                case Parsed.Good<List<SearchKey>>(var found) ->
                    found.forEach(key -> keys.add(new Use.Key(key.kind().name(), row.value(), key.value(), List.of())));
            }
        }
        var typed = form.records().stream().map(StatementForm.Row::value).toList();
        return new Read.Asked(new Sought(ids, keys, from, until), typed);
    }

    private static Parsed<List<SearchKey>> keys(KeyKind kind, String text) {
        return switch (kind) {
            case PLATE -> then(Plate.parse(text), Normaliser::keys);
            case LICENCE -> then(LicenceNumber.parse(text), Normaliser::keys);
            case RESIDENCE_CARD -> then(ResidenceCardNumber.parse(text), Normaliser::keys);
            case PHONE -> then(Phone.parse(text), Normaliser::keys);
            case CHASSIS, BICYCLE, SERIAL ->
                then(
                        Serial.parse(text),
                        serial -> List.of(Normaliser.keys(kind, serial).getFirst()));
            case NAME_KANJI, NAME_KANA, NAME_ROMAJI, NAME_PART, NAME_NEAR, PLATE_NUMBER ->
                throw new IllegalArgumentException("What many share is no key of a statement: " + kind);
        };
    }

    private static <T> Parsed<List<SearchKey>> then(Parsed<T> parsed, Function<T, List<SearchKey>> keys) {
        return switch (parsed) {
            case Parsed.Good<T>(T value) -> Parsed.good(keys.apply(value));
            case Parsed.Bad<T>(var key, var args) -> Parsed.bad(key, args.toArray());
        };
    }

    private static Read fault(String key, Object... args) {
        return new Read.Fault(key, Arrays.asList(args));
    }
}
