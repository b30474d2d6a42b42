package akashi.notice;

import akashi.csv.FileText;
import akashi.operation.OperationCode;
import akashi.organization.PersonId;
import akashi.usage.Door;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Implementation rules: read by whoever works by them, written and approved by the managing section. */
@Controller
class RulePages implements NavSource {
    static final String LOOK = "RULES";
    static final String STRICT = "RULE_STRICT";
    static final String KEEP = "RULE_KEEP";
    static final String APPROVE = "RULE_APPROVE";
    private static final int ORDER = 62;
    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final Rules rules;
    private final RuleRegister register;
    private final RuleView view;
    private final Door door;
    private final UsageLog usage;
    private final Messages messages;

    RulePages(Rules rules, RuleRegister register, RuleView view, Door door, UsageLog usage, Messages messages) {
        this.rules = rules;
        this.register = register;
        this.view = view;
        this.door = door;
        this.usage = usage;
        this.messages = messages;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return door.offers(request, LOOK, null) ? List.of(new NavItem("/rules", "notice.rules.nav", ORDER)) : List.of();
    }

    @GetMapping("/rules")
    Page list(@RequestParam(defaultValue = "") String operation, HttpServletRequest request) {
        var entered = door.enter(request, LOOK, null);
        var language = Languages.of(request);
        var asked = (Predicate<RulesPage.Row>)
                row -> operation.isEmpty() || row.operation().equals(operation);
        return door.show(
                entered.use(),
                new RulesPage(
                        view.rows(language, code -> keeps(request, code)).stream()
                                .filter(asked)
                                .toList(),
                        view.without(language).stream().filter(asked).toList(),
                        view.operations(code -> keeps(request, code)),
                        door.offers(request, GuidancePages.LOOK, null)));
    }

    @GetMapping("/rules.csv")
    Reply csv(HttpServletRequest request) {
        var entered = door.enter(request, LOOK, null);
        var language = Languages.of(request);
        var csv =
                new CsvTable(List.of(
                                "operation",
                                "number",
                                "title",
                                "standing",
                                "dated",
                                "from",
                                "until",
                                "kept",
                                "read",
                                "concerned")
                        .stream()
                        .map(column -> messages.text(language, "notice.rule.column." + column))
                        .toList());
        for (var row : view.rows(language, code -> keeps(request, code))) {
            var rule = row.rule();
            if (rule != null) {
                var paper = rule.paper();
                csv.row(List.of(
                        row.operationName(),
                        paper.number(),
                        paper.title(),
                        messages.text(language, "notice.rule.standing." + row.standing()),
                        paper.dated().toString(),
                        paper.from().toString(),
                        paper.until() == null ? "" : paper.until().toString(),
                        paper.keptUntil().toString(),
                        Integer.toString(row.read()),
                        Integer.toString(row.concerned())));
            }
        }
        return door.show(entered.use(), csv.download("rules.csv"));
    }

    @GetMapping("/rules/{id:[0-9]{1,18}}")
    Page one(@PathVariable long id, HttpServletRequest request) {
        return page(rule(id), null, request);
    }

    /** The reader says that they know it. */
    @PostMapping("/rules/{id:[0-9]{1,18}}/acknowledge")
    Reply acknowledge(@PathVariable long id, HttpServletRequest request) {
        var rule = rule(id);
        var entered = door.enter(request, rule.paper().strict() ? STRICT : LOOK, null);
        var person = new PersonId(UUID.fromString(entered.actor().personId()));
        if (register.unread(person).stream().noneMatch(one -> one.id() == id)) {
            return Go.to("/rules/" + id);
        }
        rules.acknowledge(rule, person, entered.of("RULE_READ"));
        return Go.to("/rules/" + id, "notice.rule.acknowledged");
    }

    @GetMapping("/rules/new")
    Page blank(@RequestParam(defaultValue = "") String operation, HttpServletRequest request) {
        var code = operation(operation);
        var _ = door.enter(request, KEEP, view.section(code));
        var form = view.basis(code)
                .map(rule -> RuleForm.next(rule, rules.text(rule), register.today()))
                .orElseGet(() -> RuleForm.empty(code.value(), register.today()));
        return form(form, code, null, 0, request);
    }

    @PostMapping("/rules/new")
    Reply draft(
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var code = operation(values.getOrDefault("operation", ""));
        var entered = door.enter(request, KEEP, view.section(code));
        var form = new RuleForm(values, List.of());
        if (values.containsKey("fill")) {
            return form(filled(form, file), code, null, 0, request);
        }
        return switch (form.read()) {
            case RuleForm.Read.Bad(var keys) -> form(form.wrong(keys), code, null, 0, request);
            case RuleForm.Read.Good(var operation, var paper, var text) -> {
                long id = rules.draft(
                        operation,
                        paper,
                        text,
                        entered.of("RULE_DRAFT"),
                        entered.actor().staffNumber());
                yield Go.to("/rules/" + id, "notice.rule.drafted");
            }
        };
    }

    @GetMapping("/rules/{id:[0-9]{1,18}}/edit")
    Page edit(@PathVariable long id, HttpServletRequest request) {
        var rule = rule(id);
        var _ = door.enter(request, KEEP, view.section(rule.operation()));
        if (rule.state() != Rule.State.DRAFT) {
            return page(rule, "notice.rule.stale", request);
        }
        return form(RuleForm.of(rule, rules.text(rule)), rule.operation(), id, rule.version(), request);
    }

