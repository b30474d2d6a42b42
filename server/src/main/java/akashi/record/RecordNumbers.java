package akashi.record;

import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Records as people name them on a form: an operation chosen from those in force, and a business number (業務番号). For
 * what the usage log keeps about a record; never shows one.
 */
@Component
public class RecordNumbers {
    private final Records records;
    private final Operations operations;

    RecordNumbers(Records records, Operations operations) {
        this.records = records;
        this.operations = operations;
    }

    /** An operation's code and its name, for a select. */
    public record Choice(String code, String name) {}

    /** The operations in force, in the order of their codes. */
    public List<Choice> operations(Locale language) {
        return operations.inForce().stream()
                .map(version -> new Choice(
                        version.code().value(), version.definition().name().in(language.getLanguage())))
                .toList();
    }

    /**
     * The record with this number; empty, always alike, for an unknown operation or number and for one nobody could
     * type.
     */
    public Optional<RecordId> find(String operation, String number) {
        return operations.inForce().stream()
                .map(OperationVersion::code)
                .filter(code -> code.value().equals(operation) && plain(number))
                .findFirst()
                .flatMap((OperationCode code) -> records.idOf(code, number));
    }

    /** Whether a text has no control characters, which no number has and not every one of which can be stored. */
    public static boolean plain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
