package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recertification, person by person.
 *
 * @param people what is to be answered next
 * @param answered what was signed
 */
record CampaignPage(
        Campaign campaign,
        String unit,
        List<Signature> signatures,
        List<PersonRow> people,
        List<PersonRow> answered,
        String digest,
        boolean maySign,
        LocalDate today,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** A signature with the name of who signed. */
    record Signature(Campaign.Signed signed, String by) {}

    /** Somebody with everything they hold. */
    record PersonRow(String staff, String name, String post, List<Row> rows) {
        PersonRow {
            rows = List.copyOf(rows);
        }

        boolean decided() {
            return rows.stream().noneMatch(row -> row.chosen().isEmpty());
        }
    }

    /**
     * A line in words.
     *
     * @param set what people with this standard set are called, empty for an individual grant
     * @param operation name of the operation of an individual grant, empty for a standard set
     * @param chosen {@code keep}, {@code take} or empty
     */
    record Row(Campaign.Line line, String set, String operation, String act, String scope, String chosen, String why) {}

    long decided() {
        return people.stream().filter(PersonRow::decided).count();
    }

    int lines() {
        return people.stream().mapToInt(person -> person.rows().size()).sum();
    }

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
