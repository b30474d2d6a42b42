package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.organization.Organization;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Unused rights and recertifications: lists, answers, signatures. */
@Controller
class CampaignPages {
    private static final String UNUSED = "/entitlements/unused";
    private static final String PATH = "/entitlements/campaigns";
    private static final String OPEN = "RECERTIFY_OPEN";
    private static final String SIGN = "RECERTIFY_SIGN";
    private static final String ANSWER = "RIGHT_ANSWER";

    private final Campaigns campaigns;
    private final UnusedRights unused;
    private final IndividualRights rights;
    private final Organization organization;
    private final EntitlementDoor door;

    CampaignPages(
            Campaigns campaigns,
            UnusedRights unused,
            IndividualRights rights,
            Organization organization,
            EntitlementDoor door) {
        this.campaigns = campaigns;
        this.unused = unused;
        this.rights = rights;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(UNUSED)
    Reply unused(Asker asker, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        var language = Languages.of(request);
        var held = held();
        var rows = unused.latest().stream()
                .filter(one -> door.offers(request, EntitlementDoor.LOOK, one.unit()))
                .map(one -> row(one, held.get(one.granted()), asker, request, language))
                .toList();
        return door.show(open, "unused", new UnusedPage(rows, campaigns.today()));
    }

    @PostMapping(UNUSED + "/{number:[0-9]{1,12}}")
    Reply answer(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        var one = unused.latest().stream()
                .filter(found -> found.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        var open = door.pass(request, ANSWER, one.unit());
        var fault = unused.answer(one, answer.equals("keep"), why, asker, open.ruling());
        return Go.to(UNUSED, fault.orElse("entitlement.answered"));
    }

    @GetMapping(PATH)
    Reply list(HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        var language = Languages.of(request);
        var rows = campaigns.latest().stream()
                .filter(one -> door.offers(request, EntitlementDoor.LOOK, one.unit()))
                .map(one -> new CampaignsPage.Row(one, door.naming().unit(one.unit(), language), signer(one, language)))
                .toList();
        var units = organization.roster().units().stream()
                .filter(unit -> unit.kind().command())
                .map(unit -> new CampaignsPage.Choice(unit.code(), unit.name(language)))
                .toList();
        return door.show(
                open, "campaigns", new CampaignsPage(rows, units, campaigns.today(), door.offers(request, OPEN)));
    }

    @PostMapping(PATH)
    Reply open(@RequestParam(defaultValue = "") String unit, HttpServletRequest request) {
        var open = door.pass(request, OPEN, null);
        return switch (campaigns.open(unit.strip(), Campaign.Ground.ORDERED, open.actor())) {
            case Campaigns.Opening.Opened(var number) -> Go.to(PATH + "/" + number, "entitlement.campaign.opened");
            case Campaigns.Opening.ForSuccessors(var count) -> Go.to(PATH, "entitlement.campaign.successors", count);
            case Campaigns.Opening.Refused(var message) -> Go.to(PATH, message);
        };
    }

    @GetMapping(PATH + "/{number:[0-9]{1,12}}")
    Reply one(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, EntitlementDoor.LOOK, campaign.unit());
        return door.show(open, "campaign " + number, page(campaign, asker, Map.of(), null, request));
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}/sign")
    Reply sign(
            Asker asker,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, SIGN, campaign.unit());
        var answers = new HashMap<String, Campaign.Answer>();
        for (var line : campaigns.lines(campaign, asker)) {
            var said = text(fields, "answer-" + line.key());
            if (said.equals("keep") || said.equals("take")) {
                answers.put(
                        line.key(), new Campaign.Answer(line, said.equals("keep"), text(fields, "why-" + line.key())));
            }
        }
        var fault = campaigns.sign(campaign, answers, text(fields, "digest"), asker, open.ruling());
        return fault.isEmpty()
                ? Go.to(PATH + "/" + number, "entitlement.campaign.signed")
                : page(campaign, asker, answers, fault.get(), request);
    }

    private CampaignPage page(
            Campaign campaign,
            Asker asker,
            Map<String, Campaign.Answer> answers,
            @Nullable String error,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var held = held();
        var isOpen = campaign.state() == Campaign.State.OPEN;
        var lines = isOpen ? campaigns.lines(campaign, asker) : List.<Campaign.Line>of();
        var rows = isOpen
                ? lines.stream()
                        .map(line -> row(line, answers.get(line.key()), held, language))
                        .toList()
                : campaigns.answers(campaign.number()).stream()
                        .map(answer -> row(answer.line(), answer, held, language))
                        .toList();
        return new CampaignPage(
                campaign,
                door.naming().unit(campaign.unit(), language),
                signer(campaign, language),
                rows,
                Campaigns.digest(lines, List.of()),
                isOpen && door.offers(request, SIGN, campaign.unit()),
                campaigns.today(),
                error);
    }

    private CampaignPage.Row row(
            Campaign.Line line,
            Campaign.@Nullable Answer answer,
            Map<Long, IndividualRights.Held> held,
            Locale language) {
        var grant = held.get(line.granted());
        return new CampaignPage.Row(
                line,
                door.naming().person(line.staff(), language),
                grant == null ? "" : door.naming().operation(grant.operation().value(), language),
                grant == null ? "" : grant.act().name(),
                grant == null ? "" : grant.scope().name(),
                answer == null ? "" : answer.keep() ? "keep" : "take",
                answer == null ? "" : answer.why());
    }

    private UnusedPage.Row row(
            Unused one,
            IndividualRights.@Nullable Held grant,
            Asker asker,
            HttpServletRequest request,
            Locale language) {
        var person = organization.roster().person(one.holder());
        return new UnusedPage.Row(
                one,
                door.naming().unit(one.unit(), language),
                person.map(found -> found.titled(language) + " " + found.staffNumber())
                        .orElse(""),
                grant == null ? "" : door.naming().operation(grant.operation().value(), language),
                grant == null ? "" : grant.act().name(),
                grant == null ? "" : grant.scope().name(),
                one.state() == Unused.State.ASKED
                        && !one.holder().equals(asker.personId())
                        && door.offers(request, ANSWER, one.unit()));
    }

    private Map<Long, IndividualRights.Held> held() {
        var byNumber = new HashMap<Long, IndividualRights.Held>();
        rights.held().forEach(grant -> byNumber.put(grant.number(), grant));
        return byNumber;
    }

    private String signer(Campaign campaign, Locale language) {
        var signed = campaign.signed();
        return signed == null ? "" : door.naming().person(signed.by(), language);
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var text = fields.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