    @PostMapping("/rules/{id:[0-9]{1,18}}/edit")
    Reply change(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> values,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var rule = rule(id);
        var entered = door.enter(request, KEEP, view.section(rule.operation()));
        var form = new RuleForm(values, List.of());
        if (values.containsKey("fill")) {
            return form(filled(form, file), rule.operation(), id, version, request);
        }
        if (rule.version() != version) {
            return page(rule, "notice.rule.stale", request);
        }
        return switch (form.read()) {
            case RuleForm.Read.Bad(var keys) -> form(form.wrong(keys), rule.operation(), id, version, request);
            case RuleForm.Read.Good(var _, var paper, var text) ->
                after(
                        id,
                        rules.change(
                                rule,
                                paper,
                                text,
                                entered.of("RULE_CHANGE"),
                                entered.actor().staffNumber()),
                        "notice.rule.changed",
                        request);
        };
    }

    @PostMapping("/rules/{id:[0-9]{1,18}}/approve")
    Reply approve(@PathVariable long id, @RequestParam(defaultValue = "0") int version, HttpServletRequest request) {
        var rule = rule(id);
        var entered = door.enter(request, APPROVE, view.section(rule.operation()));
        if (rule.version() != version) {
            return page(rule, "notice.rule.stale", request);
        }
        var use = entered.use();
        return after(id, rules.approve(rule, use, entered.actor().staffNumber()), "notice.rule.approved", request);
    }

    @PostMapping("/rules/{id:[0-9]{1,18}}/withdraw")
    Reply withdraw(@PathVariable long id, HttpServletRequest request) {
        var rule = rule(id);
        var entered = door.enter(request, KEEP, view.section(rule.operation()));
        return after(id, rules.withdraw(rule, entered.of("RULE_WITHDRAW")), "notice.rule.withdrawn", request);
    }

    private Reply after(long id, Rules.Step step, String done, HttpServletRequest request) {
        return switch (step) {
            case DONE -> Go.to("/rules/" + id, done);
            case STALE -> page(rule(id), "notice.rule.stale", request);
            case OWN -> page(rule(id), "notice.rule.own", request);
            case INCOMPLETE -> page(rule(id), "notice.rule.incomplete", request);
            case NO_OPERATION -> page(rule(id), "notice.rule.no-operation.approve", request);
            case STANDS -> page(rule(id), "notice.rule.stands", request);
        };
    }

    /** A rule under strict control is opened by those it concerns, and by its keepers; each opening names it. */
    private Page page(Rule rule, @Nullable String error, HttpServletRequest request) {
        var strict = rule.paper().strict();
        var entered = door.enter(request, strict ? STRICT : LOOK, null);
        var person = new PersonId(UUID.fromString(entered.actor().personId()));
        var keeps = keeps(request, rule.operation());
        var approves = door.offers(request, APPROVE, view.section(rule.operation()));
        if (rule.state() != Rule.State.APPROVED && !keeps && !approves) {
            throw new NotFound();
        }
        var watches = door.offers(request, "RETENTION", null);
        if (strict && !keeps && !approves && !watches && !register.concerns(rule, person)) {
            usage.sealLimited(
                    Rules.about(
                            Use.of(STRICT, entered.actor()).decided(new Use.Ruling("RULE_STRICT", "1", false)),
                            rule.id(),
                            rule.operation()),
                    entered.actor().staffNumber(),
                    REPEATS);
            throw new NotFound();
        }
        var draft = rule.state() == Rule.State.DRAFT;
        boolean nothing = register.cameToNothing(rule);
        boolean own = rule.authors().contains(entered.actor().staffNumber());
        var may = new RulePage.May(
                draft && keeps,
                keeps && (draft || (rule.state() == Rule.State.APPROVED && nothing)),
                draft && approves && !own && !nothing,
                draft && approves && own && !nothing,
                register.unread(person).stream().anyMatch(one -> one.id() == rule.id()),
                register.shelf().acknowledged(rule, person.value()));
        var page = view.page(rule, rules.text(rule), may, error, Languages.of(request), keeps || approves);
        return door.show(Rules.about(entered.use(), rule.id(), rule.operation()), page);
    }

    private RuleForm filled(RuleForm form, @Nullable MultipartFile file) {
        var text = form.value("whole");
        if (file != null && !file.isEmpty()) {
            try {
                if (!(FileText.of(file.getBytes()) instanceof FileText.Text(var read, var _))) {
                    return form.wrong(List.of("notice.rule.wrong.file"));
                }
                text = read;
            } catch (IOException _) {
                return form.wrong(List.of("notice.rule.wrong.file"));
            }
        }
        return RuleText.read(text).map(form::filled).orElseGet(() -> form.wrong(List.of("notice.rule.wrong.whole")));
    }

    private RuleFormPage form(
            RuleForm form, OperationCode code, @Nullable Long id, int version, HttpServletRequest request) {
        return new RuleFormPage(form, view.name(code, Languages.of(request)), id, version);
    }

    private boolean keeps(HttpServletRequest request, OperationCode code) {
        return door.offers(request, KEEP, view.section(code));
    }

    private OperationCode operation(String code) {
        return Optional.of(code)
                .filter(OperationCode::fits)
                .map(OperationCode::new)
                .filter(view::known)
                .orElseThrow(NotFound::new);
    }

    private Rule rule(long id) {
        return register.shelf().one(id).orElseThrow(NotFound::new);
    }
}
