package akashi.procedure;

import akashi.access.Asker;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.procedure.RegisterSql.Release;
import akashi.procedure.RegisterSql.Scoped;
import akashi.usage.Gate;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The registers beside the proposals: golden questions of an operation, the scope of the system, releases of the
 * program.
 */
@Controller
class RegisterPages {
    private final RegisterSql sql;
    private final Sight sight;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterPages(RegisterSql sql, Sight sight, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.sight = sight;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/procedures/golden/{operation}")
    Reply golden(Asker asker, @PathVariable String operation, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        return sight.show(open, "golden " + code(operation), goldenPage(asker, code(operation), null, request));
    }

    @PostMapping("/procedures/golden/{operation}")
    Reply keep(
            Asker asker,
            @PathVariable String operation,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String says,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String asked,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var code = code(operation);
        var by = Arrays.stream(Golden.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        String wrong = !mine(asker, code)
                ? "section"
                : !text(title, 200)
                        ? "golden-title"
                        : Golden.lines(says).isEmpty() || says.length() > 4000 || says.indexOf('\0') >= 0
                                ? "golden-says"
                                : by.isEmpty()
                                                || Golden.keys(by.get(), asked.strip())
                                                        .isEmpty()
                                        ? "golden-asked"
                                        : documents(code).stream()
                                                        .anyMatch(known ->
                                                                known.code().equals(document))
                                                ? null
                                                : "golden-document";
        if (wrong != null) {
            return goldenPage(asker, code, wrong, request);
        }
        var golden = new Golden(
                0,
                code,
                title.strip(),
                document,
                says.strip(),
                by.orElseThrow(),
                asked.strip(),
                asker.staffNumber(),
                clock.instant());
        transaction.executeWithoutResult(_ -> {
            long number = sql.add(golden);
            var _ = sight.usage().record(use("GOLDEN_KEEP", open, code).stating("golden", Long.toString(number)));
        });
        return Go.to("/procedures/golden/" + code, "procedure.golden.kept");
    }

    @PostMapping("/procedures/golden/{operation}/{number:[0-9]{1,9}}/retire")
    Reply retire(Asker asker, @PathVariable String operation, @PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var code = code(operation);
        if (!mine(asker, code)) {
            return goldenPage(asker, code, "section", request);
        }
        transaction.executeWithoutResult(_ -> {
            if (sql.retire(code, number, clock.instant())) {
                var _ = sight.usage().record(use("GOLDEN_RETIRE", open, code).stating("golden", Long.toString(number)));
            }
        });
        return Go.to("/procedures/golden/" + code, "procedure.golden.retired");
    }

    @GetMapping("/procedures/scope")
    Reply scope(HttpServletRequest request) {
        return sight.show(sight.pass(request, Sight.LOOK), "scope", scopePage(null, request));
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
        var open = sight.pass(request, Sight.KEEP);
        var day = date(since);
        var sort = Arrays.stream(Scoped.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        var why = Arrays.stream(Scoped.Ground.values())
                .filter(one -> one.name().equals(ground))
                .findFirst();
        boolean unit = sight.organization().roster().unitByCode(section.strip()).isPresent();
        if (!text(name, 200)
                || !text(reason, 1000)
                || !text(paper, 200)
                || day == null
                || sort.isEmpty()
                || why.isEmpty()
                || !unit) {
            return scopePage(unit ? "scope" : "unit", request);
        }
        transaction.executeWithoutResult(_ -> {
            sql.add(
                    new Scoped(
                            0,
                            name.strip(),
                            sort.get(),
                            section.strip(),
                            why.get(),
                            reason.strip(),
                            paper.strip(),
                            day,
                            open.actor().staffNumber()),
                    clock.instant());
            var _ = sight.usage()
                    .record(Use.of("SCOPE_KEEP", open.actor())
                            .decided(open.ruling())
                            .stating("ground", why.get().name())
                            .stating("paper", paper.strip()));
        });
        return Go.to("/procedures/scope", "procedure.scope.kept");
    }

    @PostMapping("/procedures/scope/{number:[0-9]{1,9}}/end")
    Reply endScope(@PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.KEEP);
        transaction.executeWithoutResult(_ -> {
            if (sql.endScope(number, clock.instant())) {
                var _ = sight.usage()
                        .record(Use.of("SCOPE_KEEP", open.actor())
                                .decided(open.ruling())
                                .stating("ended", Long.toString(number)));
            }
        });
        return Go.to("/procedures/scope", "procedure.scope.ended");
    }

    @GetMapping("/procedures/releases")
    Reply releases(HttpServletRequest request) {
        return sight.show(sight.pass(request, Sight.LOOK), "releases", releasePage(null, request));
    }

    @PostMapping("/procedures/releases")
    Reply write(
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String changes,
            @RequestParam(defaultValue = "") String documents,
            @RequestParam(defaultValue = "") String golden,
            @RequestParam(defaultValue = "") String backOut,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.KEEP);
        if (version.strip().isEmpty()
                || version.strip().length() > 60
                || version.indexOf('\0') >= 0
                || !text(changes, 4000)
                || !text(documents, 1000)
                || !text(golden, 1000)
                || !text(backOut, 1000)) {
            return releasePage("release", request);
        }
        var release = new Release(
                0,
                version.strip(),
                changes.strip(),
                documents.strip(),
                golden.strip(),
                backOut.strip(),
                open.actor().staffNumber(),
                clock.instant(),
                null,
                null,
                null,
                null);
        transaction.executeWithoutResult(_ -> {
            long number = sql.add(release);
            var _ = sight.usage()
                    .record(Use.of("RELEASE_WRITE", open.actor())
                            .decided(open.ruling())
                            .stating("release", Long.toString(number)));
        });
        return Go.to("/procedures/releases", "procedure.release.written");
    }

    @PostMapping("/procedures/releases/{number:[0-9]{1,9}}/sign")
    Reply sign(@PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.SIGN);
        var signed = transaction.execute(_ -> {
            boolean done = sql.sign(number, open.actor().staffNumber(), clock.instant());
            if (done) {
                record("RELEASE_SIGN", open, number);
            }
            return done;
        });
        return Boolean.TRUE.equals(signed)
                ? Go.to("/procedures/releases", "procedure.release.signed")
                : releasePage("release-own", request);
    }

