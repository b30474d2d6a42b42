package akashi.inventory;

import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Door;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of what belongs to the system. */
@Controller
class ScopePages {
    private final Scopes scopes;
    private final Operations operations;
    private final Organization organization;
    private final Door door;
    private final Words words;

    ScopePages(Scopes scopes, Operations operations, Organization organization, Door door, Words words) {
        this.scopes = scopes;
        this.operations = operations;
        this.organization = organization;
        this.door = door;
        this.words = words;
    }

    @GetMapping("/procedures/scope")
    Reply scope(HttpServletRequest request) {
        var entered = door.enter(request, Words.LOOK, null);
        return door.show(entered.use().stating("page", "scope"), page(null, request));
    }

    @GetMapping("/procedures/scope.csv")
    Reply csv(HttpServletRequest request) {
        var entered = door.enter(request, Words.LOOK, null);
        var language = Languages.of(request);
        var csv = new CsvTable(words.texts(
                language,
                "inventory.scope.name",
                "inventory.scope.kind",
                "inventory.scope.ground",
                "inventory.scope.reason",
                "inventory.scope.paper",
                "inventory.scope.section",
                "inventory.scope.since",
                "inventory.scope.runs"));
        var page = page(null, request);
        for (var row : page.rows()) {
            var scoped = row.scoped();
            csv.row(List.of(
                    scoped.name(),
                    words.text(language, "inventory.scope.kind." + scoped.kind()),
                    words.text(language, "inventory.scope.ground." + scoped.ground()),
                    scoped.reason(),
                    scoped.paper(),
                    row.section(),
                    scoped.since().toString(),
                    ""));
        }
        for (var run : page.operations()) {
            var decision = run.version().decision();
            csv.row(List.of(
                    run.name(),
                    words.text(language, "inventory.scope.operation"),
                    words.text(language, run.grandfathered() ? "operation.deemed" : "inventory.scope.decided"),
                    words.text(language, "operation.stands." + word(run.standing())),
                    decision == null ? "" : decision,
                    run.section(),
                    run.version().groundDate().toString(),
                    words.text(language, run.terminalsOnly() ? "inventory.scope.terminals" : "inventory.scope.whole")));
        }
        return door.show(entered.use().stating("page", "scope"), csv.download("scope.csv"));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @PostMapping("/procedures/scope")
    Reply add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String since,
            HttpServletRequest request) {
        var entered = door.enter(request, Words.KEEP, null);
        var day = date(since);
        var sort = Arrays.stream(Scoped.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        var why = Arrays.stream(Scoped.Ground.values())
                .filter(one -> one.name().equals(ground))
                .findFirst();
        boolean unit = organization.roster().unitByCode(section.strip()).isPresent();
        if (!Words.written(name, 200)
                || !Words.written(reason, 1000)
                || !Words.written(paper, 200)
                || day == null
                || sort.isEmpty()
                || why.isEmpty()
                || !unit) {
            return page(unit ? "scope" : "unit", request);
        }
        scopes.add(
                new Scoped(
                        0,
                        name.strip(),
                        sort.get(),
                        section.strip(),
                        why.get(),
                        reason.strip(),
                        paper.strip(),
                        day,
                        entered.actor().staffNumber()),
                entered);
        return Go.to("/procedures/scope", "inventory.scope.kept");
    }

    @PostMapping("/procedures/scope/{number:[0-9]{1,9}}/end")
    Reply end(@PathVariable long number, HttpServletRequest request) {
        var entered = door.enter(request, Words.KEEP, null);
        scopes.end(number, entered);
        return Go.to("/procedures/scope", "inventory.scope.ended");
    }

    private ScopePage page(@Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = scopes.standing().stream()
                .map(scoped -> new ScopePage.Row(scoped, words.unit(scoped.section(), language)))
                .toList();
        var runs = operations.latest().stream()
                .map(version -> new ScopePage.Run(
                        version,
                        operations.standing(version.code()),
                        version.definition().name().in(language.getLanguage()),
                        words.unit(version.definition().management().section(), language)))
                .toList();
        return new ScopePage(rows, runs, door.offers(request, Words.KEEP), words.refusal(language, error));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
