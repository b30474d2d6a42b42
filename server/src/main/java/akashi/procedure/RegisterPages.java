package akashi.procedure;

import akashi.calendar.JapaneseDates;
import akashi.procedure.RegisterSql.Release;
import akashi.procedure.RegisterSql.Scoped;
import akashi.usage.Gate;
import akashi.usage.Use;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers beside the proposals: the scope of the system, releases of the program. */
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

    @GetMapping("/procedures/scope")
    Reply scope(HttpServletRequest request) {
        return sight.show(sight.pass(request, Sight.LOOK), "scope", scopePage(null, request));
    }

    @GetMapping("/procedures/scope.csv")
    Reply scopeCsv(HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var language = Languages.of(request);
        var csv = new CsvTable(sight.texts(
                language,
                "procedure.scope.name",
                "procedure.scope.kind",
                "procedure.scope.ground",
                "procedure.scope.reason",
                "procedure.scope.paper",
                "procedure.scope.section",
                "procedure.scope.since",
                "procedure.scope.runs"));
        var page = scopePage(null, request);
        for (var row : page.rows()) {
            var scoped = row.scoped();
            csv.row(List.of(
                    scoped.name(),
                    sight.text("procedure.scope.kind." + scoped.kind(), List.of(), language),
                    sight.text("procedure.scope.ground." + scoped.ground(), List.of(), language),
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
                    sight.text("procedure.scope.operation", List.of(), language),
                    sight.text(
                            run.grandfathered() ? "operation.deemed" : "procedure.scope.decided", List.of(), language),
                    sight.text("operation.stands." + word(run.standing()), List.of(), language),
                    decision == null ? "" : decision,
                    run.section(),
                    run.version().groundDate().toString(),
                    sight.text(
                            run.terminalsOnly() ? "procedure.scope.terminals" : "procedure.scope.whole",
                            List.of(),
                            language)));
        }
        return sight.show(open, "scope", csv.download("scope.csv"));
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

    @GetMapping("/procedures/releases.csv")
    Reply releasesCsv(HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var language = Languages.of(request);
        var csv = new CsvTable(sight.texts(
                language,
                "procedure.release.version",
                "procedure.release.changes",
                "procedure.release.documents",
                "procedure.release.golden",
                "procedure.release.back-out",
                "procedure.release.writer",
                "procedure.release.written-at",
                "procedure.release.signer",
                "procedure.release.signed-at",
                "procedure.release.is-out"));
        for (var row : releasePage(null, request).rows()) {
            var release = row.release();
            csv.row(List.of(
                    release.version(),
                    release.changes(),
                    release.documents(),
                    release.golden(),
                    release.backOut(),
                    row.writer(),
                    day(release.writtenAt()),
                    row.signer(),
                    day(release.signedAt()),
                    (day(release.backedOutAt()) + " " + Objects.requireNonNullElse(release.backOutReason(), ""))
                            .strip()));
        }
        return sight.show(open, "releases", csv.download("releases.csv"));
    }

    private static String day(@Nullable Instant instant) {
        return instant == null ? "" : JapaneseDates.dateOf(instant).toString();
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
