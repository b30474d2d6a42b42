package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through a recertification and signs it, with the digest of list and answers. Whoever heads the unit signs for
 * everybody else; what they hold themselves waits for the next head above or the system manager. Nobody signs for
 * themselves.
 */
@Service
class Signing {
    static final String SIGN = "RECERTIFY_SIGN";
    static final String SIGN_HEAD = "RECERTIFY_SIGN_HEAD";
    static final String SAVE = "RECERTIFY_SAVE";
    private static final int DAYS_ABOVE = 14;
    private static final int LONGEST = 1000;
    private static final Set<PostClass> KEEPERS =
            Set.of(PostClass.SYSTEM_GENERAL_MANAGER, PostClass.INFORMATION_MANAGEMENT);

    private final CampaignSql sql;
    private final Covered covered;
    private final IndividualRights rights;
    private final Organization organization;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Signing(
            CampaignSql sql,
            Covered covered,
            IndividualRights rights,
            Organization organization,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.covered = covered;
        this.rights = rights;
        this.organization = organization;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be answered now, for the signature that comes next, by this person. */
    List<Campaign.Line> lines(Campaign campaign, Asker signer) {
        return switch (campaign.state()) {
            case OPEN ->
                organization
                        .roster()
                        .unitByCode(campaign.unit())
                        .map(unit -> covered.lines(unit.id(), left(campaign, signer)))
                        .orElse(List.of());
            case REST -> covered.of(campaign.rest());
            case SIGNED, MOVED -> List.of();
        };
    }

    /** Staff numbers of those whose rights this signer leaves to somebody above. */
    private List<String> left(Campaign campaign, Asker signer) {
        var left = new LinkedHashSet<String>();
        organization.roster().unitByCode(campaign.unit()).ifPresent(unit -> left.addAll(covered.heads(unit.id())));
        left.add(signer.staffNumber());
        return List.copyOf(left);
    }

    /**
     * Whether this person is far enough from what comes next: not on it, and for the rights of a head the head of a
     * unit above or the system manager. That they head the unit at all is asked at the gate.
     */
    boolean fit(Campaign campaign, Asker by) {
        return switch (campaign.state()) {
            case OPEN -> true;
            case REST ->
                !campaign.rest().contains(by.staffNumber())
                        && (by.charges()
                                        .anyMatch(office ->
                                                KEEPERS.contains(office.post().postClass()))
                                || above(campaign, by));
            case SIGNED, MOVED -> false;
        };
    }

    private boolean above(Campaign campaign, Asker by) {
        var roster = organization.roster();
        return roster.unitByCode(campaign.unit())
                .filter(unit -> by.charges()
                        .filter(office -> office.post().postClass() == PostClass.UNIT_HEAD
                                || office.post().postClass() == PostClass.SECTION_HEAD)
                        .anyMatch(office -> !office.unit().id().equals(unit.id())
                                && roster.within(unit.id(), office.unit().id())))
                .isPresent();
    }

    /** Keeps answers that are not signed yet, so that a long list can be gone on with later. */
    void save(Campaign campaign, Collection<Campaign.Answer> answers, Asker by, Use.Ruling ruling) {
        transaction.executeWithoutResult(_ -> {
            answers.stream()
                    .filter(answer -> answer.why().length() <= LONGEST)
                    .forEach(answer -> sql.draft(campaign.number(), answer, by.staffNumber(), clock.instant()));
            var _ = usage.record(Use.of(SAVE, by.actor())
                    .decided(ruling)
                    .stating("campaign", Long.toString(campaign.number()))
                    .stating("answered", Integer.toString(answers.size())));
        });
    }

    /** What was kept for these lines and is not signed. */
    Map<String, Campaign.Answer> saved(Campaign campaign, List<Campaign.Line> lines) {
        return sql.drafts(campaign.number(), lines);
    }

    List<Campaign.Answer> signed(long number) {
        return sql.answers(number);
    }

    /**
     * Signs it: keeps and takes away as answered, in one transaction with the entry that states the digest.
     *
     * @param digest of the list the answers belong to
     * @return message key of why nothing was done, or empty
     */
    Optional<String> sign(
            Campaign campaign, Map<String, Campaign.Answer> answers, String digest, Asker by, Use.Ruling ruling) {
        if (!campaign.waits()) {
            return Optional.of("entitlement.fault.stale");
        }
        if (!fit(campaign, by)) {
            return Optional.of("entitlement.fault.above");
        }
        var lines = lines(campaign, by);
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
                .anyMatch(answer -> !answer.keep()
                        && (answer.why().strip().length() < 3 || answer.why().length() > LONGEST))) {
            return Optional.of("entitlement.fault.why");
        }
        apply(campaign, given, by, ruling);
        return Optional.empty();
    }

