package akashi.retention;

import akashi.record.RecordNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what a form says about the entries meant. */
@Component
class Scopes {
    private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{0,3})-(0|[1-9][0-9]{0,14})");
    private static final Pattern STAFF = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final int LONGEST = 200;

    private final RecordNumbers numbers;

    Scopes(RecordNumbers numbers) {
        this.numbers = numbers;
    }

    /** What reading came to. */
    sealed interface Read {
        /** The entries meant. */
        record Meant(Scope scope) implements Read {}

        /** Message key of what is wrong. */
        record Fault(String key) implements Read {}
    }

    List<RecordNumbers.Choice> operations(Locale language) {
        return numbers.operations(language);
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
                                || !RecordNumbers.plain(form.caseReference())
                        ? new Read.Fault("retention.form.case")
                        : new Read.Meant(Scope.caseReference(form.caseReference()));
        };
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
        return numbers.find(form.operation(), form.record())
                .<Read>map(id -> new Read.Meant(Scope.record(id.value().toString(), form.record())))
                .orElseGet(() -> new Read.Fault("retention.form.record"));
    }
}
