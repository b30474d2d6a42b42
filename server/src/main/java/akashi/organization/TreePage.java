package akashi.organization;

import akashi.web.Page;
import java.util.List;

/** The tree of units on a date, or what a search found. */
record TreePage(
        AsOf asOf,
        String query,
        List<Branch> tree,
        List<UnitRow> found,
        List<PersonRow> people,
        int staff,
        boolean mayImport)
        implements Page {
    /** A unit with what is below it. */
    record Branch(UnitRow unit, List<Branch> below) {
        boolean opened() {
            return unit.depth() < 1;
        }
    }

    /** @param count people whose principal post is in the unit or below it */
    record UnitRow(
            String code,
            String name,
            String kind,
            int depth,
            int count,
            String parent,
            Span span,
            String source,
            boolean sample) {}

    record PersonRow(
            String staffNumber,
            String name,
            String kana,
            String rank,
            String duty,
            boolean away,
            String post,
            String unitCode,
            String unit,
            boolean sample) {}

    @Override
    public String template() {
        return "organization/tree";
    }

    @Override
    public String title() {
        return "organization.title";
    }

    boolean searching() {
        return !query.isEmpty();
    }
}
