package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.notice.Task.Kind;
import akashi.notice.Task.To;
import akashi.notice.Task.Word;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Door;
import akashi.usage.UsageLog;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Guidance the managing sections give to units (Directive, Article 5 (2)); the unit's head is told of it. */
@Controller
class GuidancePages {
    static final String LOOK = "GUIDANCE";
    private static final int SHOWN = 500;
    private static final int LONGEST = 2000;

    private final GuidanceSql sql;
    private final Tasks tasks;
    private final RuleView view;
    private final Wording wording;
    private final Operations operations;
    private final Organization organization;
    private final Door door;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Messages messages;
    private final Clock clock;

    GuidancePages(
            GuidanceSql sql,
            Tasks tasks,
            RuleView view,
            Wording wording,
            Operations operations,
            Organization organization,
            Door door,
            UsageLog usage,
            TransactionTemplate transaction,
            Messages messages,
            Clock clock) {
        this.sql = sql;
        this.tasks = tasks;
        this.view = view;
        this.wording = wording;
        this.operations = operations;
        this.organization = organization;
        this.door = door;
        this.usage = usage;
        this.transaction = transaction;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/guidance")
    Page list(HttpServletRequest request) {
        return page(Map.of("on", today().toString()), null, request);
    }

    @GetMapping("/guidance.csv")
    Reply csv(HttpServletRequest request) {
        var entered = door.enter(request, LOOK, null);
        var language = Languages.of(request);
        var csv = new CsvTable(List.of("on", "operation", "unit", "way", "matter", "request", "by").stream()
                .map(column -> messages.text(language, "notice.guidance." + column))
                .toList());
        for (var row : rows(language)) {
            csv.row(List.of(
                    row.guidance().on().toString(),
                    row.operationName(),
                    row.unitName(),
                    messages.text(
                            language, "notice.guidance.way." + row.guidance().way()),
                    row.guidance().matter(),
                    row.guidance().request(),
                    row.by()));
        }
        return door.show(entered.use(), csv.download("guidance.csv"));
    }

    @PostMapping("/guidance")
    Reply give(@RequestParam Map<String, String> form, HttpServletRequest request) {
        var code = form.getOrDefault("operation", "");
        if (!OperationCode.fits(code) || !view.known(new OperationCode(code))) {
            return page(form, "notice.guidance.wrong.operation", request);
        }
        var operation = new OperationCode(code);
        var entered = door.enter(request, RulePages.KEEP, view.section(operation));
        var unit = organization.roster().unitByCode(form.getOrDefault("unit", ""));
        var on = day(form.getOrDefault("on", ""));
        var matter = form.getOrDefault("matter", "").strip();
        var asked = form.getOrDefault("request", "").strip();
        var way = Arrays.stream(Guidance.Way.values())
                .filter(one -> one.name().equals(form.get("way")))
                .findFirst();
        if (unit.isEmpty() || way.isEmpty()) {
            return page(form, "notice.guidance.wrong.unit", request);
        }
        if (on == null || on.isAfter(today())) {
            return page(form, "notice.guidance.wrong.on", request);
        }
        if (matter.length() < 3
                || matter.length() > LONGEST
                || asked.length() > LONGEST
                || (matter + asked).indexOf(0) >= 0) {
            return page(form, "notice.guidance.wrong.matter", request);
        }
        var guidance = new Guidance(
                0,
                operation,
                unit.get().code(),
                on,
                way.get(),
                matter,
                asked,
                entered.actor().staffNumber());
        var _ = transaction.execute(_ -> {
            long id = sql.insert(guidance, clock.instant());
            tasks.raise(Task.of(
                    Kind.NOTICE,
                    "guidance/" + id,
                    To.headOf(unit.get().id()),
                    "/guidance",
                    "notice.guidance.task",
                    Word.operation(operation.value())));
            return usage.record(entered.of("GUIDANCE_GIVE")
                    .stating("operation", operation.value())
                    .stating("unit", unit.get().code())
                    .stating("guidance", Long.toString(id)));
        });
        return Go.to("/guidance", "notice.guidance.given");
    }

    private Page page(Map<String, String> form, @Nullable String error, HttpServletRequest request) {
        var entered = door.enter(request, LOOK, null);
        var language = Languages.of(request);
        var keeps = operations.inForce().stream()
                .map(OperationVersion::code)
                .filter(code -> door.offers(request, RulePages.KEEP, view.section(code)))
                .map(code -> new GuidancePage.Choice(code.value(), view.name(code, language)))
                .toList();
        var units = organization.roster().units().stream()
                .filter(unit -> unit.kind().command())
                .map(unit -> new GuidancePage.Choice(unit.code(), unit.name(language)))
                .toList();
        return door.show(
                entered.use(),
                new GuidancePage(rows(language), keeps, keeps.isEmpty() ? List.of() : units, form, error));
    }

    private List<GuidancePage.Row> rows(Locale language) {
        return sql.latest(SHOWN).stream()
                .map(one -> new GuidancePage.Row(
                        one,
                        view.name(one.operation(), language),
                        wording.unit(one.unit(), language),
                        wording.person(one.by(), language)))
                .toList();
    }

    private LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
