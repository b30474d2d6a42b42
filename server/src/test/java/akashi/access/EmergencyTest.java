package akashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.TestForce;
import akashi.account.Device;
import akashi.account.DeviceClass;
import akashi.account.SignedIn;
import akashi.account.TestDevices;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What an opening in an emergency changes, and everything it must not change. */
@ModuleTest
@Import({TestDevices.class, EmergencyTest.Switch.class})
class EmergencyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
    private static final Set<Act> READS = EnumSet.of(Act.EXISTENCE, Act.PARTIAL, Act.CONTENT);

    private final Access access;
    private final Rights rights;
    private final GrantSql sql;
    private final Operations operations;
    private final Organization organization;
    private final Glass glass;
    private final TestForce force;

    EmergencyTest(
            Access access, Rights rights, GrantSql sql, Operations operations, Organization organization, Glass glass) {
        this.access = access;
        this.rights = rights;
        this.sql = sql;
        this.operations = operations;
        this.organization = organization;
        this.glass = glass;
        this.force = new TestForce(organization);
    }

    /** Everything is open to everybody while it is on. */
    static final class Glass implements Emergency {
        private volatile boolean on;

        @Override
        public Optional<Opened> opened(PersonId person, OperationCode operation) {
            return on ? Optional.of(new Opened("E-1", LocalDate.of(2026, 1, 1))) : Optional.empty();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Switch {
        @Bean
        Glass glass() {
            return new Glass();
        }
    }

    /** Whatever is asked by whomever: no condition but right and scope says anything else than without it. */
    @Test
    void noConditionButRightAndScopeChanges() {
        var random = new Random(Long.getLong("seed", 20260401L));
        var changed = 0;
        var people = people();
        for (int n = 0; n < 3_000; n++) {
            var question = question(random, people);
            glass.on = false;
            var before = access.decide(question);
            glass.on = true;
            var after = access.decide(question);
            glass.on = false;
            assertThat(after.conditions()).hasSameSizeAs(before.conditions());
            for (int c = 0; c < before.conditions().size(); c++) {
                var was = before.conditions().get(c);
                var is = after.conditions().get(c);
                if (was.equals(is)) {
                    continue;
                }
                changed++;
                assertThat(is.rule()).as("try %d", n).isIn("AK-06", "AK-07");
                assertThat(READS).contains(question.act());
                assertThat(is.met() || !was.met())
                        .as("nothing is taken away by it")
                        .isTrue();
            }
            if (before instanceof Decision.Permit) {
                assertThat(after).isInstanceOf(Decision.Permit.class);
            }
        }
        assertThat(changed).as("the tries must meet what it changes").isGreaterThan(50);
    }

    @Test
    void itOpensRightAndScopeAndTheEntryNamesTheRule() {
        var detective = asker(force.officer(TestForce.HACHI, PostClass.OFFICER), "PC-014");
        var version = eligibleFor(Act.CONTENT, PostClass.DETECTIVE, PostClass.CIVILIAN);
        var civilian = asker(force.officer(TestForce.HACHI, PostClass.CIVILIAN), "PC-014");
        var question = Question.of(civilian, Act.CONTENT, version, NOW);
        assertThat(rule(question, "AK-06").met()).isFalse();
        assertThat(rights.offers(
                        civilian, Act.CONTENT, version, organization.roster().date()))
                .isFalse();

        glass.on = true;

        assertThat(rule(question, "AK-06").met()).isTrue();
        assertThat(rule(question, "AK-06").args()).containsExactly("E-1");
        assertThat(rights.offers(
                        civilian, Act.CONTENT, version, organization.roster().date()))
                .isTrue();
        assertThat(rights.offers(
                        civilian, Act.EXPORT, version, organization.roster().date()))
                .isFalse();
        assertThat(rights.of(
                        detective, Act.REGISTER, version, organization.roster().date()))
                .isEqualTo(rights.of(
                        detective, Act.REGISTER, version, organization.roster().date()));
        glass.on = false;
    }

    @Test
    void whatWasStoppedStaysStoppedAndPartTimersGainNothing() {
        var member = force.officer(TestForce.HACHI, PostClass.CIVILIAN);
        var civilian = asker(member, "PC-014");
        var version = eligibleFor(Act.CONTENT, PostClass.DETECTIVE, PostClass.CIVILIAN);
        var held = organization.roster().principalOf(member.id()).orElseThrow();
        sql.grant(new Grant(
                UUID.randomUUID(),
                0,
                Grant.Kind.STOP,
                held.id(),
                member.id(),
                version.code(),
                Act.CONTENT,
                Scope.NATION,
                LocalDate.of(2024, 4, 1),
                null,
                "停止1号",
                new PersonId(UUID.randomUUID()),
                Instant.parse("2024-04-01T00:00:00Z"),
                null));
        sql.nextGeneration();
        rights.refresh();
        var partTimer = asker(force.partTimer(TestForce.HACHI), "PC-014");
        glass.on = true;

        var now = NOW;
        assertThat(rule(Question.of(civilian, Act.CONTENT, version, now), "AK-06")
                        .met())
                .isFalse();
        assertThat(rule(Question.of(civilian, Act.EXISTENCE, version, now), "AK-06")
                        .met())
                .isTrue();
        assertThat(rule(Question.of(partTimer, Act.CONTENT, version, now), "AK-06")
                        .met())
                .isFalse();
        glass.on = false;
    }

    /** Running the system is no right to read: the definitions give those who run or audit it nothing to look up. */
    @Test
    void nobodyReadsRecordsByRunningTheSystem() {
        for (var postClass :
                List.of(PostClass.INFORMATION_MANAGEMENT, PostClass.SYSTEM_GENERAL_MANAGER, PostClass.AUDITOR)) {
            var keeper = asker(force.officer(TestForce.GENERAL, postClass), "PC-014");
            for (var version : operations.inForce()) {
                for (var act : Act.values()) {
                    var purpose =
                            version.definition().usage().purposes().getFirst().code();
                    var question = Question.of(keeper, act, version, NOW).because(purpose, null);
                    assertThat(access.decide(question))
                            .as("%s %s %s", postClass, version.code(), act)
                            .isInstanceOf(Decision.Refuse.class);
                    assertThat(rule(question, "AK-06").met()).isFalse();
                }
            }
        }
    }

    private List<Asker> people() {
        var people = new ArrayList<Asker>();
        for (var postClass : List.of(
                PostClass.OFFICER,
                PostClass.DETECTIVE,
                PostClass.CIVILIAN,
                PostClass.AUDITOR,
                PostClass.UNIT_HEAD,
                PostClass.INQUIRY_CENTRE)) {
            people.add(asker(force.officer(TestForce.HACHI, postClass), "PC-014"));
        }
        people.add(asker(force.partTimer(TestForce.HACHI), "PC-014"));
        var suspended = force.officer(TestForce.HIRO, PostClass.OFFICER);
        people.add(asker(suspended, "PC-014"));
        force.suspend(suspended);
        var dismissed = force.officer(TestForce.HIRO, PostClass.OFFICER);
        people.add(asker(dismissed, "PC-014"));
        force.dismissFromPost(dismissed);
        return people;
    }

    private Question question(Random random, List<Asker> people) {
        var versions = operations.inForce();
        var all = new ArrayList<OperationVersion>(versions);
        all.add(TestOperations.officeHours());
        all.add(TestOperations.ended());
        var version = all.get(random.nextInt(all.size()));
        var acts = Act.values();
        var question = Question.of(
                people.get(random.nextInt(people.size())),
                acts[random.nextInt(acts.length)],
                version,
                Instant.parse("2026-11-20T00:00:00Z").plusSeconds(random.nextInt(86_400)));
        var purposes = version.definition().usage().purposes();
        var purpose = random.nextInt(4) == 0
                ? "no-such"
                : purposes.get(random.nextInt(purposes.size())).code();
        question = question.because(random.nextInt(5) == 0 ? null : purpose, null)
                .saying(random.nextBoolean() ? "test" : "人身の安全のため");
        var units = new @Nullable String[] {null, TestForce.HACHI, TestForce.HIRO, TestForce.HACHI_BOX};
        var unit = units[random.nextInt(units.length)];
        if (unit != null) {
            question = question.about(force.unit(unit));
        } else if (random.nextInt(5) == 0) {
            question = question.about(new UnitId(new UUID(7, 7)));
        }
        return random.nextInt(3) == 0
                ? question.concerning(
                        new Question.Subject(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), null))
                : question;
    }

    /** A definition that gives the act to the one class and not to the other. */
    private OperationVersion eligibleFor(Act act, PostClass given, PostClass notGiven) {
        return operations.inForce().stream()
                .filter(version -> version.definition().eligible(act, given).isPresent()
                        && version.definition().eligible(act, notGiven).isEmpty()
                        && version.definition()
                                .eligible(Act.EXISTENCE, PostClass.PART_TIME_ADVISER)
                                .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private ConditionResult rule(Question question, String rule) {
        return access.decide(question).conditions().stream()
                .filter(condition -> condition.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Asker asker(TestForce.Member member, String terminal) {
        var roster = organization.roster();
        var held = roster.principalOf(member.id()).orElseThrow();
        var unit = roster.unit(held.unit()).orElseThrow();
        return new Asker(
                new SignedIn(
                        member.id(), member.staffNumber(), "session", terminal, Instant.parse("2026-11-20T00:00:00Z")),
                roster.person(member.id()).orElseThrow(),
                new Asker.Office(held, roster.post(held.post()).orElseThrow(), unit),
                List.of(),
                new Device(terminal, DeviceClass.HQ, unit.id(), "1階"),
                "page");
    }
}
