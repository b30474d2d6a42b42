package akashi.reorganization;

import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.DutyLine;
import akashi.reorganization.Line.OrderLine;
import akashi.reorganization.Line.PersonLine;
import akashi.reorganization.Line.PostLine;
import akashi.reorganization.Line.UnitLine;
import akashi.reorganization.PlannedOrganization.Move;
import akashi.usage.Actor;
import akashi.usage.Use;
import akashi.web.Patience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes units, posts, people, appointments and duty rosters from CSV files with Japanese headers, in UTF-8 or CP932.
 * All files of one import together are applied, or nothing is.
 */
@Service
public class OrganizationImport {
    static final String ACT = "ORGANIZATION_IMPORT";

    private final Reorganization reorganization;
    private final ImportSql sql;
    private final Clock clock;
    private final TransactionOperations transaction;

    OrganizationImport(Reorganization reorganization, ImportSql sql, Clock clock, TransactionOperations transaction) {
        this.reorganization = reorganization;
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What applying these files now would do; changes nothing. */
    public ImportReport preview(List<ImportFile> files) {
        var read = ImportReader.read(files);
        return report(read, reorganization.plan(read.lines()));
    }

    /**
     * Applies the files and records the use in one transaction, or finds faults and changes nothing. When it returns
     * {@link Applied}, {@link Organization#roster()} of this node shows it. To be called outside a transaction.
     */
    public Outcome apply(List<ImportFile> files, Actor by) {
        return apply(files, Use.of(ACT, by), _ -> {});
    }

    /** How the organisation would stand after these files, with the report; changes nothing. */
    public PlannedOrganization plan(List<ImportFile> files) {
        var read = ImportReader.read(files);
        var plan = reorganization.plan(read.lines());
        var known = plan.after().staffNumbers();
        var moves = read.lines().stream()
                .flatMap(line -> move(line, known).stream())
                .toList();
        return new PlannedOrganization(report(read, plan), plan.after(), moves);
    }

    private static Optional<Move> move(Line line, Map<String, PersonId> known) {
        return switch (line) {
            case OrderLine order ->
                Optional.ofNullable(known.get(order.staffNumber()))
                        .map(person -> new Move(
                                order.at().line(),
                                person,
                                order.from(),
                                order.order().takesAway()));
            case AppointmentLine appointment ->
                Optional.ofNullable(known.get(appointment.staffNumber()))
                        .map(person -> new Move(
                                appointment.at().line(),
                                person,
                                appointment.span().from(),
                                false));
            case UnitLine _, PostLine _, PersonLine _, DutyLine _ -> Optional.empty();
        };
    }

    /**
     * The same as {@link #apply(List, Actor)}, recorded as this use. Nobody gives a post to themselves.
     *
     * @param also runs in the same transaction, with the new generation
     */
    public Outcome apply(List<ImportFile> files, Use use, Consumer<Long> also) {
        var read = ImportReader.read(files);
        var own = own(read.lines(), use.actor());
        if (!read.faults().isEmpty() || !own.isEmpty()) {
            var report = report(read, reorganization.plan(read.lines()));
            own.addAll(report.faults());
            return new Refused(new ImportReport(report.files(), own, report.repairs(), report.effects()));
        }
        var stated = use.stating("lines", Integer.toString(read.lines().size()));
        var applied = Patience.longer(() -> reorganization.apply(read.lines(), stated, also));
        var report = report(read, applied.plan());
        return applied.done() ? new Applied(report, applied.generation()) : new Refused(report);
    }

    private static List<ImportReport.Fault> own(List<Line> lines, Actor by) {
        var faults = new ArrayList<ImportReport.Fault>();
        for (var line : lines) {
            switch (line) {
                case AppointmentLine appointment
                when appointment.staffNumber().equals(by.staffNumber()) ->
                    faults.add(
                            appointment.at().fault(Columns.STAFF_NUMBER, "own-appointment", appointment.staffNumber()));
                case OrderLine order
                when order.staffNumber().equals(by.staffNumber())
                        && !order.order().takesAway() ->
                    faults.add(order.at().fault(Columns.STAFF_NUMBER, "own-appointment", order.staffNumber()));
                case UnitLine _, PostLine _, PersonLine _, AppointmentLine _, DutyLine _, OrderLine _ -> {}
            }
        }
        return faults;
    }

    /** Keeps files to be looked at and applied later; gives the number of the import. */
    long keep(List<ImportFile> files, Actor by) {
        var number = transaction.execute(_ -> sql.keep(files, by.staffNumber(), clock.instant()));
        if (number == null) {
            throw new IllegalStateException("the kept import must have a number");
        }
        return number;
    }

    Optional<KeptImport> kept(long number) {
        return sql.find(number);
    }

    List<KeptImport> latest() {
        return sql.latest();
    }

    ImportReport previewKept(long number) {
        return withoutOrders(preview(sql.files(number)));
    }

    /** A transfer order is applied where a second person looks at it. */
    private static ImportReport withoutOrders(ImportReport report) {
        var faults = new ArrayList<>(report.faults());
        report.files().stream()
                .filter(file -> ImportKind.ORDERS.message().equals(file.kind()))
                .forEach(file -> faults.add(new Place(file.name(), 1).fault(Columns.ORDER, "orders-elsewhere")));
        return new ImportReport(report.files(), faults, report.repairs(), report.effects());
    }

    /** What applying it would do; once it was applied, how its files were read. */
    ImportReport reportOf(KeptImport kept) {
        if (kept.appliedAt() == null) {
            return previewKept(kept.number());
        }
        var read = ImportReader.read(sql.files(kept.number()));
        return new ImportReport(read.files(), List.of(), read.repairs(), List.of());
    }

    /** Applies what was kept, once. */
    Outcome applyKept(long number, Use use) {
        var looked = previewKept(number);
        if (!looked.clean()) {
            return new Refused(looked);
        }
        return apply(sql.files(number), use.stating("import", Long.toString(number)), generation -> {
            if (!sql.applied(number, generation, use.actor().staffNumber(), clock.instant())) {
                throw new IllegalStateException("import " + number + " was applied already");
            }
        });
    }

    private static ImportReport report(ImportReader.Read read, Plan plan) {
        var faults = new ArrayList<>(read.faults());
        faults.addAll(plan.faults());
        faults.sort(Comparator.comparing(ImportReport.Fault::file).thenComparingInt(ImportReport.Fault::line));
        return new ImportReport(read.files(), faults, read.repairs(), plan.effects());
    }

    /** How it went. */
    public sealed interface Outcome {
        ImportReport report();
    }

    /** Done; the tables are at this generation. */
    public record Applied(ImportReport report, long generation) implements Outcome {}

    /** Nothing changed; the report has the faults. */
    public record Refused(ImportReport report) implements Outcome {}
}