    private void apply(Campaign campaign, List<Campaign.Answer> given, Asker by, Use.Ruling ruling) {
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
        var lines = given.stream().map(Campaign.Answer::line).toList();
        var signed = new Campaign.Signed(
                campaign.part(),
                by.staffNumber(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                given.size(),
                taken.size(),
                digest(lines, given));
        rights.take(by.actor(), by.personId(), revoked, stopped, "定期点検第" + campaign.number() + "号", () -> {
            move(campaign, by);
            given.forEach(answer -> sql.answer(campaign.number(), answer));
            sql.sign(campaign.number(), signed);
            sql.clearDrafts(campaign.number());
            var _ = tasks.done(task(campaign.number(), campaign.part()), by.actor());
            var _ = usage.record(Use.of(campaign.part() == 1 ? SIGN : SIGN_HEAD, by.actor())
                    .decided(ruling)
                    .stating("campaign", Long.toString(campaign.number()))
                    .stating("unit", campaign.unit())
                    .stating("lines", Integer.toString(given.size()))
                    .stating("taken", Integer.toString(taken.size()))
                    .stating("digest", signed.digest()));
        });
    }

    /** Ends it, or leaves the rights of those who head the unit to somebody above. */
    private void move(Campaign campaign, Asker by) {
        var left = campaign.state() == Campaign.State.OPEN ? own(left(campaign, by), campaign) : List.<String>of();
        boolean moved;
        if (left.isEmpty()) {
            moved = sql.end(
                    campaign.number(), campaign.state(), Campaign.State.SIGNED, by.staffNumber(), clock.instant());
        } else {
            var due = organization.roster().date().plusDays(DAYS_ABOVE);
            moved = sql.leave(campaign.number(), left, due);
            askAbove(tasks, campaign.number(), campaign.unit(), due.isAfter(campaign.due()) ? due : campaign.due());
        }
        if (!moved) {
            throw new IllegalStateException("the campaign ended meanwhile: " + campaign.number());
        }
    }

    /** Those of them who belong to the unit and hold something. */
    private List<String> own(List<String> staff, Campaign campaign) {
        var unit = organization.roster().unitByCode(campaign.unit());
        return unit.stream()
                .flatMap(found -> covered.lines(found.id(), List.of()).stream())
                .map(Campaign.Line::staff)
                .filter(staff::contains)
                .distinct()
                .toList();
    }

    /** Asks the system manager to go through what the heads of a unit hold; heads above find it in their list. */
    static void askAbove(Tasks tasks, long number, String unit, LocalDate due) {
        tasks.raise(Task.of(
                        Task.Kind.REQUEST,
                        task(number, 2),
                        new Task.To.Holders(KEEPERS, null),
                        "/entitlements/campaigns/" + number,
                        "entitlement.task.campaign-head",
                        Task.Word.unit(unit))
                .until(due));
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

    /** Key of the task that asks for a signature. */
    static String task(long number, int part) {
        return "entitlement/campaign/" + number + (part == 1 ? "" : "/head");
    }
}
