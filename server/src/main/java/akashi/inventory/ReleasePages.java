package akashi.inventory;

import akashi.calendar.JapaneseDates;
import akashi.usage.Door;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of releases of the program. */
@Controller
class ReleasePages {
    private static final String SIGN = "RELEASE_SIGN";

    private final Releases releases;
    private final Door door;
    private final Words words;

    ReleasePages(Releases releases, Door door, Words words) {
        this.releases = releases;
        this.door = door;
        this.words = words;
    }

    @GetMapping("/procedures/releases")
    Reply list(HttpServletRequest request) {
        var entered = door.enter(request, Words.LOOK, null);
        return door.show(entered.use().stating("page", "releases"), page(null, request));
    }

    @GetMapping("/procedures/releases.csv")
    Reply csv(HttpServletRequest request) {
        var entered = door.enter(request, Words.LOOK, null);
        var language = Languages.of(request);
        var csv = new CsvTable(words.texts(
                language,
                "inventory.release.version",
                "inventory.release.changes",
                "inventory.release.documents",
                "inventory.release.golden",
                "inventory.release.back-out",
                "inventory.release.writer",
                "inventory.release.written-at",
                "inventory.release.signer",
                "inventory.release.signed-at",
                "inventory.release.is-out"));
        for (var row : page(null, request).rows()) {
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
        return door.show(entered.use().stating("page", "releases"), csv.download("releases.csv"));
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
        var entered = door.enter(request, Words.KEEP, null);
        if (version.strip().isEmpty()
                || version.strip().length() > 60
                || version.indexOf('\0') >= 0
                || !Words.written(changes, 4000)
                || !Words.written(documents, 1000)
                || !Words.written(golden, 1000)
                || !Words.written(backOut, 1000)) {
            return page("release", request);
        }
        releases.write(version.strip(), changes.strip(), documents.strip(), golden.strip(), backOut.strip(), entered);
        return Go.to("/procedures/releases", "inventory.release.written");
    }

    @PostMapping("/procedures/releases/{number:[0-9]{1,9}}/sign")
    Reply sign(@PathVariable long number, HttpServletRequest request) {
        var entered = door.enter(request, SIGN, null);
        return releases.sign(number, entered)
                ? Go.to("/procedures/releases", "inventory.release.signed")
                : page("release-own", request);
    }

    @PostMapping("/procedures/releases/{number:[0-9]{1,9}}/back-out")
    Reply backOut(
            @PathVariable long number, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        var entered = door.enter(request, SIGN, null);
        if (!Words.written(reason, 1000)) {
            return page("note", request);
        }
        return releases.backOut(number, reason.strip(), entered)
                ? Go.to("/procedures/releases", "inventory.release.out")
                : page("stale", request);
    }

    private ReleasePage page(@Nullable String error, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = releases.all().stream()
                .map(release -> new ReleasePage.Row(
                        release,
                        words.person(release.writtenBy(), language),
                        Optional.ofNullable(release.signedBy())
                                .map(staff -> words.person(staff, language))
                                .orElse("")))
                .toList();
        return new ReleasePage(
                rows, door.offers(request, Words.KEEP), door.offers(request, SIGN), words.refusal(language, error));
    }
}
