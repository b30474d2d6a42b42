package akashi.operation;

import akashi.definition.Label;
import akashi.usage.Door;
import akashi.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The register of target operations for other programs. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationApi {
    private final Operations operations;
    private final Door door;

    OperationApi(Operations operations, Door door) {
        this.operations = operations;
        this.door = door;
    }

    record All(List<Entry> operations) {}

    /** @param section code of the managing section's unit */
    record Entry(
            String code,
            Label name,
            String owner,
            String standing,
            String section,
            String version,
            Instant from,
            @Nullable Instant until,
            String ground,
            LocalDate groundDate) {}

    /** @param definition the definition as it was put in force; its canonical form has the hash {@code version} */
    record Whole(Entry operation, JsonNode definition) {}

    /** The operations in force. */
    @GetMapping
    All all(HttpServletRequest request) {
        var use = door.enter(request, OperationPages.VIEW, null).use();
        var versions = operations.inForce();
        return OperationPages.show(
                door,
                use,
                versions,
                new All(versions.stream().map(OperationApi::entry).toList()));
    }

    /** One operation with its whole definition, as it is in force or in the version asked for. */
    @GetMapping("/{code}")
    Whole one(@PathVariable String code, @RequestParam(defaultValue = "") String version, HttpServletRequest request) {
        var use = door.enter(request, OperationPages.VIEW, null).use();
        if (!OperationCode.fits(code)) {
            throw new ApiProblem(404, "operation-unknown");
        }
        var operation = new OperationCode(code);
        var found = version.isEmpty()
                ? operations.byCode(operation)
                : operations.version(version).filter(other -> other.code().equals(operation));
        var shown = found.orElseThrow(() -> new ApiProblem(404, "operation-unknown"));
        return OperationPages.show(door, use, List.of(shown), new Whole(entry(shown), operations.content(shown)));
    }

    private static Entry entry(OperationVersion version) {
        var definition = version.definition();
        var owner = definition.management().owner();
        return new Entry(
                version.code().value(),
                definition.name(),
                owner.kind().name(),
                owner.standing().name(),
                definition.management().section(),
                version.hash(),
                version.from(),
                version.until(),
                version.ground().name(),
                version.groundDate());
    }
}
