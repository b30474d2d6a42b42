package akashi.notice;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule: the document's data, its text, who has acknowledged it unit by unit, and the editions before. */
record RulePage(
        Rule rule,
        Rule.Standing standing,
        RulesPage.About about,
        RuleText text,
        String mark,
        People people,
        List<Unit> units,
        List<RulesPage.Row> editions,
        May may,
        @Nullable String error)
        implements Page {
    RulePage {
        units = List.copyOf(units);
        editions = List.copyOf(editions);
    }

    /** Who wrote and who approved it, in words. */
    record People(String authors, String approver) {}

    /** How many of a unit's staff concerned have acknowledged it. */
    record Unit(String name, int read, int concerned) {
        int rate() {
            return concerned == 0 ? 100 : read * 100 / concerned;
        }
    }

    /**
     * What the viewer may do.
     *
     * @param withdraw whether a draft may be taken back, or a rule whose operation did not come to be
     * @param acknowledge whether it concerns the viewer, who has not yet acknowledged it
     * @param own whether the viewer wrote on it and would otherwise approve it
     */
    record May(
            boolean change,
            boolean withdraw,
            boolean approve,
            boolean own,
            boolean acknowledge,
            boolean acknowledged) {}

    /** Whether its operation was refused or withdrawn before it came to be. */
    boolean cameToNothing() {
        return about.place() == KnownOperations.Place.NOT_SET_UP && standing != Rule.Standing.WITHDRAWN;
    }

    int read() {
        return units.stream().mapToInt(Unit::read).sum();
    }

    int concerned() {
        return units.stream().mapToInt(Unit::concerned).sum();
    }

    @Override
    public String template() {
        return "notice/rule";
    }

    @Override
    public String title() {
        return "notice.rule.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(rule.paper().title());
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
