package akashi.entitlement;

import akashi.organization.Organization;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recertifications: the list, the overdue ones, beginning some. */
@Controller
class CampaignPages {
    private static final String PATH = "/entitlements/campaigns";
    private static final String OPEN = "RECERTIFY_OPEN";

    private final Campaigns campaigns;
    private final Organization organization;
    private final EntitlementDoor door;

    CampaignPages(Campaigns campaigns, Organization organization, EntitlementDoor door) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(PATH)
    Reply list(@RequestParam(defaultValue = "false") boolean late, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        var due = campaigns.today().plusDays(Campaigns.DAYS);
        var form =
                new CampaignsPage.Form(CampaignsPage.SOME, List.of(), Campaign.Ground.ORDERED.name(), due.toString());
        return door.show(open, late ? "campaigns overdue" : "campaigns", page(form, late, null, request));
    }

    /** The list as a file, one recertification a line. */
    @GetMapping(PATH + ".csv")
    Reply csv(@RequestParam(defaultValue = "false") boolean late, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        var language = Languages.of(request);
        var today = campaigns.today();
        var csv = door.table(
                language,
                "entitlement.unit",
                "entitlement.ground",
                "entitlement.due",
                "entitlement.state",
                "entitlement.overdue",
                "entitlement.campaign.signed-by");
        for (var row : rows(seen(request), late, today, language)) {
            var campaign = row.campaign();
            csv.row(List.of(
                    row.unit(),
                    door.text(language, "entitlement.ground." + campaign.ground()),
                    campaign.due().toString(),
                    door.text(language, "entitlement.campaign.state." + campaign.state()),
                    campaign.overdue(today) ? door.text(language, "entitlement.overdue") : "",
                    String.join("; ", row.signers())));
        }
        return door.show(open, late ? "campaigns overdue" : "campaigns", csv.download("campaigns.csv"));
    }

    @PostMapping(PATH)
    Reply open(@ModelAttribute CampaignsPage.Form form, HttpServletRequest request) {
        var open = door.pass(request, OPEN, null);
        var due = day(form.due());
        if (due.isEmpty()) {
            return page(form, false, Campaigns.Opening.Refused.of("entitlement.fault.day"), request);
        }
        var ground =
                form.ground().equals(Campaign.Ground.YEARLY.name()) ? Campaign.Ground.YEARLY : Campaign.Ground.ORDERED;
        var codes = form.which().equals(CampaignsPage.ALL)
                ? campaigns.units().stream().map(unit -> unit.code()).toList()
                : form.unit();
        return switch (campaigns.open(codes, ground, due.get(), open.actor())) {
            case Campaigns.Opening.Opened(var numbers, var already)
            when numbers.size() == 1 && already == 0 ->
                Go.to(PATH + "/" + numbers.getFirst(), "entitlement.campaign.opened");
            case Campaigns.Opening.Opened(var numbers, var already) ->
                Go.to(PATH, "entitlement.campaign.opened-some", numbers.size(), already);
            case Campaigns.Opening.Refused refused -> page(form, false, refused, request);
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private CampaignsPage page(
            CampaignsPage.Form form,
            boolean late,
            Campaigns.Opening.@Nullable Refused refused,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var today = campaigns.today();
        var seen = seen(request);
        var rows = rows(seen, late, today, language);
        var roster = organization.roster();
        var units = campaigns.units().stream()
                .map(unit -> new CampaignsPage.Choice(unit.code(), roster.fullName(unit, language)))
                .toList();
        var overdue = seen.stream().filter(one -> one.overdue(today)).count();
        return new CampaignsPage(rows, late, overdue, units, today, door.offers(request, OPEN), form, refused);
    }

    private List<Campaign> seen(HttpServletRequest request) {
        return campaigns.latest().stream()
                .filter(one -> door.offers(request, EntitlementDoor.LOOK, one.unit()))
                .toList();
    }

    private List<CampaignsPage.Row> rows(List<Campaign> seen, boolean late, LocalDate today, Locale language) {
        return seen.stream()
                .filter(one -> !late || one.overdue(today))
                .map(one -> row(one, language))
                .toList();
    }

    private CampaignsPage.Row row(Campaign campaign, Locale language) {
        var signers = campaign.signatures().stream()
                .map(signed -> door.naming().person(signed.by(), language))
                .toList();
        return new CampaignsPage.Row(campaign, door.naming().unit(campaign.unit(), language), signers);
    }
}
