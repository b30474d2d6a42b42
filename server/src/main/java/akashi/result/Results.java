package akashi.result;

import akashi.access.Asker;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.operation.Purpose;
import akashi.question.Inquiry;
import akashi.question.Reading.InputFault;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One's own inquiries, and what came of them (事後の取扱結果). Reading them is a use; a result is a change with its own entry,
 * and a correction of one is a further result.
 */
@Service
public class Results {
    /** The act under which a result stands on the ledger. */
    public static final String RESULT = "RESULT";

    private static final String MY_USES = "MY_USES";
    private static final int MOST = 100;
    private static final int LONGEST_NOTE = 400;

    private final ResultSql sql;
    private final Uses uses;
    private final UsageLog log;
    private final Operations operations;
    private final TransactionOperations transaction;
    private final Clock clock;

    Results(
            ResultSql sql,
            Uses uses,
            UsageLog log,
            Operations operations,
            TransactionOperations transaction,
            Clock clock) {
        this.sql = sql;
        this.uses = uses;
        this.log = log;
        this.operations = operations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is entered: for which inquiries, what came of them, the number where it was missing, and a note. */
    public record Entry(List<String> numbers, Result.@Nullable Outcome outcome, String caseReference, String note) {
        public Entry {
            numbers = List.copyOf(numbers);
        }
    }

    /** What became of it. */
    public sealed interface Entered {
        /** Every one of them has its result. */
        record Done(int count) implements Entered {}

        /** Nothing was entered; this is what is wrong. */
        record Wrong(List<InputFault> faults) implements Entered {
            public Wrong {
                faults = List.copyOf(faults);
            }
        }
    }

    /** The asker's own latest uses of these acts, with results, newest first. A use in itself. */
    public List<PastInquiry> own(Asker asker, List<String> acts, int limit) {
        var use = Use.of(MY_USES, asker.actor());
        return withResults(log.release(use, uses.latestOf(asker.staffNumber(), acts, limit))
                .value());
    }

    /** The asker's own inquiries that have no result yet, newest first. A use in itself. */
    public List<PastInquiry> owed(Asker asker) {
        return own(asker, List.of(Inquiry.EXISTENCE), MOST).stream()
                .filter(PastInquiry::owesResult)
                .toList();
    }

    /** Uses that were released before, with the results entered since. */
    public List<PastInquiry> withResults(List<PastUse> released) {
        if (released.isEmpty()) {
            return List.of();
        }
        var results = sql.newest(released.stream().map(PastUse::proved).toList());
        return released.stream()
                .map(use -> new PastInquiry(use, results.get(use.proved().number())))
                .toList();
    }

    /** Enters one result for all of these own inquiries, or for none of them. */
    public Entered enter(Asker asker, Entry entry) {
        var faults = new ArrayList<InputFault>();
        var wanted = Set.copyOf(entry.numbers());
        var own = own(asker, List.of(Inquiry.EXISTENCE), MOST).stream()
                .filter(past -> wanted.contains(past.number()))
                .toList();
        var outcome = entry.outcome();
        if (wanted.isEmpty() || own.size() != wanted.size()) {
            faults.add(new InputFault("number", "inquiry.result.fault.number", List.of()));
        }
        if (outcome == null) {
            faults.add(new InputFault("outcome", "inquiry.result.fault.outcome", List.of()));
        }
        if (entry.note().length() > LONGEST_NOTE) {
            faults.add(new InputFault("note", "inquiry.fault.note", List.of(LONGEST_NOTE)));
        }
        var reference = entry.caseReference().strip();
        if (!reference.isEmpty()) {
            own.stream()
                    .flatMap(past -> misfit(past, reference).stream())
                    .findFirst()
                    .ifPresent(faults::add);
        }
        if (!faults.isEmpty() || outcome == null) {
            return new Entered.Wrong(faults);
        }
        transaction.executeWithoutResult(
                _ -> own.forEach(past -> write(asker, past, outcome, reference, entry.note())));
        return new Entered.Done(own.size());
    }

    /** Whether a number can be filled in for this inquiry: it was asked without one, for a purpose that takes one. */
    public boolean takesCase(PastInquiry past) {
        return past.caseReference().isEmpty()
                && purposes(past).stream().anyMatch(purpose -> purpose.need() != Purpose.CaseNeed.NONE);
    }

    private void write(Asker asker, PastInquiry past, Result.Outcome outcome, String reference, String note) {
        var proved = past.use().proved();
        var filled = past.caseReference().isEmpty() && !reference.isEmpty();
        var use = Use.of(RESULT, asker.actor()).stating("of", proved.number()).stating("result", outcome.name());
        if (filled) {
            use = use.because(past.purpose(), reference);
        }
        var id = log.record(note.isBlank() ? use : use.noting(note));
        var kept = past.result() == null ? null : past.result().caseReference();
        var result = new Result(outcome, filled ? reference : kept, clock.instant(), asker.staffNumber());
        sql.insert(new ResultSql.Entered(
                proved.log(),
                proved.index(),
                result,
                asker.personId().value().toString(),
                asker.unit().code(),
                id));
    }

    private Optional<InputFault> misfit(PastInquiry past, String reference) {
        var takes = purposes(past);
        if (!takesCase(past)) {
            return Optional.of(new InputFault("caseReference", "inquiry.result.fault.case-not-taken", List.of()));
        }
        var fits =
                takes.stream().anyMatch(purpose -> purpose.registerOf(reference).isPresent());
        return fits
                ? Optional.empty()
                : Optional.of(new InputFault(
                        "caseReference",
                        "inquiry.result.fault.case",
                        List.of(takes.stream()
                                .flatMap(purpose -> purpose.registers().stream())
                                .map(register -> register.example())
                                .findFirst()
                                .orElse(""))));
    }

    /** The purpose of the inquiry, as each of its operations defined it then. */
    private List<Purpose> purposes(PastInquiry past) {
        return past.use().authority().operations().stream()
                .flatMap(asked -> operations.version(asked.versionHash()).stream())
                .flatMap(version -> version.definition().purpose(past.purpose()).stream())
                .toList();
    }

    /** Names of operations by code, for lists of past inquiries; the code itself where an operation is gone. */
    Map<String, akashi.definition.Label> names() {
        var names = new java.util.TreeMap<String, akashi.definition.Label>();
        operations
                .inForce()
                .forEach(version ->
                        names.put(version.code().value(), version.definition().name()));
        return names;
    }

    /**
     * The purpose of an inquiry in a language, as its operations defined it then; the code where they do not know it.
     */
    public String purpose(PastInquiry past, String lang) {
        return purposes(past).stream()
                .findFirst()
                .map(purpose -> purpose.label().in(lang))
                .orElse(past.purpose());
    }

    /** The name of an operation in a language, or its code. */
    public String name(String code, String lang) {
        return OperationCode.fits(code)
                ? operations
                        .byCode(new OperationCode(code))
                        .map(version -> version.definition().name().in(lang))
                        .orElse(code)
                : code;
    }
}
