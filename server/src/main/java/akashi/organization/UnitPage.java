package akashi.organization;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unit on a date: posts and who holds them, deputies, duty officers, what comes, and what was. */
record UnitPage(
        AsOf asOf,
        Facts facts,
        List<Link> lineage,
        List<TreePage.UnitRow> below,
        List<PostRow> posts,
        List<DutyRow> duty,
        List<ComingRow> coming,
        List<Name> names,
        List<Related> predecessors,
        List<Related> successors)
        implements Page {
    /** @param inForce whether the unit exists on the date; if not, the facts are those of its last line */
    record Facts(
            String code,
            String name,
            String kind,
            int count,
            Span span,
            String source,
            boolean sample,
            boolean inForce) {}

    record Link(String code, String name) {}

    record PostRow(
            String code, String title, String postClass, int seats, List<Holder> holders, List<String> deputies) {}

    record Holder(
            String staffNumber,
            String rank,
            String name,
            String kind,
            boolean principal,
            String duty,
            boolean away,
            boolean sample,
            Span span,
            String document) {}

    record DutyRow(String starts, String ends, String staffNumber, String name, boolean chief, boolean now) {}

    record ComingRow(
            Span span,
            String staffNumber,
            String name,
            String post,
            @Nullable String from,
            String document) {}

    record Name(String name, Span span, String source) {}

    record Related(String code, String name, LocalDate since, String source) {}

    @Override
    public String template() {
        return "organization/unit";
    }

    @Override
    public String title() {
        return "organization.unit.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(facts.name);
    }
}
