package akashi.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text on its way through the rules, with the rules that changed it. */
record Trace(String text, List<Rule> rules) {
    static Trace of(String text) {
        return new Trace(text, List.of());
    }

    /** Applies a rule; remembers it only if it changed something. */
    Trace then(Rule rule, UnaryOperator<String> change) {
        String changed = change.apply(text);
        return changed.equals(text) ? this : new Trace(changed, with(rule));
    }

    /** The same rules and one more behind them. */
    List<Rule> with(Rule rule) {
        if (rules.contains(rule)) {
            return rules;
        }
        var more = new ArrayList<>(rules);
        more.add(rule);
        return List.copyOf(more);
    }
}
