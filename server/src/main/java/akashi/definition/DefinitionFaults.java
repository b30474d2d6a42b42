package akashi.definition;

import akashi.web.Messages;
import java.util.List;
import java.util.Locale;

/**
 * The definitions that were to be used are faulty; the message lists every fault of every file at once, in both
 * languages, for the person who starts the server. It does not start with them.
 */
public final class DefinitionFaults extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DefinitionFaults(List<Fault> faults, Messages messages) {
        super(text(faults, messages));
    }

    private static String text(List<Fault> faults, Messages messages) {
        var text = new StringBuilder();
        for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            text.append(messages.text(language, "definition.faults", faults.size()))
                    .append('\n');
            for (Fault fault : faults) {
                text.append("  ").append(fault.where()).append('\n');
                text.append("    ").append(fault.what(messages, language)).append('\n');
                text.append("    → ").append(fault.wayOut(messages, language)).append('\n');
            }
        }
        return text.toString();
    }
}
