package akashi.operation;

import akashi.definition.CodeLists;
import akashi.definition.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The register of operations at one generation, complete and immutable.
 *
 * @param byCode versions of each operation, newest first
 * @param byHash one version of each content, the latest
 * @param contents canonical JSON of each definition by its hash
 * @param borders every instant at which a version begins or ends, in order
 */
record Register(
        long generation,
        Map<OperationCode, List<OperationVersion>> byCode,
        Map<String, OperationVersion> byHash,
        Map<String, String> contents,
        CodeLists lists,
        List<Instant> borders) {

    /** Reads everything; the caller's transaction sees one state of the database. */
    static Register load(OperationSql sql) {
        long generation = sql.generation();
        var lists = CodeLists.of(sql.lists().stream()
                .map(json -> CodeLists.read(DefinitionFiles.tree(json)))
                .toList());
        var reader = new DefinitionReader(lists);
        var definitions = new HashMap<String, Definition>();
        var contents = new HashMap<String, String>();
        for (var content : sql.definitions()) {
            definitions.put(content.hash(), reader.read(new Node(DefinitionFiles.tree(content.json()))));
            contents.put(content.hash(), content.json());
        }
        var byCode = new TreeMap<OperationCode, List<OperationVersion>>();
        var byHash = new HashMap<String, OperationVersion>();
        for (var span : sql.spans()) {
            var definition = definitions.get(span.hash());
            if (definition == null) {
                throw new IllegalStateException("No definition with hash " + span.hash());
            }
            var version = new OperationVersion(
                    definition.code(),
                    span.hash(),
                    definition,
                    span.from(),
                    span.until(),
                    span.ground(),
                    span.groundDate(),
                    span.decision(),
                    span.close());
            byCode.computeIfAbsent(version.code(), _ -> new ArrayList<>()).add(version);
            byHash.putIfAbsent(version.hash(), version);
        }
        byCode.replaceAll((_, versions) -> List.copyOf(versions));
        var borders = byCode.values().stream()
                .flatMap(List::stream)
                .flatMap(version -> Stream.concat(Stream.of(version.from()), version.end().stream()))
                .sorted()
                .toList();
        return new Register(
                generation,
                Collections.unmodifiableMap(byCode),
                Map.copyOf(byHash),
                Map.copyOf(contents),
                lists,
                borders);
    }

    /** How many borders lie at or before an instant: grows when a version that was to come takes force or ends. */
    long passed(Instant instant) {
        int low = 0;
        int high = borders.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (borders.get(middle).isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    List<OperationVersion> inForceAt(Instant instant) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.inForceAt(instant))
                .toList();
    }

    List<OperationVersion> history(OperationCode code) {
        return byCode.getOrDefault(code, List.of());
    }
}
