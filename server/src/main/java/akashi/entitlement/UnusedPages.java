package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.organization.Organization;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rights nobody uses: the list, and the answers about them. */
@Controller
class UnusedPages {
    private static final String PATH = "/entitlements/unused";
    private static final String ANSWER = "RIGHT_ANSWER";
    private static final String KEEP = "keep";
    private static final List<String> ANSWERS = List.of(KEEP, "give-up");

    private final UnusedRights unused;
    private final Covered covered;
    private final Organization organization;
    private final EntitlementDoor door;

    UnusedPages(UnusedRights unused, Covered covered, Organization organization, EntitlementDoor door) {
        this.unused = unused;
        this.covered = covered;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(PATH)
    Reply list(Asker asker, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        return door.show(open, "unused", page(asker, null, request));
    }

    /** The list as a file, one question a line. */
    @GetMapping(PATH + ".csv")
    Reply csv(Asker asker, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        var language = Languages.of(request);
        var csv = door.table(
                language,
                "entitlement.unit",
                "entitlement.person",
                "entitlement.right",
                "operation.name",
                "access.column.act",
                "access.column.scope",
                "entitlement.due",
                "entitlement.state",
                "entitlement.reason");
        for (var row : rows(asker, request)) {
            var one = row.unused();
            csv.row(List.of(
                    row.unit(),
                    row.person(),
                    door.text(language, "entitlement.grant-number", Long.toString(one.granted())),
                    row.right(),
                    row.act().isEmpty() ? "" : door.text(language, "access.act." + row.act()),
                    row.scope().isEmpty() ? "" : door.text(language, "access.reach." + row.scope()),
                    one.due().toString(),
                    door.text(language, "entitlement.unused.state." + one.state()),
                    one.why()));
        }
        return door.show(open, "unused", csv.download("unused-rights.csv"));
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}")
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
        var fault = ANSWERS.contains(answer)
                ? unused.answer(one, answer.equals(KEEP), why, asker, open.ruling())
                : Optional.of("entitlement.fault.answer");
        return fault.isEmpty()
                ? Go.to(PATH, "entitlement.answered")
                : page(asker, new Unsettled(fault.get(), number, why), request);
    }

    private UnusedPage page(Asker asker, @Nullable Unsettled unsettled, HttpServletRequest request) {
        return new UnusedPage(rows(asker, request), organization.roster().date(), unsettled);
    }

    private List<UnusedPage.Row> rows(Asker asker, HttpServletRequest request) {
        var language = Languages.of(request);
        var held = covered.held();
        return unused.latest().stream()
                .filter(one -> door.offers(request, EntitlementDoor.LOOK, one.unit()))
                .map(one -> row(one, held.get(one.granted()), asker, request, language))
                .toList();
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
}
