package akashi.access;

import static akashi.organization.PostClass.AUDITOR;
import static akashi.organization.PostClass.BOX_OFFICER;
import static akashi.organization.PostClass.CIVILIAN;
import static akashi.organization.PostClass.DETECTIVE;
import static akashi.organization.PostClass.INFORMATION_MANAGEMENT;
import static akashi.organization.PostClass.INQUIRY_CENTRE;
import static akashi.organization.PostClass.OFFICER;
import static akashi.organization.PostClass.PART_TIME_ADVISER;
import static akashi.organization.PostClass.SECTION_HEAD;
import static akashi.organization.PostClass.STATION_SUPERVISOR;
import static akashi.organization.PostClass.SYSTEM_GENERAL_MANAGER;
import static akashi.organization.PostClass.UNIT_HEAD;

import akashi.organization.DutyShift;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what belongs to no operation: look at the ledger, the organisation, the registers, a unit's inquiry book.
 * Closed: an act that is not in the table is refused.
 */
final class HouseRules {
    static final String RULE = "AK-20";

    /**
     * A row of the table.
     *
     * @param posts classes of posts that may; empty means everybody who holds a post
     * @param everywhere classes for which the unit does not matter
     * @param ownUnitOnly whether the others may only for their own unit or one it serves
     */
    private record House(Set<PostClass> posts, Set<PostClass> everywhere, boolean ownUnitOnly) {}

    private static final Set<PostClass> ALL = Set.of();
    private static final Set<PostClass> WATCHING = Set.of(SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT, AUDITOR);
    private static final Set<PostClass> HEADS = Set.of(
            STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD, SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT, AUDITOR);

    private static final Set<PostClass> KEEPERS = Set.of(SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT);
    private static final Set<PostClass> CHIEFS = Set.of(UNIT_HEAD, SECTION_HEAD, SYSTEM_GENERAL_MANAGER);

    private static final Set<PostClass> RUNNERS = Set.of(SECTION_HEAD, SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT);

    /** Who works with information: those who run the system or audit it open nothing in an emergency. */
    private static final Set<PostClass> ON_DUTY = Set.of(
            OFFICER, BOX_OFFICER, DETECTIVE, INQUIRY_CENTRE, STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD, CIVILIAN);

    private static final Set<PostClass> RUNNERS_AND_HEADS =
            Set.of(UNIT_HEAD, SECTION_HEAD, SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT);

    /** Who says whether two records are about the same: whoever handles them, not whoever only looks things up. */
    private static final Set<PostClass> JUDGES =
            Set.of(OFFICER, DETECTIVE, CIVILIAN, STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD);

    /** Who says whether a list may be asked for. */
    private static final Set<PostClass> APPROVERS = Set.of(STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD);

