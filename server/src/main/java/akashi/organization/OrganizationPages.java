package akashi.organization;

import akashi.calendar.JapaneseDates;
import akashi.usage.Door;
import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to look at the organisation on any date. */
@Controller
class OrganizationPages implements NavSource {
    static final String VIEW = "ORGANIZATION";

    /** The act of the module above that takes the lines in; its page is linked from here. */
    private static final String IMPORT = "ORGANIZATION_IMPORT";

    private static final int ORDER = 70;
    private static final int LONGEST_QUERY = 100;

    private final Organization organization;
    private final Door door;
    private final Messages messages;
    private final Clock clock;

    OrganizationPages(Organization organization, Door door, Messages messages, Clock clock) {
        this.organization = organization;
        this.door = door;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return door.offers(request, VIEW)
                ? List.of(new NavItem("/organization", "organization.nav", ORDER))
                : List.of();
    }

    @GetMapping("/organization")
    Page tree(
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request) {
        var entered = door.enter(request, VIEW, null);
        var date = AsOf.read(asOf, today());
        var roster = organization.roster(date.date());
        var view = new TreeView(roster, Languages.of(request));
        var query = q.strip().length() > LONGEST_QUERY ? q.strip().substring(0, LONGEST_QUERY) : q.strip();
        var page = new TreePage(
                date,
                query,
                query.isEmpty() ? view.tree() : List.of(),
                query.isEmpty() ? List.of() : view.units(query),
                query.isEmpty() ? List.of() : view.people(query),
                roster.people().size(),
                door.offers(request, IMPORT));
        var use = entered.use().stating("date", date.date().toString());
        return door.show(query.isEmpty() ? use : use.noting(query), page);
    }

    @GetMapping("/organization.csv")
    Reply csv(@RequestParam(defaultValue = "") String asOf, HttpServletRequest request) {
        var entered = door.enter(request, VIEW, null);
        var date = AsOf.read(asOf, today());
        var language = Languages.of(request);
        var csv = new CsvTable(
                header(language, "code", "name", "kind", "parent", "from", "last-day", "people", "source", "sample"));
        for (var row : new TreeView(organization.roster(date.date()), language).rows()) {
            csv.row(List.of(
                    row.code(),
                    row.name(),
                    messages.text(language, row.kind()),
                    row.parent(),
                    row.span().from().toString(),
                    last(row.span()),
                    Integer.toString(row.count()),
                    row.source(),
                    mark(language, row.sample())));
        }
        return show(entered, csv.download("organization-" + date.date() + ".csv"), date.date());
    }

    @GetMapping("/organization/units/{code}")
    Page unit(@PathVariable String code, @RequestParam(defaultValue = "") String asOf, HttpServletRequest request) {
        var entered = door.enter(request, VIEW, null);
        var date = AsOf.read(asOf, today());
        var page = page(code, date, Languages.of(request));
        return door.show(
                entered.use()
                        .stating("date", date.date().toString())
                        .stating("unit", page.facts().code()),
                page);
    }

    @GetMapping("/organization/units/{code}/posts.csv")
    Reply postsCsv(
            @PathVariable String code, @RequestParam(defaultValue = "") String asOf, HttpServletRequest request) {
        var entered = door.enter(request, VIEW, null);
        var date = AsOf.read(asOf, today());
        var language = Languages.of(request);
        var page = page(code, date, language);
        var csv = new CsvTable(header(
                language,
                "post-code",
                "post",
                "post-class",
                "staff-number",
                "rank",
                "person",
                "appointment",
                "duty",
                "from",
                "last-day",
                "document"));
        for (var post : page.posts()) {
            for (var holder : post.holders()) {
                csv.row(List.of(
                        post.code(),
                        post.title(),
                        messages.text(language, post.postClass()),
                        holder.staffNumber(),
                        messages.text(language, holder.rank()),
                        holder.name(),
                        messages.text(language, holder.kind()),
                        messages.text(language, holder.duty()),
                        holder.span().from().toString(),
                        last(holder.span()),
                        holder.document()));
            }
        }
        return show(
                entered, csv.download("organization-" + page.facts().code() + "-" + date.date() + ".csv"), date.date());
    }

    private UnitPage page(String code, AsOf date, Locale language) {
        var roster = organization.roster(date.date());
        var unit = roster.unitIdOf(code).orElseThrow(NotFound::new);
        return new UnitView(roster, language, clock.instant()).page(unit, date);
    }

    private Download show(Door.Entered entered, Download file, LocalDate date) {
        return door.show(
                entered.use().stating("date", date.toString()).stating("file", file.name()),
                file,
                download -> new String(download.content(), StandardCharsets.UTF_8));
    }

    private List<String> header(Locale language, String... columns) {
        return Stream.of(columns)
                .map(column -> messages.text(language, "organization.column." + column))
                .toList();
    }

    private String mark(Locale language, boolean sample) {
        return sample ? messages.text(language, "web.sample") : "";
    }

    private static String last(Span span) {
        return span.lastDay().map(LocalDate::toString).orElse("");
    }

    private LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }
}
