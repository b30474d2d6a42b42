package akashi.access;

import akashi.calendar.JapaneseDates;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of rights (業務利用権台帳), whole and one's own. Reading it is a use. */
@Controller
class RightsPages {
    private static final int MOST_ROWS = 100;

    private final RightsRegister register;
    private final Granting granting;
    private final AccessGate gate;
    private final Organization organization;
    private final UsageLog usage;
    private final Messages messages;

    RightsPages(
            RightsRegister register,
            Granting granting,
            AccessGate gate,
            Organization organization,
            UsageLog usage,
            Messages messages) {
        this.register = register;
        this.granting = granting;
        this.gate = gate;
        this.organization = organization;
        this.usage = usage;
        this.messages = messages;
    }

    @GetMapping("/rights")
    Reply rights(
            Asker asker,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String operation,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var shown = unit(asker, unit);
        var rows = released(asker, shown, operation, language);
        var revocable = register.operations().stream()
                .filter(version -> granting.mayGrant(asker, version.code()))
                .map(version -> version.code().value())
                .collect(Collectors.toSet());
        return new RightsPage(
                shown.code(),
                operation == null ? "" : operation,
                choices(language),
                rows.subList(0, Math.min(MOST_ROWS, rows.size())),
                rows.size() > MOST_ROWS,
                register.individual(shown.id(), language),
                revocable,
                !revocable.isEmpty() || gate.open(asker, "REVOKE"));
    }

    @GetMapping("/rights.csv")
    Reply csv(
            Asker asker,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String operation,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var shown = unit(asker, unit);
        var rows = released(asker, shown, operation, language);
        return RightsCsv.of("rights-" + shown.code() + ".csv", rows, messages, language);
    }

    @GetMapping("/rights/mine")
    Reply mine(Asker asker, HttpServletRequest request) {
        var passage = gate.ask(asker, "MY_RIGHTS", null);
        if (!(passage instanceof Gate.Open open)) {
            throw new NotFound();
        }
        var rows = usage.release(
                        Use.of("MY_RIGHTS", open.actor()).decided(open.ruling()),
                        register.ofPerson(asker.personId(), Languages.of(request)))
                .value();
        return new MyRightsPage(rows);
    }

    private List<RightsRegister.Row> released(Asker asker, Unit unit, @Nullable String operation, Locale language) {
        var chosen = operation == null || operation.isBlank() ? null : operation;
        return switch (gate.ask(asker, "RIGHTS", unit.id())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) ->
                usage.release(
                                Use.of("RIGHTS", actor)
                                        .decided(ruling)
                                        .stating("unit", unit.code())
                                        .stating(
                                                "day",
                                                JapaneseDates.format(
                                                        organization.roster().date())),
                                register.ofUnit(unit.id(), chosen, language))
                        .value();
        };
    }

    /** The unit asked for, else the asker's own (所属). */
    private Unit unit(Asker asker, @Nullable String code) {
        var roster = organization.roster();
        return code == null || code.isBlank()
                ? roster.command(asker.unit().id()).orElse(asker.unit())
                : roster.unitByCode(code).orElseThrow(NotFound::new);
    }

    private RightsPage.Choices choices(Locale language) {
        return new RightsPage.Choices(
                register.commands().stream()
                        .map(unit -> new RightsPage.Choice(unit.code(), unit.name(language)))
                        .toList(),
                register.operations().stream()
                        .map(version -> new RightsPage.Choice(
                                version.code().value(),
                                version.definition().name().in(language.getLanguage())))
                        .toList());
    }
}
