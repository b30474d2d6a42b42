package akashi.review;

import akashi.operation.Comparison;
import akashi.operation.Difference.Weight;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whether a change is a minor one (軽易な変更): only where every question is answered no. The rules answer, from the
 * comparison and the register of implementation rules; nobody else does.
 */
public record MinorChange(Map<Question, Boolean> answers) {
    /** What is asked. */
    public enum Question {
        /** Is a kind of personal data kept that was not? */
        PERSONAL_ITEM,
        /** May somebody do or see more? */
        WIDER_RIGHT,
        /** Is another operation or a file from elsewhere connected? */
        NEW_LINK,
        /** Is something touched that the implementation rule lays down, or the rule itself? */
        RULE
    }

    /** @param touched whether a newer edition of the implementation rule is being made */
    static MinorChange of(Comparison comparison, boolean touched) {
        var answers = new EnumMap<Question, Boolean>(Question.class);
        answers.put(Question.PERSONAL_ITEM, !comparison.of(Weight.PERSONAL_ITEM).isEmpty());
        answers.put(Question.WIDER_RIGHT, !comparison.of(Weight.WIDER_RIGHT).isEmpty());
        answers.put(Question.NEW_LINK, !comparison.of(Weight.NEW_LINK).isEmpty());
        answers.put(Question.RULE, touched || !comparison.leavesRule());
        return new MinorChange(answers);
    }

    public boolean minor() {
        return !answers.containsValue(true);
    }
}
