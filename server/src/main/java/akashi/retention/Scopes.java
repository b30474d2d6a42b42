package akashi.retention;

import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.record.Records;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what a form says about the entries meant. */
@Component
class Scopes {
    private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{0,3})-(0|[1-9][0-9]{0,14})");
    private static final Pattern STAFF = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final int LONGEST = 200;

    private final Records records;
    private final Operations operations;

    Scopes(Records records, Operations operations) {
        this.records = records;
        this.operations = operations;
    }

    /** What reading came to. */
    sealed interface Read {
        /** The entries meant. */
        record Meant(Scope scope) implements Read {}

        /** Message key of what is wrong. */
        record Fault(String key) implements Read {}
    }

    /** A code and its name, for a select. */
    record Choice(String code, String name) {}

    List<Choice> operations(Locale language) {
        return operations.inForce().stream()
                .map(version -> new Choice(
                        version.code().value(), version.definition().name().in(language.getLanguage())))
                .toList();
    }

    Read read(ScopeForm form) {
        var kind = Arrays.stream(Scope.Kind.values()).filter(form::is).findFirst();
        if (kind.isEmpty()) {
            return new Read.Fault("retention.form.kind");
        }
        return switch (kind.get()) {
            case RETENTION -> through(form.through());
            case ENTRIES -> entries(form.first(), form.last().isEmpty() ? form.first() : form.last());
            case OPERATOR ->
                STAFF.matcher(form.operator()).matches()
                        ? new Read.Meant(Scope.operator(form.operator()))
                        : new Read.Fault("retention.form.operator");
            case RECORD -> record(form);
            case CASE ->
                form.caseReference().isEmpty()
                                || form.caseReference().length() > LONGEST
                                || !plain(form.caseReference())
                        ? new Read.Fault("retention.form.case")
                        : new Read.Meant(Scope.caseReference(form.caseReference()));
        };
    }

    /** Without control characters, which no number has and not every one of which can be stored. */
    static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static Read through(String month) {
        try {
            return new Read.Meant(Scope.through(LocalDate.parse(month + "-01")));
        } catch (DateTimeException e) {
            return new Read.Fault("retention.form.through");
        }
    }

    private static Read entries(String first, String last) {
        Matcher from = NUMBER.matcher(first);
        Matcher to = NUMBER.matcher(last);
        if (!from.matches() || !to.matches() || !from.group(1).equals(to.group(1))) {
            return new Read.Fault("retention.form.entries");
        }
        var range = new Scope.Range(
                Integer.parseInt(from.group(1)), Long.parseLong(from.group(2)), Long.parseLong(to.group(2)));
        return range.first() > range.last()
                ? new Read.Fault("retention.form.entries")
                : new Read.Meant(Scope.entries(range));
    }

    private Read record(ScopeForm form) {
        var found = operations.inForce().stream()
                .map(version -> version.code())
                .filter(code -> code.value().equals(form.operation()) && plain(form.record()))
                .findFirst()
                .flatMap(code -> find(code, form.record()));
        return found.isPresent() ? found.get() : new Read.Fault("retention.form.record");
    }

    private Optional<Read> find(OperationCode operation, String number) {
        return records.idOf(operation, number)
                .map(id -> new Read.Meant(Scope.record(id.value().toString(), number)));
    }
}
