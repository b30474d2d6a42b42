package akashi.access;

import akashi.organization.Organization;
import akashi.organization.UnitId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** The one decision about every use (利用の許否), from memory, explained. */
@Service
public class Access {
    /** Version of the rules; changes with any of them, together with {@code docs/decisions.md}. */
    public static final String VERSION = "2";

    private final Rights rights;
    private final Organization organization;
    private final List<Condition> contributed;

    Access(Rights rights, Organization organization, List<Condition> contributed) {
        this.rights = rights;
        this.organization = organization;
        this.contributed = List.copyOf(contributed);
    }

    /**
     * Decides. Every condition is looked at, so that a refusal names all that is wrong at once. No I/O, below 20 µs; a
     * right revoked or a person suspended before this call opens nothing. Whoever asks records the answer, a refusal
     * too.
     */
    public Decision decide(Question question) {
        var roster = organization.roster();
        var right = rights.held(question, roster);
        var results = new ArrayList<ConditionResult>(Rules.COUNT + contributed.size());
        var used = rights.inEmergency(question, right, roster);
        Rules.check(question, used, right, roster, results);
        for (var condition : contributed) {
            results.add(condition.check(question));
        }
        for (var result : results) {
            if (!result.met()) {
                return new Decision.Refuse(result.rule(), VERSION, results);
            }
        }
        if (used == null) {
            throw new IllegalStateException("All conditions are met, so there must be a right");
        }
        return new Decision.Permit(used.origin().rule(), VERSION, results, used);
    }

    /**
     * Whether a right reaches a record of that unit: for callers that filter what a {@link Decision.Permit}, given
     * before records were known, lets them find.
     */
    public boolean reaches(Rights.Right right, UnitId recordUnit) {
        return Rules.covers(right.scope(), right.unit(), recordUnit, organization.roster());
    }
}
