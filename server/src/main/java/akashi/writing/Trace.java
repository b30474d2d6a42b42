package akashi.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text on its way through the rules, with the rules that changed it. */
public record Trace(String text, List<Rule> rules) {
    /** The text as it came. */
    public static Trace of(String text) {
        return new Trace(text, List.of());
    }

    /** Applies a rule; remembers it only if it changed something. */
    public Trace then(Rule rule, UnaryOperator<String> change) {
        String changed = change.apply(text);
        return changed.equals(text) ? this : new Trace(changed, with(rule));
    }

    /** The same rules and one more behind them. */
    public List<Rule> with(Rule rule) {
        if (rules.contains(rule)) {
            return rules;
        }
        var more = new ArrayList<>(rules);
        more.add(rule);
        return List.copyOf(more);
    }
}