    /** Everybody but part-timers, who handle nothing under strict control. */
    private static final Set<PostClass> SWORN_OR_STAFF =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(PART_TIME_ADVISER)));

    private static final House OPEN = new House(ALL, ALL, false);

    private static final Map<String, House> TABLE = Map.ofEntries(
            Map.entry("LEDGER", OPEN),
            Map.entry("ORGANIZATION", OPEN),
            Map.entry("OPERATIONS", OPEN),
            Map.entry("MY_USES", OPEN),
            Map.entry("TASKS", OPEN),
            Map.entry("RULES", OPEN),
            Map.entry("RULE_STRICT", new House(SWORN_OR_STAFF, SWORN_OR_STAFF, false)),
            Map.entry("RULE_KEEP", new House(ALL, Set.of(), true)),
            Map.entry(
                    "RULE_APPROVE",
                    new House(Set.of(SECTION_HEAD, SYSTEM_GENERAL_MANAGER), Set.of(SYSTEM_GENERAL_MANAGER), true)),
            Map.entry("GUIDANCE", new House(HEADS, HEADS, false)),
            Map.entry("IMPROVEMENT", new House(ALL, WATCHING, true)),
            Map.entry(
                    "IMPROVEMENT_STATE",
                    new House(Set.of(SECTION_HEAD, SYSTEM_GENERAL_MANAGER), Set.of(SYSTEM_GENERAL_MANAGER), true)),
            Map.entry("VOICE", OPEN),
            Map.entry("VOICE_ANSWER", new House(ALL, Set.of(), true)),
            Map.entry("VOICE_SYSTEM", new House(KEEPERS, KEEPERS, false)),
            Map.entry("RECEIPT", OPEN),
            Map.entry("MY_RIGHTS", OPEN),
            Map.entry("DESK", new House(Set.of(INQUIRY_CENTRE), Set.of(INQUIRY_CENTRE), false)),
            Map.entry("BATCHES", OPEN),
            Map.entry("BATCH_LOOK", new House(HEADS, WATCHING, true)),
            Map.entry("BATCH_APPROVE", new House(APPROVERS, Set.of(), true)),
            Map.entry("BOOK", new House(HEADS, WATCHING, true)),
            Map.entry("RIGHTS", new House(HEADS, HEADS, false)),
            Map.entry("TERMINALS", new House(HEADS, HEADS, false)),
            Map.entry("TERMINAL_KEEP", new House(KEEPERS, KEEPERS, false)),
            Map.entry(
                    "TERMINAL_SUSPEND",
                    new House(
                            Set.of(
                                    STATION_SUPERVISOR,
                                    UNIT_HEAD,
                                    SECTION_HEAD,
                                    SYSTEM_GENERAL_MANAGER,
                                    INFORMATION_MANAGEMENT),
                            KEEPERS,
                            true)),
            Map.entry(
                    "ACCOUNTS",
                    new House(
                            Set.of(
                                    STATION_SUPERVISOR,
                                    UNIT_HEAD,
                                    SECTION_HEAD,
                                    SYSTEM_GENERAL_MANAGER,
                                    INFORMATION_MANAGEMENT,
                                    AUDITOR),
                            WATCHING,
                            true)),
            Map.entry("ACCOUNT_CODE", new House(CHIEFS, Set.of(SYSTEM_GENERAL_MANAGER), true)),
            Map.entry(
                    "ACCOUNT_CLOSE",
                    new House(
                            Set.of(
                                    STATION_SUPERVISOR,
                                    UNIT_HEAD,
                                    SECTION_HEAD,
                                    SYSTEM_GENERAL_MANAGER,
                                    INFORMATION_MANAGEMENT),
                            KEEPERS,
                            true)),
            Map.entry("PROCEDURES", OPEN),
            Map.entry("PROCEDURE_PROPOSE", new House(Set.of(SECTION_HEAD), Set.of(SECTION_HEAD), false)),
            Map.entry("PROCEDURE_MOVE", new House(RUNNERS, RUNNERS, false)),
            Map.entry("PROCEDURE_KEEP", new House(KEEPERS, KEEPERS, false)),
            Map.entry("RELEASE_SIGN", new House(Set.of(SYSTEM_GENERAL_MANAGER), Set.of(SYSTEM_GENERAL_MANAGER), false)),
            Map.entry("RETENTION", new House(WATCHING, WATCHING, false)),
            Map.entry("HOLD", new House(WATCHING, WATCHING, false)),
            Map.entry(
                    "HOLD_LIFT",
                    new House(Set.of(SYSTEM_GENERAL_MANAGER, AUDITOR), Set.of(SYSTEM_GENERAL_MANAGER, AUDITOR), false)),
            Map.entry("ERASURE_PROPOSE", new House(KEEPERS, KEEPERS, false)),
            Map.entry(
                    "ERASURE_APPROVE",
                    new House(Set.of(SYSTEM_GENERAL_MANAGER), Set.of(SYSTEM_GENERAL_MANAGER), false)),
            Map.entry("MATCHES", OPEN),
            Map.entry("MATCH_LOOK", new House(ALL, Set.of(), true)),
            Map.entry("MATCH_VERDICT", new House(JUDGES, Set.of(), true)),
            Map.entry("MATCH_LINK", new House(JUDGES, Set.of(), true)),
            Map.entry("MATCH_RUN", new House(RUNNERS, RUNNERS, false)),
            Map.entry("STATEMENT", new House(KEEPERS, KEEPERS, false)),
            Map.entry("USES_EXPORT", new House(Set.of(AUDITOR), Set.of(AUDITOR), false)),
            Map.entry("LOG_READ", new House(Set.of(AUDITOR), Set.of(AUDITOR), false)),
            Map.entry("GRANT", new House(Set.of(SECTION_HEAD, SYSTEM_GENERAL_MANAGER), HEADS, false)),
            Map.entry(
                    "REVOKE",
                    new House(
                            Set.of(STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD, SYSTEM_GENERAL_MANAGER),
                            Set.of(SECTION_HEAD, SYSTEM_GENERAL_MANAGER),
                            true)),
            Map.entry("DUTIES", OPEN),
            Map.entry("DUTY_APPOINT", new House(KEEPERS, KEEPERS, false)),
            Map.entry("PERMITS", new House(HEADS, HEADS, false)),
            Map.entry("PERMIT_REQUEST", new House(RUNNERS_AND_HEADS, RUNNERS_AND_HEADS, false)),
            Map.entry(
                    "PERMIT_DECIDE",
                    new House(
                            Set.of(SYSTEM_GENERAL_MANAGER, SECTION_HEAD),
                            Set.of(SYSTEM_GENERAL_MANAGER, SECTION_HEAD),
                            false)),
            Map.entry("EMERGENCY_OPEN", new House(ON_DUTY, ON_DUTY, false)),
            Map.entry("EMERGENCIES", new House(HEADS, WATCHING, true)),
            Map.entry(
                    "EMERGENCY_REVIEW",
                    new House(
                            Set.of(STATION_SUPERVISOR, UNIT_HEAD, SECTION_HEAD, SYSTEM_GENERAL_MANAGER),
                            Set.of(SYSTEM_GENERAL_MANAGER),
                            true)),
            Map.entry("ENTITLEMENTS", new House(HEADS, WATCHING, true)),
            Map.entry("RIGHT_REQUEST", new House(CHIEFS, CHIEFS, false)),
            Map.entry("RIGHT_REQUEST_PAPER", new House(KEEPERS, KEEPERS, false)),
            Map.entry("RIGHT_ANSWER", new House(CHIEFS, Set.of(), true)),
            Map.entry("RECERTIFY_OPEN", new House(KEEPERS, KEEPERS, false)),
            Map.entry("RECERTIFY_SIGN", new House(CHIEFS, Set.of(), true)),
            Map.entry("RECERTIFY_SIGN_HEAD", new House(RUNNERS_AND_HEADS, KEEPERS, true)),
            Map.entry("TRANSFERS", new House(WATCHING, WATCHING, false)),
            Map.entry("TRANSFER_ENTER", new House(KEEPERS, KEEPERS, false)),
            Map.entry("TRANSFER_APPLY", new House(KEEPERS, KEEPERS, false)),
            Map.entry(
                    "ORGANIZATION_IMPORT",
                    new House(Set.of(SYSTEM_GENERAL_MANAGER, INFORMATION_MANAGEMENT), HEADS, false)));

    private HouseRules() {}

    /** Whether the asker may do the act; {@code unit} is whose matter it is, or null. */
    static ConditionResult check(Asker asker, String act, @Nullable UnitId unit, Roster roster, Instant at) {
        var house = TABLE.get(act);
        if (house == null) {
            return ConditionResult.unmet(RULE, "access.house.unknown");
        }
        var duty = roster.person(asker.personId())
                .filter(person -> person.duty().mayAct())
                .isPresent();
        if (!duty) {
            return ConditionResult.unmet("AK-02", "access.duty.unmet");
        }
        var allowed = asker.charges().anyMatch(office -> passes(house, office, unit, roster))
                || (house.ownUnitOnly() && chiefOnDuty(asker, unit, roster, at));
        return Rules.result(RULE, allowed, "access.house");
    }

    private static boolean passes(House house, Asker.Office office, @Nullable UnitId unit, Roster roster) {
        var postClass = office.post().postClass();
        if (!house.posts().isEmpty() && !house.posts().contains(postClass)) {
            return false;
        }
        return !house.ownUnitOnly()
                || house.everywhere().contains(postClass)
                || unit == null
                || roster.serves(office.unit().id(), unit);
    }

    /** Outside office hours the officer in charge of the duty shift (当直責任者) stands in for the heads of the unit. */
    private static boolean chiefOnDuty(Asker asker, @Nullable UnitId unit, Roster roster, Instant at) {
        var own = roster.command(asker.unit().id());
        return own.isPresent()
                && (unit == null || roster.serves(own.get().id(), unit))
                && roster.shiftOf(asker.personId(), at).filter(DutyShift::chief).isPresent();
    }

    /** The acts open to a class of posts, be it for the own unit only. */
    static List<String> actsOf(PostClass postClass) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue().posts().isEmpty()
                        || row.getValue().posts().contains(postClass))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The acts in the table, for the test that compares it with the documentation. */
    static List<String> acts() {
        return TABLE.keySet().stream().sorted().toList();
    }
}
