package akashi.reorganization;

import akashi.reorganization.ImportReport.Change;
import akashi.reorganization.ImportReport.Effect;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.ImportReport.Repair;
import akashi.web.Page;
import java.util.Arrays;
import java.util.List;

/** What an import found, and the button that applies it. */
record ImportReportPage(ImportPage.Row kept, ImportReport report) implements Page {
    static final int MOST_SHOWN = 300;

    boolean applied() {
        return kept.appliedAt() != null;
    }

    boolean applicable() {
        return !applied() && report.clean() && !report.effects().isEmpty();
    }

    List<Change> changes() {
        return Arrays.stream(Change.values())
                .filter(change -> report.count(change) > 0)
                .toList();
    }

    List<Fault> faults() {
        return report.faults().stream().limit(MOST_SHOWN).toList();
    }

    List<Repair> repairs() {
        return report.repairs().stream().limit(MOST_SHOWN).toList();
    }

    List<Effect> effects() {
        return report.effects().stream()
                .filter(effect -> effect.change() != Change.UNCHANGED)
                .limit(MOST_SHOWN)
                .toList();
    }

    long late() {
        return report.effects().stream().filter(Effect::late).count();
    }

    @Override
    public String template() {
        return "reorganization/report";
    }

    @Override
    public String title() {
        return "reorganization.report.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(kept.number());
    }
}
