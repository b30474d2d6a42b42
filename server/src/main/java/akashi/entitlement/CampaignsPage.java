package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;

/** The recertifications the viewer may see, the overdue first; where one is opened. */
record CampaignsPage(List<Row> rows, List<Choice> units, LocalDate today, boolean mayOpen) implements Page {
    /** One in words. */
    record Row(Campaign campaign, String unit, String signer) {}

    /** A unit to choose. */
    record Choice(String code, String name) {}

    long overdue() {
        return rows.stream().filter(row -> row.campaign().overdue(today)).count();
    }

    @Override
    public String template() {
        return "entitlement/campaigns";
    }

    @Override
    public String title() {
        return "entitlement.campaigns.title";
    }
}
