package akashi.operation;

import akashi.definition.CheckedFiles;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.usage.Door;
import akashi.usage.Use;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NavItem;
import akashi.web.NavSource;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the register of target operations. */
@Controller
class OperationPages implements NavSource {
    private static final int ORDER = 60;

    static final String VIEW = "OPERATIONS";

    /** The act of the procedure above, which decides whose it is; its form is linked from here. */
    private static final String PROPOSE = "PROCEDURE_PROPOSE";

    private final Operations operations;
    private final Organization organization;
    private final Door door;
    private final Messages messages;
    private final Clock clock;

    OperationPages(Operations operations, Organization organization, Door door, Messages messages, Clock clock) {
        this.operations = operations;
        this.organization = organization;
        this.door = door;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return door.offers(request, VIEW) ? List.of(new NavItem("/operations", "operation.nav", ORDER)) : List.of();
    }

    @GetMapping("/operations")
    Page list(HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var versions = operations.inForce();
        return show(door, use, versions, new OperationsPage(rows(versions, Languages.of(request))));
    }

    @GetMapping("/operations.csv")
    Reply csv(HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var versions = operations.inForce();
        var language = Languages.of(request);
        return show(door, use, versions, OperationCsv.operations(rows(versions, language), messages, language));
    }

    /** One operation as it is in force (ended: as it was last), or any version by its hash. */
    @GetMapping("/operations/{code}")
    Page operation(
            @PathVariable String code, @RequestParam(defaultValue = "") String version, HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var shown = version(code, version);
        var language = Languages.of(request);
        var page = new OperationPage(
                shown,
                shown.definition().name().in(language.getLanguage()),
                section(shown, language),
                operations.history(shown.code()),
                clock.instant(),
                door.offers(request, PROPOSE),
                shipped(shown, language));
        return show(door, use, List.of(shown), page);
    }

    @GetMapping("/operations/{code}/fields.csv")
    Reply fields(
            @PathVariable String code, @RequestParam(defaultValue = "") String version, HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var shown = version(code, version);
        return show(door, use, List.of(shown), OperationCsv.fields(shown, messages, Languages.of(request)));
    }

    @GetMapping("/operations/codes/{list}")
    Page codes(@PathVariable String list, HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var found = operations.codeList(list).orElseThrow(NotFound::new);
        var name = found.label().in(Languages.of(request).getLanguage());
        return show(door, use.stating("list", found.ref().toString()), List.of(), new CodeListPage(found, name));
    }

    @GetMapping("/operations/codes/{list}/words.csv")
    Reply words(@PathVariable String list, HttpServletRequest request) {
        var use = door.enter(request, VIEW, null).use();
        var found = operations.codeList(list).orElseThrow(NotFound::new);
        return show(
                door,
                use.stating("list", found.ref().toString()),
                List.of(),
                OperationCsv.codes(found, messages, Languages.of(request)));
    }

    /** The published schema of definitions; it says nothing about anybody. */
    @GetMapping("/operations/schema.json")
    ResponseEntity<String> schema() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(CheckedFiles.schema());
    }

    private OperationPage.@Nullable Shipped shipped(OperationVersion shown, Locale language) {
        return operations
                .shipped(shown.code())
                .filter(_ -> shown.inForceAt(clock.instant()))
                .map(draft -> new OperationPage.Shipped(
                        draft.hash(),
                        Comparison.of(shown, draft).differences().stream()
                                .map(difference -> difference.text(messages, language))
                                .toList()))
                .orElse(null);
    }

    private OperationVersion version(String code, String hash) {
        if (!OperationCode.fits(code)) {
            throw new NotFound();
        }
        var operation = new OperationCode(code);
        return hash.isEmpty()
                ? operations
                        .byCode(operation)
                        .or(() -> operations.history(operation).stream().findFirst())
                        .orElseThrow(NotFound::new)
                : operations.history(operation).stream()
                        .filter(version -> version.hash().equals(hash))
                        .findFirst()
                        .orElseThrow(NotFound::new);
    }

    private List<OperationsPage.Row> rows(List<OperationVersion> versions, Locale language) {
        return versions.stream()
                .map(version -> new OperationsPage.Row(version, section(version, language)))
                .toList();
    }

    private String section(OperationVersion version, Locale language) {
        return organization
                .roster()
                .unitByCode(version.definition().management().section())
                .map((Unit unit) -> unit.name(language))
                .orElse("");
    }

    /** Shows an answer made of these versions after its use is on the ledger. */
    static <T> T show(Door door, Use use, List<OperationVersion> versions, T answer) {
        var whole = use;
        for (var version : versions) {
            whole = whole.in(version.code().value(), version.hash());
        }
        var hashes = versions.stream().map(OperationVersion::hash).toList().toString();
        return door.show(whole, answer, _ -> hashes);
    }
}
