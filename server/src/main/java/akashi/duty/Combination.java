package akashi.duty;

import akashi.access.Condition;
import akashi.access.ConditionResult;
import akashi.access.Question;
import akashi.organization.Organization;
import org.springframework.stereotype.Component;

/**
 * Nobody uses information while doing two things that exclude each other (兼務禁止): not only whoever appoints looks, for a
 * transfer may bring two together that were apart.
 */
@Component
class Combination implements Condition {
    private static final String RULE = "AK-15";

    private final Duties duties;
    private final Organization organization;

    Combination(Duties duties, Organization organization) {
        this.duties = duties;
        this.organization = organization;
    }

    @Override
    public ConditionResult check(Question question) {
        var conflict = duties.book().conflict(question.asker().personId(), organization.roster());
        return conflict.isPresent()
                ? ConditionResult.unmet(RULE, "duty.combination.unmet")
                : ConditionResult.met(RULE, "duty.combination.met");
    }
}
