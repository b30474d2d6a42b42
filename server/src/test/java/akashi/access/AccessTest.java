package akashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.account.DeviceClass;
import akashi.account.SignedIn;
import akashi.account.TestDevices;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class AccessTest {
    private static final OperationVersion OPERATION = TestOperations.always();

    private final Access access;
    private final Rights rights;
    private final GrantSql sql;
    private final Organization organization;
    private final MovableClock clock;
    private final TestForce force;
    private final JdbcClient jdbc;

    AccessTest(
            Access access,
            Rights rights,
            GrantSql sql,
            Organization organization,
            MovableClock clock,
            JdbcClient jdbc) {
        this.access = access;
        this.rights = rights;
        this.sql = sql;
        this.organization = organization;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.jdbc = jdbc;
    }

    @Test
    void aStandardRightPermitsAndExplains() {
        var decision = decide(ask(officer(), Act.EXISTENCE).because("patrol", null));

        assertThat(decision).isInstanceOfSatisfying(Decision.Permit.class, permit -> {
            assertThat(permit.rule()).isEqualTo("AK-06-S");
            assertThat(permit.right().scope()).isEqualTo(Scope.NATION);
            assertThat(permit.ruling().permitted()).isTrue();
        });
        assertThat(decision.conditions())
                .extracting(ConditionResult::rule)
                .containsExactly(
                        "AK-01", "AK-02", "AK-03", "AK-04", "AK-05", "AK-06", "AK-07", "AK-08", "AK-09", "AK-10",
                        "AK-11", "AK-12", "AK-13", "AK-14");
    }

    @Test
    void withoutAnAppointmentNothingOpens() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var asker = asker(member, DeviceClass.STATION);
        force.dismissFromPost(member);

        refused(ask(asker, Act.EXISTENCE).because("patrol", null), "AK-01", "AK-06", "AK-07");
    }

    @Test
    void whoeverIsSuspendedIsRefusedAtOnce() {
        var member = force.officer(TestForce.HACHI, PostClass.OFFICER);
        var asker = asker(member, DeviceClass.STATION);
        force.suspend(member);

        refused(ask(asker, Act.EXISTENCE).because("patrol", null), "AK-02");
    }

    @Test
    void theClassOfTheTerminalBoundsTheAct() {
        var member = force.officer(TestForce.HACHI, PostClass.DETECTIVE);

        refused(ask(asker(member, DeviceClass.HAND_HELD), Act.HISTORY).because("patrol", null), "AK-03");
        refused(ask(asker(member, DeviceClass.IN_CAR), Act.HISTORY).because("patrol", null), "AK-03");
        permitted(ask(asker(member, DeviceClass.BOX), Act.HISTORY).because("patrol", null));
        permitted(ask(asker(member, DeviceClass.HAND_HELD), Act.EXISTENCE).because("patrol", null));
        var head = force.officer(TestForce.CRIME, PostClass.SECTION_HEAD);
        refused(ask(asker(head, DeviceClass.BOX), Act.EXPORT).because("patrol", null), "AK-03");
        permitted(ask(asker(head, DeviceClass.HQ), Act.EXPORT).because("patrol", null));
    }

    @Test
    void anEndedDefinitionOpensNothing() {
        refused(
                Question.of(officer(), Act.EXISTENCE, TestOperations.ended(), now())
                        .because("patrol", null),
                "AK-04");
    }

    @Test
    void outsideItsHoursAnOperationIsShut() {
        var asker = officer();
        var noon = Instant.parse("2026-11-20T03:00:00Z");
        var evening = Instant.parse("2026-11-20T08:15:00Z");

        permitted(Question.of(asker, Act.EXISTENCE, TestOperations.officeHours(), noon)
                .because("patrol", null));
        var shut = Question.of(asker, Act.EXISTENCE, TestOperations.officeHours(), evening)
                .because("patrol", null);
        refused(shut, "AK-05");
        assertThat(decide(shut).unmet().getFirst().args()).containsExactly("08:30", "17:15");
    }

    @Test
    void withoutARightNothingOpens() {
        refused(ask(officer(), Act.EXPORT).because("patrol", null), "AK-06", "AK-07");
    }

    @Test
    void theScopeBoundsTheRecordsUnit() {
        var asker = officer();
        var hiro = force.unit(TestForce.HIRO);
        var box = force.unit(TestForce.HACHI_BOX);
        var foreign = new UnitId(UUID.randomUUID());

        permitted(ask(asker, Act.REGISTER).about(box));
        refused(ask(asker, Act.REGISTER).about(hiro), "AK-07");
        permitted(ask(asker, Act.CONTENT).because("patrol", null).about(hiro));
        refused(ask(asker, Act.CONTENT).because("patrol", null).about(foreign), "AK-07");
        permitted(ask(asker, Act.EXISTENCE).because("patrol", null).about(foreign));
    }

    @Test
    void aPermitSaysHowFarAnAnswerMayReach() {
        var decision = decide(ask(officer(), Act.CONTENT).because("patrol", null));

        assertThat(decision).isInstanceOfSatisfying(Decision.Permit.class, permit -> {
            assertThat(access.reaches(permit.right(), force.unit(TestForce.HIRO)))
                    .isTrue();
            assertThat(access.reaches(permit.right(), new UnitId(UUID.randomUUID())))
                    .isFalse();
        });
    }

    @Test
    void thePurposeMustBeOneOfTheOperations() {
        refused(ask(officer(), Act.EXISTENCE), "AK-08");
        refused(ask(officer(), Act.EXISTENCE).because("curiosity", null), "AK-08");
        permitted(ask(officer(), Act.REGISTER));
    }

    @Test
    void aCaseReferenceMustFitItsRegister() {
        var asker = officer();

        refused(ask(asker, Act.EXISTENCE).because("investigation", null), "AK-09");
        refused(ask(asker, Act.EXISTENCE).because("investigation", CaseFact.written("12345")), "AK-09");
        permitted(ask(asker, Act.EXISTENCE).because("investigation", CaseFact.written("110-0812-0345")));
        permitted(ask(asker, Act.EXISTENCE).because("stop", null));
        refused(ask(asker, Act.EXISTENCE).because("stop", CaseFact.written("x")), "AK-09");
        permitted(ask(asker, Act.EXISTENCE).because("patrol", CaseFact.written("anything")));
    }

    @Test
    void aCaseMustExistAndBeOurs() {
        var asker = officer();

        permitted(ask(asker, Act.EXISTENCE)
                .because("investigation", CaseFact.found("C-1", force.unit(TestForce.HACHI_BOX))));
        refused(
                ask(asker, Act.EXISTENCE).because("investigation", CaseFact.found("C-1", force.unit(TestForce.HIRO))),
                "AK-10");
        refused(ask(asker, Act.EXISTENCE).because("investigation", CaseFact.missing("C-1")), "AK-10");
        refused(ask(asker, Act.EXISTENCE).because("investigation", CaseFact.written("C-1")), "AK-10");
    }

    @Test
    void aReasonThatSaysNothingIsRefused() {
        refused(ask(officer(), Act.EXISTENCE).because("patrol", null).saying("あああ"), "AK-11");
        permitted(ask(officer(), Act.EXISTENCE).because("patrol", null).saying("駅前で職務質問中"));
        permitted(ask(officer(), Act.EXISTENCE).because("patrol", null).saying("  "));
    }

    @Test
    void partTimersStayInTheirUnitAndTheirActs() {
        var asker = asker(force.partTimer(TestForce.HACHI_BOX), DeviceClass.BOX);

        permitted(ask(asker, Act.EXISTENCE).because("patrol", null));
        permitted(ask(asker, Act.REGISTER).about(force.unit(TestForce.HACHI)));
        refused(ask(asker, Act.CONFIRM).about(force.unit(TestForce.HACHI)), "AK-12");
        refused(ask(asker, Act.EXISTENCE).because("patrol", null).about(force.unit(TestForce.HIRO)), "AK-07", "AK-12");
    }

    @Test
    void nobodyReadsTheOwnRecordAlone() {
        var asker = officer();
        var question = ask(asker, Act.CONTENT).because("patrol", null);

        refused(question.concerning(new Question.Subject(true, false, false, null)), "AK-13");
        refused(question.concerning(new Question.Subject(true, false, false, asker.personId())), "AK-13");
        permitted(question.concerning(new Question.Subject(true, false, false, new PersonId(UUID.randomUUID()))));
    }

    @Test
    void aSealedSubjectIsOpenToTheAdmittedOnly() {
        var question = ask(officer(), Act.CONTENT).because("patrol", null);

        refused(question.concerning(new Question.Subject(false, true, false, null)), "AK-14");
        permitted(question.concerning(new Question.Subject(false, true, true, null)));
    }

    @Test
    void aRefusalNamesEverythingThatIsWrong() {
        refused(
                ask(asker(force.officer(TestForce.HIRO, PostClass.AUDITOR), DeviceClass.IN_CAR), Act.HISTORY)
                        .because("curiosity", null)
                        .saying("."),
                "AK-03",
                "AK-06",
                "AK-07",
                "AK-08",
                "AK-11");
    }

    @Test
    void individualGrantsOpenStopsShutAndAnotherNodeNoticesBoth() {
        var asker = officer();
        var question = ask(asker, Act.HISTORY).because("patrol", null);
        refused(question, "AK-06", "AK-07");
        var generation = rights.generation();
        insert(asker, Grant.Kind.GRANT, Act.HISTORY);
        refused(question, "AK-06", "AK-07");
        rights.poll();

        assertThat(rights.generation()).isGreaterThan(generation);
        assertThat(decide(question))
                .isInstanceOfSatisfying(
                        Decision.Permit.class,
                        permit -> assertThat(permit.rule()).isEqualTo("AK-06-I"));
        insert(asker, Grant.Kind.STOP, Act.HISTORY);
        insert(asker, Grant.Kind.STOP, Act.EXISTENCE);
        rights.poll();
        refused(question, "AK-06", "AK-07");
        refused(ask(asker, Act.EXISTENCE).because("patrol", null), "AK-06", "AK-07");
    }

    @Test
    void aRevokedGrantStaysInTheRegisterAndIsRevokedOnce() {
        var asker = officer();
        insert(asker, Grant.Kind.GRANT, Act.HISTORY);
        var number = sql.open().getLast().number();
        var revocation = new Grant.Revocation(now(), new PersonId(UUID.randomUUID()), "青本刑総第2号");

        assertThat(sql.revoke(number, revocation)).isTrue();
        assertThat(sql.revoke(number, revocation)).isFalse();
        assertThat(sql.byNumber(number).orElseThrow().revoked()).isEqualTo(revocation);
        assertThat(sql.open()).noneMatch(grant -> grant.number() == number);
    }

    @Test
    void noCombinationWithoutARightPermits() {
        var seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var askers = Arrays.stream(PostClass.values())
                .map(postClass -> asker(force.officer(TestForce.HACHI, postClass), DeviceClass.HQ))
                .toList();
        var acts = List.of(Act.values());
        var units = List.of(force.unit(TestForce.HACHI), force.unit(TestForce.HIRO), new UnitId(UUID.randomUUID()));
        for (var i = 0; i < 20_000; i++) {
            var asker = askers.get(random.nextInt(askers.size()));
            var act = acts.get(random.nextInt(acts.size()));
            var question = ask(asker, act)
                    .because(
                            List.of("patrol", "stop", "investigation", "x").get(random.nextInt(4)),
                            random.nextBoolean() ? null : CaseFact.written("110-0812-0345"))
                    .concerning(new Question.Subject(false, random.nextBoolean(), random.nextBoolean(), null));
            var about = random.nextBoolean() ? question.about(units.get(random.nextInt(3))) : question;
            var eligible = OPERATION.definition().eligible(act, asker.postClass());
            if (decide(about) instanceof Decision.Permit permit) {
                assertThat(eligible)
                        .as("-Dseed=%d, %s %s", seed, act, asker.postClass())
                        .isPresent();
                assertThat(permit.unmet()).isEmpty();
                assertThat(eligible.orElseThrow().covers(permit.right().scope()))
                        .isTrue();
            }
        }
    }

    @Test
    void aDecisionCostsLittle() {
        var question = ask(officer(), Act.CONTENT)
                .because("investigation", CaseFact.written("110-0812-0345"))
                .about(force.unit(TestForce.HIRO))
                .saying("駅前で職務質問中");
        var permitted = 0;
        for (var i = 0; i < 20_000; i++) {
            permitted += decide(question) instanceof Decision.Permit ? 1 : 0;
        }
        var rounds = 50_000;
        var start = System.nanoTime();
        for (var i = 0; i < rounds; i++) {
            permitted += decide(question) instanceof Decision.Permit ? 1 : 0;
        }
        System.out.printf("decision: %.2f µs%n", (System.nanoTime() - start) / 1_000.0 / rounds);

        assertThat(permitted).isEqualTo(20_000 + rounds);
    }

    private void insert(Asker asker, Grant.Kind kind, Act act) {
        sql.grant(new Grant(
                UUID.randomUUID(),
                0,
                kind,
                asker.appointment().id(),
                asker.personId(),
                TestOperations.CODE,
                act,
                Scope.OWN_UNIT,
                LocalDate.of(2024, 4, 1),
                null,
                "青本刑総第1号",
                new PersonId(UUID.randomUUID()),
                now(),
                null));
        jdbc.sql("update access_generation set number = number + 1").update();
    }

    private Decision decide(Question question) {
        return access.decide(question);
    }

    private void permitted(Question question) {
        assertThat(decide(question))
                .as(() -> decide(question).unmet().toString())
                .isInstanceOf(Decision.Permit.class);
    }

    private void refused(Question question, String... rules) {
        var decision = decide(question);
        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        assertThat(decision.rule()).isEqualTo(rules[0]);
        assertThat(decision.ruling().permitted()).isFalse();
        assertThat(decision.unmet()).extracting(ConditionResult::rule).containsExactly(rules);
    }

    private Question ask(Asker asker, Act act) {
        return Question.of(asker, act, OPERATION, now());
    }

    private Asker officer() {
        return asker(force.officer(TestForce.HACHI, PostClass.OFFICER), DeviceClass.STATION);
    }

    private Asker asker(TestForce.Member member, DeviceClass device) {
        var roster = organization.roster();
        var held = roster.principalOf(member.id()).orElseThrow();
        return new Asker(
                new SignedIn(member.id(), member.staffNumber(), "test", "PC-014", now()),
                roster.person(member.id()).orElseThrow(),
                new Asker.Office(
                        held,
                        roster.post(held.post()).orElseThrow(),
                        roster.unit(held.unit()).orElseThrow()),
                List.of(),
                TestDevices.device("PC-014", device),
                "page");
    }

    private Instant now() {
        return clock.instant();
    }
}
