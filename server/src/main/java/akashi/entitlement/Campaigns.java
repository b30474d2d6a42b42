package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.access.Prospects;
import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Recertifications (定期点検): opened for a unit, gone through by its head, signed with the digest of list and answers. */
@Service
class Campaigns {
    static final int DAYS = 30;
    private static final int SHOWN = 200;

    private final CampaignSql sql;
    private final IndividualRights rights;
    private final Prospects prospects;
    private final Organization organization;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Campaigns(
            CampaignSql sql,
            IndividualRights rights,
            Prospects prospects,
            Organization organization,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.rights = rights;
        this.prospects = prospects;
        this.organization = organization;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of opening one. */
    sealed interface Opening {
        /** For this unit. */
        record Opened(long number) implements Opening {}

        /** The unit has ended; opened for the units that took over. */
        record ForSuccessors(int count) implements Opening {}

        /** Nothing was opened; the message key says why and how to go on. */
        record Refused(String message) implements Opening {}
    }

    Opening open(String code, Campaign.Ground ground, Actor by) {
        var roster = organization.roster();
        var id = organization.unitOfCode(code);
        if (id.isEmpty()) {
            return new Opening.Refused("entitlement.fault.no-unit");
        }
        var unit = roster.unit(id.get());
        if (unit.isPresent()) {
            if (!unit.get().kind().command()) {
                return new Opening.Refused("entitlement.fault.not-command");
            }
            return open(unit.get(), ground, by)
                    .<Opening>map(Opening.Opened::new)
                    .orElse(new Opening.Refused("entitlement.fault.open"));
        }
        var successors = successors(id.get());
        if (successors.isEmpty()) {
            return new Opening.Refused("entitlement.fault.abolished");
        }
        successors.forEach(successor -> {
            var _ = open(successor, ground, by);
        });
        return new Opening.ForSuccessors(successors.size());
    }

    private Optional<Long> open(Unit unit, Campaign.Ground ground, Actor by) {
        var due = JapaneseDates.dateOf(clock.instant()).plusDays(DAYS);
        var number = transaction.execute(_ -> {
            var given = sql.open(unit.code(), ground, due, by.staffNumber(), clock.instant()).stream()
                    .findFirst();
            given.ifPresent(opened -> {
                tasks.raise(Task.of(
                                Task.Kind.REQUEST,
                                task(opened),
                                Task.To.headOf(unit.id()),
                                "/entitlements/campaigns/" + opened,
                                "entitlement.task.campaign",
                                Task.Word.unit(unit.code()))
                        .until(due));
                var _ = usage.record(Use.of("RECERTIFY_OPEN", by)
                        .stating("campaign", Long.toString(opened))
                        .stating("unit", unit.code())
                        .stating("ground", ground.name())
                        .stating("due", due.toString()));
            });
            return given;
        });
        return number == null ? Optional.empty() : number;
    }

    private List<Unit> successors(UnitId id) {
        var roster = organization.roster();
        return roster.current(id).stream()
                .flatMap(found -> roster.command(found).stream())
                .distinct()
                .toList();
    }

    /** What is to be answered now, without the rights of whoever would sign. */
    List<Campaign.Line> lines(Campaign campaign, Asker signer) {
        var roster = organization.roster();
        var unit = roster.unitByCode(campaign.unit());
        if (unit.isEmpty()) {
            return List.of();
        }
        var held = rights.held();
        var lines = new ArrayList<Campaign.Line>();
        for (var person : people(unit.get().id())) {
            if (person.id().equals(signer.personId())) {
                continue;
            }
            var open = prospects.of(person.id(), roster);
            if (!open.rights().isEmpty()) {
                var classes = open.offices().stream()
                        .map(office -> office.post().postClass().written())
                        .distinct()
                        .toList();
                lines.add(new Campaign.Line(person.staffNumber(), 0, String.join("・", classes)));
            }
            held.stream()
                    .filter(grant -> grant.holder().equals(person.id()))
                    .forEach(grant -> lines.add(new Campaign.Line(
                            person.staffNumber(),
                            grant.number(),
                            grant.operation().value() + " " + grant.act() + " " + grant.scope())));
        }
        return Campaign.sorted(lines);
    }

    private List<Person> people(UnitId unit) {
        var roster = organization.roster();
        return roster.people().stream()
                .filter(person -> roster.principalOf(person.id())
                        .filter(held -> roster.within(held.unit(), unit))
                        .isPresent())
                .toList();
    }

    /**
     * Signs it: keeps and takes away as answered, in one transaction with the entry that states the digest.
     *
     * @param digest of the list the answers belong to
     * @return message key of why nothing was done, or empty
     */
    Optional<String> sign(
            Campaign campaign, Map<String, Campaign.Answer> answers, String digest, Asker by, Use.Ruling ruling) {
        var lines = lines(campaign, by);
        if (campaign.state() != Campaign.State.OPEN) {
            return Optional.of("entitlement.fault.stale");
        }
        if (!digest(lines, List.of()).equals(digest)) {
            return Optional.of("entitlement.fault.list");
        }
        var given = lines.stream()
                .flatMap(line -> Optional.ofNullable(answers.get(line.key())).stream())
                .toList();
        if (given.size() != lines.size()) {
            return Optional.of("entitlement.fault.unanswered");
        }
        if (given.stream()
                .anyMatch(answer -> !answer.keep() && answer.why().strip().length() < 3)) {
            return Optional.of("entitlement.fault.why");
        }
        var roster = organization.roster();
        var taken = given.stream().filter(answer -> !answer.keep()).toList();
        var revoked = taken.stream()
                .map(answer -> answer.line().granted())
                .filter(number -> number != 0)
                .toList();
        List<PersonId> stopped = taken.stream()
                .filter(answer -> answer.line().granted() == 0)
                .flatMap(answer -> roster.byStaffNumber(answer.line().staff()).stream())
                .map(Person::id)
                .toList();
        var signed = new Campaign.Signed(
                by.staffNumber(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                lines.size(),
                taken.size(),
                digest(lines, given));
        rights.take(by.actor(), by.personId(), revoked, stopped, "定期点検第" + campaign.number() + "号", () -> {
            if (!sql.sign(campaign.number(), signed)) {
                throw new IllegalStateException("the campaign ended meanwhile: " + campaign.number());
            }
            for (int line = 0; line < given.size(); line++) {
                sql.answer(campaign.number(), line + 1, given.get(line));
            }
            var _ = tasks.done(task(campaign.number()), by.actor());
            var _ = usage.record(Use.of("RECERTIFY_SIGN", by.actor())
                    .decided(ruling)
                    .stating("campaign", Long.toString(campaign.number()))
                    .stating("unit", campaign.unit())
                    .stating("lines", Integer.toString(lines.size()))
                    .stating("taken", Integer.toString(taken.size()))
                    .stating("digest", signed.digest()));
        });
        return Optional.empty();
    }

    /** Opens those of units to which somebody was transferred today, and moves those of units that ended. */
    void look() {
        var roster = organization.roster();
        var today = roster.date();
        for (var campaign : sql.latest(SHOWN)) {
            if (campaign.state() == Campaign.State.OPEN
                    && roster.unitByCode(campaign.unit()).isEmpty()) {
                move(campaign);
            }
        }
        if (today.getMonthValue() == 6 && today.getDayOfMonth() <= 7) {
            var had = sql.unitsSince(clock.instant().minus(Duration.ofDays(30)));
            roster.units().stream()
                    .filter(unit -> unit.kind().command() && !had.contains(unit.code()))
                    .forEach(unit -> {
                        var _ = open(unit, Campaign.Ground.YEARLY, Actor.system("entitlement"));
                    });
        }
        var recent = sql.unitsSince(clock.instant().minus(Duration.ofDays(DAYS)));
        roster.unitsJoinedOn(today).stream()
                .flatMap(id -> roster.command(id).stream())
                .distinct()
                .filter(unit -> !recent.contains(unit.code()))
                .forEach(unit -> {
                    var _ = open(unit, Campaign.Ground.TRANSFER, Actor.system("entitlement"));
                });
    }

    private void move(Campaign campaign) {
        var moved = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.move(campaign.number(), clock.instant())) {
                return false;
            }
            tasks.done(task(campaign.number()));
            var _ = usage.record(Use.of("RECERTIFY_MOVE", Actor.system("entitlement"))
                    .stating("campaign", Long.toString(campaign.number()))
                    .stating("unit", campaign.unit()));
            return true;
        }));
        if (moved) {
            organization.unitOfCode(campaign.unit()).stream()
                    .flatMap(id -> successors(id).stream())
                    .forEach(unit -> {
                        var _ = open(unit, campaign.ground(), Actor.system("entitlement"));
                    });
        }
    }

    List<Campaign> latest() {
        return sql.latest(SHOWN);
    }

    Optional<Campaign> one(long number) {
        return sql.one(number);
    }

    List<Campaign.Answer> answers(long number) {
        return sql.answers(number);
    }

    LocalDate today() {
        return organization.roster().date();
    }

    /** Over the lines, and the answers where there are some. */
    static String digest(List<Campaign.Line> lines, List<Campaign.Answer> answers) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var line : lines) {
                sha.update((line.key() + "\n" + line.what() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (var answer : answers) {
                sha.update((answer.line().key() + "\n" + answer.keep() + "\n" + answer.why() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String task(long number) {
        return "entitlement/campaign/" + number;
    }
}
