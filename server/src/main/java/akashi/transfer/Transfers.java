package akashi.transfer;

import akashi.access.Asker;
import akashi.access.Prospects;
import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.reorganization.ImportFile;
import akashi.reorganization.ImportReport;
import akashi.reorganization.OrganizationImport;
import akashi.reorganization.PlannedOrganization;
import akashi.reorganization.PlannedOrganization.Move;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transfer orders: entered, looked at, applied by somebody else. Applying writes future days too; on its day each takes
 * effect without anything being done.
 */
@Service
class Transfers {
    static final String ENTER = "TRANSFER_ENTER";
    static final String APPLY = "TRANSFER_APPLY";
    static final String WITHDRAW = "TRANSFER_WITHDRAW";
    private static final String ORDERS = "reorganization.kind.ORDERS";
    private static final int SHOWN = 100;
    private static final int LONGEST_PAPER = 200;

    private final OrganizationImport imports;
    private final Organization organization;
    private final Prospects prospects;
    private final Opposite opposite;
    private final TransferSql sql;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Transfers(
            OrganizationImport imports,
            Organization organization,
            Prospects prospects,
            Opposite opposite,
            TransferSql sql,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.organization = organization;
        this.prospects = prospects;
        this.opposite = opposite;
        this.sql = sql;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of entering one. */
    sealed interface Entry {
        /** It waits to be applied. */
        record Entered(long number) implements Entry {}

        /** Nothing was kept; the report names every fault. */
        record Refused(ImportReport report) implements Entry {}

        /** Nothing was kept, because nothing would come of it; the message key says why and how to go on. */
        record Needless(String message) implements Entry {}
    }

    /** What came of applying one. */
    sealed interface Application {
        /** Written; {@code lines} of it. */
        record Applied(int lines) implements Application {}

        /** Nothing was changed; the message key says why and how to go on. */
        record Refused(String message) implements Application {}
    }

    /** Keeps a file without fault, to be applied by somebody else. */
    Entry enter(ImportFile file, String paper, Actor by, Use.Ruling ruling) {
        return enter(file, paper, null, by, ruling);
    }

    /**
     * Prepares the order that puts people back where they were before an applied one, to be looked at and applied by
     * somebody else like any other.
     *
     * @param staff number of the one person to put back, or empty for everybody on it
     */
    Entry oppose(Transfer transfer, String staff, Actor by, Use.Ruling ruling) {
        if (transfer.state() != Transfer.State.APPLIED) {
            return new Entry.Needless("transfer.stale");
        }
        if (sql.opposites(transfer.number()).stream().anyMatch(other -> other.state() == Transfer.State.WAITING)) {
            return new Entry.Needless("transfer.opposite.waits");
        }
        var only = organization.roster().byStaffNumber(staff).map(person -> person.id());
        if (!staff.isEmpty() && only.isEmpty()) {
            return new Entry.Needless("transfer.opposite.person");
        }
        var moves = imports.plan(List.of(sql.file(transfer.number()))).moves().stream()
                .filter(move -> only.isEmpty() || move.person().equals(only.get()))
                .toList();
        return opposite.of(transfer, moves)
                .map(file -> enter(file, paper(transfer), transfer.number(), by, ruling))
                .orElseGet(() ->
                        new Entry.Needless(moves.isEmpty() ? "transfer.opposite.person" : "transfer.opposite.nothing"));
    }

    private static String paper(Transfer transfer) {
        var paper = transfer.paper() + "（第" + transfer.number() + "号を元に戻す）";
        return paper.substring(Math.max(0, paper.length() - LONGEST_PAPER));
    }

    private Entry enter(ImportFile file, String paper, @Nullable Long undoes, Actor by, Use.Ruling ruling) {
        var planned = imports.plan(List.of(file));
        var report = checked(planned.report());
        if (!report.clean() || planned.moves().isEmpty()) {
            return new Entry.Refused(report);
        }
        var days = planned.moves().stream().map(Move::day).sorted().toList();
        var people = planned.moves().stream().map(Move::person).distinct().count();
        var counts =
                new Transfer.Counts(file.name(), planned.moves().size(), (int) people, days.getFirst(), days.getLast());
        var number = transaction.execute(_ -> {
            var kept = sql.keep(new Transfer.Draft(paper, file, counts, undoes), step(by));
            tasks.raise(Task.of(
                    Task.Kind.REQUEST,
                    task(kept),
                    new Task.To.Holders(
                            Set.of(PostClass.SYSTEM_GENERAL_MANAGER, PostClass.INFORMATION_MANAGEMENT), null),
                    "/transfers/" + kept,
                    "transfer.task",
                    Task.Word.code(Long.toString(kept)),
                    Task.Word.number(counts.people())));
            var _ = usage.record(stated(Use.of(ENTER, by).decided(ruling), kept, counts)
                    .stating("paper", paper)
                    .stating("undoes", undoes == null ? "" : Long.toString(undoes)));
            return kept;
        });
        if (number == null) {
            throw new IllegalStateException("a kept transfer must have a number");
        }
        return new Entry.Entered(number);
    }

    /**
     * Applies exactly what was looked at. The next decision about everybody on it is right when this returns; what has
     * a later day takes effect by itself.
     *
     * @param digest of the preview that was looked at
     */
    Application apply(Transfer transfer, String digest, Actor by, Use.Ruling ruling) {
        if (transfer.state() != Transfer.State.WAITING) {
            return new Application.Refused("transfer.stale");
        }
        var preview = preview(transfer);
        if (!preview.digest().equals(digest)) {
            return new Application.Refused("transfer.changed");
        }
        if (transfer.entered().by().equals(by.staffNumber()) && !preview.takesAway()) {
            return new Application.Refused("transfer.same");
        }
        var use = stated(Use.of(APPLY, by).decided(ruling), transfer.number(), transfer.counts())
                .stating("paper", transfer.paper())
                .stating("enterer", transfer.entered().by())
                .stating("digest", digest);
        var outcome = imports.apply(List.of(sql.file(transfer.number())), use, generation -> {
            if (!sql.applied(transfer.number(), generation, step(by))) {
                throw new IllegalStateException(
                        "the transfer was decided by somebody else meanwhile: " + transfer.number());
            }
            var _ = tasks.done(task(transfer.number()), by);
        });
        return switch (outcome) {
            case OrganizationImport.Applied applied ->
                new Application.Applied(applied.report().effects().size());
            case OrganizationImport.Refused(var report) ->
                new Application.Refused(
                        report.faults().stream()
                                        .anyMatch(fault -> fault.message().endsWith("own-appointment"))
                                ? "transfer.own"
                                : "transfer.faults");
        };
    }

    /** Takes one back that waits; false if it was decided meanwhile. */
    boolean withdraw(Transfer transfer, Actor by, Use.Ruling ruling) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.withdrawn(transfer.number(), step(by))) {
                return false;
            }
            var _ = tasks.done(task(transfer.number()), by);
            var _ = usage.record(stated(Use.of(WITHDRAW, by).decided(ruling), transfer.number(), transfer.counts()));
            return true;
        }));
    }

    List<Transfer> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Transfer> one(long number) {
        return sql.one(number);
    }

    /** Orders that put this one right. */
    List<Transfer> opposites(Transfer transfer) {
        return sql.opposites(transfer.number());
    }

    /** What it does to everybody on it; once applied, what it did. */
    Preview preview(Transfer transfer) {
        return preview(imports.plan(List.of(sql.file(transfer.number()))), transfer.state());
    }

    private Preview preview(PlannedOrganization planned, Transfer.State state) {
        var applied = state == Transfer.State.APPLIED;
        Function<LocalDate, Roster> after = applied ? organization::roster : planned::roster;
        var today = organization.roster().date();
        var rows = new ArrayList<Preview.Row>();
        for (var moves : byPersonAndDay(planned.moves()).values()) {
            row(moves, today, applied, after).ifPresent(rows::add);
        }
        var report = applied
                ? new ImportReport(
                        planned.report().files(), List.of(), planned.report().repairs(), List.of())
                : checked(planned.report());
        return new Preview(report, rows, digest(rows));
    }

    private Optional<Preview.Row> row(
            List<Move> moves, LocalDate today, boolean applied, Function<LocalDate, Roster> after) {
        var move = moves.getFirst();
        var late = move.day().isBefore(today);
        // What is entered late holds at once: the step is between what is held today and what will be.
        var then = late && !applied ? today : move.day();
        var eve = applied || move.day().isAfter(today) ? after.apply(then.minusDays(1)) : organization.roster(then);
        var roster = after.apply(then);
        var before = prospects.of(move.person(), eve);
        var coming = prospects.of(move.person(), roster);
        return roster.person(move.person())
                .or(() -> eve.person(move.person()))
                .map(person -> new Preview.Row(
                        move.line(),
                        person,
                        move.day(),
                        before.offices().stream().findFirst().orElse(null),
                        coming.offices().stream().findFirst().orElse(null),
                        coming.mayAct(),
                        before.mayAct() && !coming.mayAct(),
                        late,
                        moves.stream().allMatch(Move::takesAway),
                        Difference.between(before, coming)));
    }

    private static Map<String, List<Move>> byPersonAndDay(List<Move> moves) {
        var grouped = new LinkedHashMap<String, List<Move>>();
        for (var move : moves) {
            grouped.computeIfAbsent(move.person().value() + " " + move.day(), _ -> new ArrayList<>())
                    .add(move);
        }
        return grouped;
    }

    /** Only transfer orders are taken here. */
    private static ImportReport checked(ImportReport report) {
        var faults = new ArrayList<>(report.faults());
        report.files().stream()
                .filter(file -> file.kind() != null && !ORDERS.equals(file.kind()))
                .forEach(file ->
                        faults.add(new ImportReport.Fault(file.name(), 1, "", "transfer.fault.not-orders", List.of())));
        return new ImportReport(report.files(), faults, report.repairs(), report.effects());
    }

    private static String digest(List<Preview.Row> rows) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var row : rows) {
                var difference = row.difference();
                var line = String.join(
                        "\n",
                        row.person().staffNumber(),
                        row.day().toString(),
                        post(row.before()),
                        post(row.after()),
                        Boolean.toString(row.acting()),
                        difference.gained().toString(),
                        difference.lost().toString(),
                        difference.actsGained().toString(),
                        difference.actsLost().toString());
                sha.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String post(Asker.@Nullable Office office) {
        return office == null ? "" : office.post().code();
    }

    private static String task(long number) {
        return "transfer/order/" + number;
    }

    private Transfer.Step step(Actor by) {
        return new Transfer.Step(by.staffNumber(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Use stated(Use use, long number, Transfer.Counts counts) {
        return use.stating("transfer", Long.toString(number))
                .stating("people", Integer.toString(counts.people()))
                .stating("lines", Integer.toString(counts.lines()))
                .stating("first", counts.first().toString())
                .stating("last", counts.last().toString());
    }

    /** Today in Japan. */
    LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }
}