    @PostMapping("/procedures/releases/{number:[0-9]{1,9}}/back-out")
    Reply backOut(
            @PathVariable long number, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        var open = sight.pass(request, Sight.SIGN);
        if (!text(reason, 1000)) {
            return releasePage("note", request);
        }
        var done = transaction.execute(_ -> {
            boolean out = sql.backOut(number, open.actor().staffNumber(), reason.strip(), clock.instant());
            if (out) {
                record("RELEASE_BACK_OUT", open, number);
            }
            return out;
        });
        return Boolean.TRUE.equals(done)
                ? Go.to("/procedures/releases", "procedure.release.out")
                : releasePage("stale", request);
    }

    private void record(String act, Gate.Open open, long number) {
        var _ = sight.usage()
                .record(Use.of(act, open.actor()).decided(open.ruling()).stating("release", Long.toString(number)));
    }

    private static Use use(String act, Gate.Open open, OperationCode code) {
        return Use.of(act, open.actor()).decided(open.ruling()).stating("operation", code.value());
    }

    private GoldenPage goldenPage(Asker asker, OperationCode code, @Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        return new GoldenPage(
                code.value(),
                sight.operation(code, language),
                sql.golden(code),
                documents(code),
                mine(asker, code),
                error == null ? null : sight.text("procedure.refused." + error, List.of(code.value()), language));
    }

    private ScopePage scopePage(@Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = sql.scope().stream()
                .map(scoped -> new ScopePage.Row(scoped, sight.unit(scoped.section(), language)))
                .toList();
        var operations = sight.operations().latest().stream()
                .map(version -> new ScopePage.Run(
                        version,
                        sight.operations().standing(version.code()),
                        version.definition().name().in(language.getLanguage()),
                        sight.unit(version.definition().management().section(), language)))
                .toList();
        return new ScopePage(
                rows,
                operations,
                sight.gate().offers(request, Sight.KEEP),
                error == null ? null : sight.text("procedure.refused." + error, List.of(), language));
    }

    private ReleasePage releasePage(@Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = sql.releases().stream()
                .map(release -> new ReleasePage.Row(
                        release,
                        sight.person(release.writtenBy(), language),
                        Optional.ofNullable(release.signedBy())
                                .map(staff -> sight.person(staff, language))
                                .orElse("")))
                .toList();
        return new ReleasePage(
                rows,
                sight.gate().offers(request, Sight.KEEP),
                sight.gate().offers(request, Sight.SIGN),
                error == null ? null : sight.text("procedure.refused." + error, List.of(), language));
    }

    /** Every document the operation has or had, as its latest version with it names it. */
    private List<DocumentType> documents(OperationCode code) {
        var latest = new LinkedHashMap<String, DocumentType>();
        sight.operations().history(code).stream()
                .flatMap(version -> version.definition().documents().stream())
                .forEach(document -> latest.putIfAbsent(document.code(), document));
        return List.copyOf(latest.values());
    }

    private boolean mine(Asker asker, OperationCode code) {
        return sight.own(asker).stream().anyMatch(version -> version.code().equals(code));
    }

    private static OperationCode code(String text) {
        if (!OperationCode.fits(text)) {
            throw new NotFound();
        }
        return new OperationCode(text);
    }

    private static boolean text(String value, int longest) {
        int length = value.strip().length();
        return length >= 3 && length <= longest && value.indexOf('\0') < 0;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
