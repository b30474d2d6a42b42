package akashi.launch;

import akashi.calendar.JapaneseDates;
import akashi.enrolment.FirstCodes;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.reorganization.ImportFile;
import akashi.reorganization.ImportReport;
import akashi.reorganization.OrganizationImport;
import akashi.terminal.Terminals;
import akashi.usage.Actor;
import akashi.web.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What a site begins with, written as uses on the log: the organisation, the first terminal, the codes for the first
 * account.
 */
@Component
@Profile("setup")
class Founding {
    private static final Actor SETUP = Actor.system("setup");
    private static final int MOST_SHOWN = 200;
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale JAPANESE = Locale.JAPANESE;

    private final OrganizationImport imports;
    private final Organization organization;
    private final Terminals terminals;
    private final FirstCodes codes;
    private final Messages messages;

    Founding(
            OrganizationImport imports,
            Organization organization,
            Terminals terminals,
            FirstCodes codes,
            Messages messages) {
        this.imports = imports;
        this.organization = organization;
        this.terminals = terminals;
        this.codes = codes;
        this.messages = messages;
    }

    /**
     * Does what is not done yet.
     *
     * @param files of the organisation; empty where there is one
     * @param terminal the first one, or null where there is one
     * @param staffNumber who the system general manager is, or empty to take the holder of the post
     * @param anew whether codes that can still be used are replaced
     */
    void run(List<Path> files, SetupSettings.@Nullable First terminal, String staffNumber, boolean anew) {
        if (files.isEmpty()) {
            Setup.say("組織: 入っています。", "organisation: there already.");
        } else {
            importOrganization(files);
        }
        if (terminal == null) {
            Setup.say("端末: 登録されています。", "terminal: registered already.");
        } else {
            register(terminal);
        }
        hand(manager(staffNumber), anew);
    }

    private void importOrganization(List<Path> files) {
        var read = files.stream().map(Founding::read).toList();
        switch (imports.apply(read, SETUP)) {
            case OrganizationImport.Applied(var report, var _) -> taken(report);
            case OrganizationImport.Refused(var report) ->
                throw new Refusal("AKASHI_ORGANIZATION_CSV: 組織のファイルに誤りが "
                        + report.faults().size()
                        + " 件あり、何も入れていません。直してもう一度実行してください。 / the organisation's files have "
                        + report.faults().size() + " faults, so nothing was taken; mend them and run setup again.\n"
                        + faults(report));
        }
    }

    private static void taken(ImportReport report) {
        var known = report.count(ImportReport.Change.UNCHANGED);
        var fresh = report.effects().size() - known;
        Setup.say(
                "組織: " + fresh + " 行を入れました（すでにあるもの " + known + " 行、読み替え "
                        + report.repairs().size() + " 件）。" + files(report),
                "organisation: " + fresh + " lines taken, " + known + " known already, "
                        + report.repairs().size() + " read in another way"
                        + (report.repairs().isEmpty() ? "." : ":"));
        report.repairs().stream()
                .limit(MOST_SHOWN)
                .map(repair -> "    " + repair.file() + ":" + repair.line() + " " + repair.column() + " 「"
                        + repair.from() + "」→「" + repair.to() + "」")
                .forEach(System.out::println);
    }

    private static ImportFile read(Path file) {
        try {
            return new ImportFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    private static String files(ImportReport report) {
        return report.files().stream()
                .map(file -> file.name() + " " + file.encoding() + " " + file.lines())
                .collect(Collectors.joining("、"));
    }

    private String faults(ImportReport report) {
        var lines = new ArrayList<String>();
        report.faults().stream()
                .limit(MOST_SHOWN)
                .map(fault -> "  " + fault.file() + ":" + fault.line() + " " + fault.column() + " "
                        + messages.text(JAPANESE, fault.message(), fault.args().toArray())
                        + " / "
                        + messages.text(ENGLISH, fault.message(), fault.args().toArray()))
                .forEach(lines::add);
        if (report.faults().size() > MOST_SHOWN) {
            lines.add("  … " + (report.faults().size() - MOST_SHOWN));
        }
        return String.join("\n", lines);
    }

    private void register(SetupSettings.First terminal) {
        var roster = organization.roster();
        var unit = roster.unitByCode(terminal.unit())
                .orElseThrow(() -> new Refusal("AKASHI_FIRST_TERMINAL_UNIT: 所属コード " + terminal.unit()
                        + " の所属は今日ありません。組織のファイルの所属コードを書いてください。 / there is no unit " + terminal.unit()
                        + " today; give a unit code of the organisation's files."));
        var kind = Objects.requireNonNull(terminal.kind(), "the class was checked");
        var registered = terminals.register(
                terminal.number(), kind, unit.id(), terminal.place(), terminal.address(), roster.date(), SETUP);
        Setup.say(
                "端末: " + registered.number() + "（" + unit.name(JAPANESE) + "、" + registered.address() + "）を登録しました。",
                "terminal: " + registered.number() + " of " + unit.code() + " at " + registered.address()
                        + " registered.");
    }

    /** The holder of the post of system general manager, or the one of its holders that the setting names. */
    private Person manager(String staffNumber) {
        var roster = organization.roster();
        var holders = holders(roster);
        if (!staffNumber.isEmpty()) {
            return holders.stream()
                    .filter(person -> person.staffNumber().equals(staffNumber))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("AKASHI_GENERAL_MANAGER: 職員番号 " + staffNumber
                            + " の人は今日、システム総括責任者の職に就いていません。 / nobody with staff number " + staffNumber
                            + " holds a post of the class システム総括責任者 today and is on duty."));
        }
        if (holders.isEmpty()) {
            throw new Refusal("システム総括責任者の職（職区分「" + PostClass.SYSTEM_GENERAL_MANAGER.written()
                    + "」）に就いている人が組織にいません。組織のファイルに加えて、もう一度実行してください。 / the organisation has nobody on duty in a post of"
                    + " the class システム総括責任者; put one into its files and run setup again.");
        }
        if (holders.size() > 1) {
            throw new Refusal("AKASHI_GENERAL_MANAGER: システム総括責任者の職に就いている人が " + holders.size()
                    + " 人います。職員番号で一人を指定してください。 / " + holders.size()
                    + " people hold a post of the class システム総括責任者; name one by staff number: "
                    + holders.stream().map(Person::staffNumber).collect(Collectors.joining(", ")));
        }
        return holders.getFirst();
    }

    private static List<Person> holders(Roster roster) {
        return roster.units().stream()
                .map(Unit::id)
                .flatMap((UnitId unit) -> roster.postsOf(unit).stream())
                .filter(post -> post.postClass() == PostClass.SYSTEM_GENERAL_MANAGER)
                .flatMap(post -> roster.holdersOf(post.id()).stream())
                .flatMap(held -> roster.person(held.person()).stream())
                .filter(person -> person.duty().mayAct())
                .distinct()
                .toList();
    }

    private void hand(Person manager, boolean anew) {
        var waiting = codes.usableUntil();
        if (waiting.isPresent() && !anew) {
            Setup.say(
                    "符号: " + until(waiting.get()) + " まで有効な符号を前に作ってあります。失ったときは ./akashi setup --codes で作り直してください。",
                    "codes: made before and valid until then; if they are lost, ./akashi setup --codes makes new ones.");
            return;
        }
        var made = codes.make(manager.id());
        new CodeSheet(System.out, System.console()).print(manager.staffNumber(), made.codes(), until(made.expires()));
    }

    private static String until(Instant instant) {
        return JapaneseDates.format(JapaneseDates.dateOf(instant)) + " " + JapaneseDates.time(instant);
    }
}
