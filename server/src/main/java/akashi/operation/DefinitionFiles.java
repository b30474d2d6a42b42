package akashi.operation;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads definitions and code lists from YAML: schema first, then the checks beyond it. Faults of all files are
 * gathered; a file's later checks run only if its earlier ones found nothing.
 */
final class DefinitionFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What a set of files holds.
     *
     * @param faults everything wrong in any file, in the order of files and lines; if there is one, nothing else may be
     *     used
     */
    record Loaded(
            List<Definition> definitions, List<Content> contents, List<ListContent> codeLists, List<Fault> faults) {}

    /** A definition's identity: its canonical JSON and the hash of it. */
    record Content(OperationCode code, String hash, String json) {}

    /** The same for a code list. */
    record ListContent(CodeList.Ref ref, String hash, String json) {}

    private final SchemaCheck definitionSchema;
    private final SchemaCheck listSchema;

    DefinitionFiles() {
        definitionSchema = new SchemaCheck(resource("operations/operation.schema.json"));
        listSchema = new SchemaCheck(resource("operations/codes/codes.schema.json"));
    }

    /** The published schema, as it stands in the file. */
    static String schema() {
        return resource("operations/operation.schema.json");
    }

    /** The files that come with Akashi, by their path below {@code operations/}. */
    static Map<String, String> shipped() {
        var files = new TreeMap<String, String>();
        try {
            var resolver = new PathMatchingResourcePatternResolver(DefinitionFiles.class.getClassLoader());
            for (Resource file : resolver.getResources("classpath:operations/*.yaml")) {
                files.put(String.valueOf(file.getFilename()), text(file));
            }
            for (Resource file : resolver.getResources("classpath:operations/codes/*.yaml")) {
                files.put("codes/" + file.getFilename(), text(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Reads and checks files given by their path below {@code operations/}. */
    Loaded load(Map<String, String> files) {
        var faults = new ArrayList<Fault>();
        Set<String> operations = new TreeSet<>();
        for (String file : files.keySet()) {
            if (!file.contains("/")) {
                operations.add(base(file));
            }
        }
        var listTrees = new ArrayList<YamlTree>();
        files.forEach((file, text) -> {
            if (file.startsWith("codes/")) {
                sound(file, text, listSchema, faults, findings -> CodeListCheck.run(findings, base(file), operations))
                        .ifPresent(listTrees::add);
            }
        });
        var lists = CodeLists.of(
                listTrees.stream().map(tree -> CodeLists.read(tree.root())).toList());
        var trees = new ArrayList<YamlTree>();
        files.forEach((file, text) -> {
            if (!file.contains("/")) {
                sound(
                                file,
                                text,
                                definitionSchema,
                                faults,
                                findings -> DefinitionCheck.run(findings, base(file), lists))
                        .ifPresent(trees::add);
            }
        });
        faults.addAll(NumberSeriesCheck.run(trees));
        if (faults.isEmpty()) {
            faults.addAll(MatchingCheck.counterparts(trees));
        }
        return faults.isEmpty() ? loaded(trees, listTrees, lists) : new Loaded(List.of(), List.of(), List.of(), faults);
    }

    /**
     * Reads and checks one definition by itself.
     *
     * @param code the operation it must define; null for whichever it says
     * @param faults receives what is wrong
     */
    java.util.Optional<YamlTree> draft(String yaml, @Nullable OperationCode code, CodeLists lists, List<Fault> faults) {
        String file = (code == null ? "draft" : code.value()) + ".yaml";
        return sound(
                file,
                yaml,
                definitionSchema,
                faults,
                findings -> DefinitionCheck.run(findings, code == null ? findings.text("/code") : code.value(), lists));
    }

    private static java.util.Optional<YamlTree> sound(
            String file,
            String text,
            SchemaCheck schema,
            List<Fault> faults,
            java.util.function.Consumer<Findings> checks) {
        var own = new ArrayList<Fault>();
        var tree = YamlTree.read(file, text, own);
        if (own.isEmpty()) {
            own.addAll(schema.check(tree));
        }
        if (own.isEmpty()) {
            var findings = new Findings(tree);
            checks.accept(findings);
            own.addAll(findings.faults());
        }
        faults.addAll(own);
        return own.isEmpty() ? java.util.Optional.of(tree) : java.util.Optional.empty();
    }

    private static Loaded loaded(List<YamlTree> trees, List<YamlTree> listTrees, CodeLists lists) {
        var reader = new DefinitionReader(lists);
        var definitions =
                trees.stream().map(tree -> reader.read(new Node(tree.root()))).toList();
        var contents = trees.stream()
                .map(tree -> {
                    String json = CanonicalJson.text(tree.plain());
                    return new Content(
                            new OperationCode(tree.root().path("code").asString()), hash(json), json);
                })
                .toList();
        var listContents = listTrees.stream()
                .map(tree -> {
                    String json = CanonicalJson.text(tree.plain());
                    return new ListContent(CodeLists.read(tree.root()).ref(), hash(json), json);
                })
                .toList();
        return new Loaded(definitions, contents, listContents, List.of());
    }

    /** The tree of a content kept in the database. */
    static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    /** SHA-256 of a canonical JSON text, in hexadecimal digits. */
    static String hash(String json) {
        return HexFormat.of()
                .formatHex(Hash.sha256(json.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    private static String base(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String resource(String path) {
        try (var in = DefinitionFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
