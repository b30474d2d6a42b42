package akashi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.account.TestDevices;
import akashi.operation.OperationCode;
import akashi.prefecture.SampleOrganization;
import akashi.usage.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class})
@TestPropertySource(properties = "akashi.test=sample-rules")
class SampleRulesTest {
    private static final Actor DEMO = Actor.system("demo");

    private final SampleRules sample;
    private final SampleOrganization prefecture;
    private final Rules rules;
    private final RuleRegister register;
    private final OpenTasks open;

    SampleRulesTest(
            SampleRules sample, SampleOrganization prefecture, Rules rules, RuleRegister register, OpenTasks open) {
        this.sample = sample;
        this.prefecture = prefecture;
        this.rules = rules;
        this.register = register;
        this.open = open;
    }

    @Test
    void threeOperationsHaveARuleAndOneEndsSoon() {
        var cast = prefecture.load(DEMO);
        sample.load(DEMO);
        sample.load(DEMO);
        assertThat(register.shelf().rules()).hasSize(5);
        for (var code : new String[] {"stolen-vehicle", "wanted", "bicycle"}) {
            assertThat(rules.inForce(new OperationCode(code))).as(code).isPresent();
        }
        assertThat(rules.inForce(new OperationCode("crime-report"))).isEmpty();

        rules.watch();

        var head = cast.stream()
                .filter(person -> person.key().equals("SECTION_HEAD_COMMUNITY"))
                .findFirst()
                .orElseThrow();
        assertThat(open.of(head.person()))
                .anyMatch(seen -> seen.task().task().key().startsWith("rule/ends/"));
        assertThat(register.concerned(register.shelf().rules().getFirst())).isNotEmpty();
    }
}
