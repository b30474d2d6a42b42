package akashi.entitlement;

import akashi.access.Asker;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Going through one recertification: person by person, kept half-way, signed. */
@Controller
class SigningPages {
    private static final String PATH = "/entitlements/campaigns";
    private static final String ONE = PATH + "/{number:[0-9]{1,12}}";

    private final Campaigns campaigns;
    private final Signing signing;
    private final Covered covered;
    private final Organization organization;
    private final EntitlementDoor door;

    SigningPages(
            Campaigns campaigns, Signing signing, Covered covered, Organization organization, EntitlementDoor door) {
        this.campaigns = campaigns;
        this.signing = signing;
        this.covered = covered;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(ONE)
    Reply one(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, EntitlementDoor.LOOK, campaign.unit());
        return door.show(open, "campaign " + number, page(campaign, asker, null, null, request));
    }

    /** What was signed as a file, one right a line. */
    @GetMapping(ONE + ".csv")
    Reply csv(@PathVariable long number, HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, EntitlementDoor.LOOK, campaign.unit());
        var language = Languages.of(request);
        var csv = door.table(
                language,
                "entitlement.person",
                "access.column.post",
                "entitlement.right",
                "operation.name",
                "access.column.act",
                "access.column.scope",
                "entitlement.answer",
                "entitlement.reason");
        for (var person : answered(signing.signed(number), language)) {
            for (var row : person.rows()) {
                csv.row(List.of(
                        person.name() + " " + person.staff(),
                        person.post(),
                        row.line().granted() == 0
                                ? door.text(language, "entitlement.standard", row.set())
                                : door.text(
                                        language,
                                        "entitlement.grant-number",
                                        Long.toString(row.line().granted())),
                        row.operation(),
                        row.act().isEmpty() ? "" : door.text(language, "access.act." + row.act()),
                        row.scope().isEmpty() ? "" : door.text(language, "access.reach." + row.scope()),
                        door.text(language, "entitlement." + row.chosen()),
                        row.why()));
            }
        }
        return door.show(open, "campaign " + number, csv.download("campaign-" + number + ".csv"));
    }

    /** Keeps what was answered; with {@code all}, everything of that person stays. */
    @PostMapping(ONE + "/save")
    Reply save(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String all,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, act(campaign), campaign.unit());
        if (!signing.fit(campaign, asker)) {
            return page(campaign, asker, null, fault(campaign), request);
        }
        var answers = answers(campaign, asker, fields);
        signing.lines(campaign, asker).stream()
                .filter(line -> line.staff().equals(all))
                .forEach(line -> answers.put(line.key(), new Campaign.Answer(line, true, "")));
        signing.save(campaign, answers.values(), asker, open.ruling());
        return Go.to(PATH + "/" + number, "entitlement.campaign.saved");
    }

    @PostMapping(ONE + "/sign")
    Reply sign(
            Asker asker,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var campaign = campaigns.one(number).orElseThrow(NotFound::new);
        var open = door.pass(request, act(campaign), campaign.unit());
        var answers = answers(campaign, asker, fields);
        var fault = signing.sign(campaign, answers, text(fields, "digest"), asker, open.ruling());
        if (fault.isPresent()) {
            return page(campaign, asker, answers, fault.get(), request);
        }
        var left = campaigns.one(number).filter(Campaign::waits).isPresent();
        return Go.to(PATH + "/" + number, left ? "entitlement.campaign.signed-left" : "entitlement.campaign.signed");
    }

    private static String act(Campaign campaign) {
        return campaign.state() == Campaign.State.REST ? Signing.SIGN_HEAD : Signing.SIGN;
    }

    private static String fault(Campaign campaign) {
        return campaign.waits() ? "entitlement.fault.above" : "entitlement.fault.stale";
    }

    private Map<String, Campaign.Answer> answers(Campaign campaign, Asker asker, MultiValueMap<String, String> fields) {
        var answers = new HashMap<String, Campaign.Answer>();
        for (var line : signing.lines(campaign, asker)) {
            var said = text(fields, "answer-" + line.key());
            if (said.equals("keep") || said.equals("take")) {
                var why = said.equals("keep") ? "" : text(fields, "why-" + line.key());
                answers.put(line.key(), new Campaign.Answer(line, said.equals("keep"), why));
            }
        }
        return answers;
    }

    /** {@code answers} as they were sent; null shows what was kept. */
    private CampaignPage page(
            Campaign campaign,
            Asker asker,
            @Nullable Map<String, Campaign.Answer> answers,
            @Nullable String error,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var may = campaign.waits()
                && door.offers(request, act(campaign), campaign.unit())
                && signing.fit(campaign, asker);
        var lines = signing.lines(campaign, asker);
        var shown = answers == null ? signing.saved(campaign, lines) : answers;
        return new CampaignPage(
                campaign,
                door.naming().unit(campaign.unit(), language),
                signatures(campaign, language),
                people(lines, shown, language),
                answered(signing.signed(campaign.number()), language),
                Signing.digest(lines, List.of()),
                may,
                campaigns.today(),
                error);
    }

    private List<CampaignPage.Signature> signatures(Campaign campaign, Locale language) {
        return campaign.signatures().stream()
                .map(signed -> new CampaignPage.Signature(signed, door.naming().person(signed.by(), language)))
                .toList();
    }

    private List<CampaignPage.PersonRow> answered(List<Campaign.Answer> signed, Locale language) {
        var byKey = new HashMap<String, Campaign.Answer>();
        signed.forEach(answer -> byKey.put(answer.line().key(), answer));
        return people(signed.stream().map(Campaign.Answer::line).toList(), byKey, language);
    }

    private List<CampaignPage.PersonRow> people(
            List<Campaign.Line> lines, Map<String, Campaign.Answer> answers, Locale language) {
        var held = covered.held();
        var byPerson = new LinkedHashMap<String, List<CampaignPage.Row>>();
        for (var line : lines) {
            var answer = answers.get(line.key());
            var grant = held.get(line.granted());
            byPerson.computeIfAbsent(line.staff(), _ -> new ArrayList<>())
                    .add(new CampaignPage.Row(
                            line,
                            line.granted() == 0 ? set(line.what(), language) : "",
                            grant == null
                                    ? ""
                                    : door.naming().operation(grant.operation().value(), language),
                            grant == null ? "" : grant.act().name(),
                            grant == null ? "" : grant.scope().name(),
                            answer == null ? "" : answer.keep() ? "keep" : "take",
                            answer == null ? "" : answer.why()));
        }
        return byPerson.entrySet().stream()
                .map(entry -> new CampaignPage.PersonRow(
                        entry.getKey(),
                        door.naming().person(entry.getKey(), language),
                        post(entry.getKey(), language),
                        entry.getValue()))
                .toList();
    }

    /** The line that is signed names the classes of posts in Japanese. */
    private String set(String what, Locale language) {
        return Stream.of(PostClass.values())
                .filter(postClass -> what.contains(postClass.written()))
                .map(postClass -> door.text(language, "organization.post-class." + postClass))
                .collect(Collectors.joining(" / "));
    }

    private String post(String staff, Locale language) {
        var roster = organization.roster();
        return roster.byStaffNumber(staff)
                .flatMap(person -> roster.principalOf(person.id()))
                .flatMap(held -> roster.post(held.post()))
                .map(post -> roster.unit(post.unit())
                                .map(unit -> unit.name(language) + " ")
                                .orElse("")
                        + post.title(language))
                .orElse("");
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        var text = fields.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
