package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.operation.OperationCode;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Implementation rules for tests of other modules. */
@Component
public class TestRules {
    private static final Actor BY = Actor.system("test");

    private final Rules rules;
    private final RuleRegister register;
    private final Clock clock;

    TestRules(Rules rules, RuleRegister register, Clock clock) {
        this.rules = rules;
        this.register = register;
        this.clock = clock;
    }

    /** Drafts a rule; the number of its page. */
    public long draft(OperationCode operation, String number, @Nullable LocalDate from) {
        return draft(operation, number, from, null);
    }

    private long draft(OperationCode operation, String number, @Nullable LocalDate from, @Nullable LocalDate until) {
        var today = JapaneseDates.dateOf(clock.instant());
        var paper = new Rule.Paper(
                number, "実施要領 " + number, today, today.plusYears(5), from == null ? today : from, until, false);
        var text = new RuleText(
                Section.all().stream().filter(Section::needed).collect(Collectors.toMap(Section::code, _ -> "定めるとおり")));
        return rules.draft(operation, paper, text, Use.of("RULE_DRAFT", BY), "T-AUTHOR");
    }

    /** Lays a rule down as two people do; the number of its page. */
    public long lay(OperationCode operation, String number, @Nullable LocalDate from) {
        long id = draft(operation, number, from);
        approve(id);
        return id;
    }

    /** The same for one in force from today that ends in as many days. */
    public long layUntil(OperationCode operation, String number, int days) {
        var until = JapaneseDates.dateOf(clock.instant()).plusDays(days);
        long id = draft(operation, number, null, until);
        approve(id);
        return id;
    }

    /** Looks at the ends of rules, as is done every ten minutes. */
    public void watch() {
        rules.watch();
    }

    public void approve(long id) {
        var step = rules.approve(register.shelf().one(id).orElseThrow(), Use.of(RulePages.APPROVE, BY), "T-HEAD");
        if (step != Rules.Step.DONE) {
            throw new IllegalStateException("Rule " + id + " must be approved: " + step);
        }
    }

    public void withdraw(long id) {
        var step = rules.withdraw(register.shelf().one(id).orElseThrow(), Use.of("RULE_WITHDRAW", BY));
        if (step != Rules.Step.DONE) {
            throw new IllegalStateException("Rule " + id + " must be withdrawn: " + step);
        }
    }
}
