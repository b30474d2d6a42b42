package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recertification: what is to be answered, or what was. */
record CampaignPage(
        Campaign campaign,
        String unit,
        String signer,
        List<Row> rows,
        String digest,
        boolean maySign,
        LocalDate today,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /**
     * A line in words.
     *
     * @param operation name of the operation of an individual grant, empty for a standard set
     * @param chosen {@code keep}, {@code take} or empty
     */
    record Row(
            Campaign.Line line, String person, String operation, String act, String scope, String chosen, String why) {}

    @Override
    public String template() {
        return "entitlement/campaign";
    }

    @Override
    public String title() {
        return "entitlement.campaign.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(unit);
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
