package akashi.terminal;

import akashi.organization.Organization;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Terminals as tables show them. */
@Component
class TerminalRows {
    private final Organization organization;
    private final Terminals terminals;

    TerminalRows(Organization organization, Terminals terminals) {
        this.organization = organization;
        this.terminals = terminals;
    }

    List<TerminalRow> of(List<Terminal> shown, Locale language) {
        return shown.stream().map(terminal -> of(terminal, language)).toList();
    }

    TerminalRow of(Terminal terminal, Locale language) {
        var roster = organization.roster();
        return new TerminalRow(
                terminal.number(),
                "terminal.class." + terminal.kind(),
                roster.unit(terminal.unit())
                        .map(unit -> roster.fullName(unit, language))
                        .orElse(""),
                terminal.place(),
                terminal.from(),
                terminal.until(),
                TerminalState.of(terminal, terminals.today()));
    }
}
