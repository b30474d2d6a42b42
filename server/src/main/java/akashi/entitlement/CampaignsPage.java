package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recertifications the viewer may see, the most pressing first; where some are begun. */
record CampaignsPage(
        List<Row> rows,
        boolean late,
        long overdue,
        List<Choice> units,
        LocalDate today,
        boolean mayOpen,
        Form form,
        Campaigns.Opening.@Nullable Refused refused)
        implements Page {
    static final String ALL = "all";
    static final String SOME = "some";
    private static final int UNPROCESSABLE = 422;

    /** One in words; {@code signers} in the order of its signatures. */
    record Row(Campaign campaign, String unit, List<String> signers) {}

    /** A unit to choose. */
    record Choice(String code, String name) {}

    /** As chosen. */
    record Form(String which, List<String> unit, String ground, String due) {
        Form(@Nullable String which, @Nullable List<String> unit, @Nullable String ground, @Nullable String due) {
            this.which = which == null ? SOME : which;
            this.unit = unit == null ? List.of() : List.copyOf(unit);
            this.ground = ground == null ? "" : ground;
            this.due = due == null ? "" : due;
        }
    }

    @Override
    public String template() {
        return "entitlement/campaigns";
    }

    @Override
    public String title() {
        return "entitlement.campaigns.title";
    }

    @Override
    public int status() {
        return refused == null ? 200 : UNPROCESSABLE;
    }
}
