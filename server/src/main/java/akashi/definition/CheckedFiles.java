package akashi.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads definitions and code lists from YAML: schema first, then the checks beyond it. Faults of all files are
 * gathered; a file's later checks run only if its earlier ones found nothing.
 */
public final class CheckedFiles {
    /**
     * What a set of files holds.
     *
     * @param lists the code lists among them
     * @param faults everything wrong in any file, in the order of files and lines; if there is one, nothing else may be
     *     used
     */
    public record Checked(List<YamlTree> definitions, List<YamlTree> codeLists, CodeLists lists, List<Fault> faults) {
        public Checked {
            definitions = List.copyOf(definitions);
            codeLists = List.copyOf(codeLists);
            faults = List.copyOf(faults);
        }
    }

    private final SchemaCheck definitionSchema;
    private final SchemaCheck listSchema;

    public CheckedFiles() {
        definitionSchema = new SchemaCheck(resource("operations/operation.schema.json"));
        listSchema = new SchemaCheck(resource("operations/codes/codes.schema.json"));
    }

    /** The published schema, as it stands in the file. */
    public static String schema() {
        return resource("operations/operation.schema.json");
    }

    /** The files that come with Akashi, by their path below {@code operations/}. */
    public static Map<String, String> shipped() {
        var files = new TreeMap<String, String>();
        try {
            var resolver = new PathMatchingResourcePatternResolver(CheckedFiles.class.getClassLoader());
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
    public Checked load(Map<String, String> files) {
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
        return faults.isEmpty()
                ? new Checked(trees, listTrees, lists, List.of())
                : new Checked(List.of(), List.of(), lists, faults);
    }

    /**
     * Reads and checks one definition by itself.
     *
     * @param code of the operation it must define; null for whichever it says
     * @param lists what it may name
     * @param faults receives what is wrong
     */
    public Optional<YamlTree> one(String yaml, @Nullable String code, CodeLists lists, List<Fault> faults) {
        String file = (code == null ? "draft" : code) + ".yaml";
        return sound(
                file,
                yaml,
                definitionSchema,
                faults,
                findings -> DefinitionCheck.run(findings, code == null ? findings.text("/code") : code, lists));
    }

    /** What is wrong with sound definitions beside each other: numbers, counterparts, links. */
    public static List<Fault> together(List<YamlTree> definitions) {
        var faults = new ArrayList<Fault>();
        faults.addAll(NumberSeriesCheck.run(definitions));
        faults.addAll(MatchingCheck.counterparts(definitions));
        faults.addAll(LinkCheck.run(definitions));
        return faults;
    }

    private static Optional<YamlTree> sound(
            String file, String text, SchemaCheck schema, List<Fault> faults, Consumer<Findings> checks) {
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
        return own.isEmpty() ? Optional.of(tree) : Optional.empty();
    }

    private static String base(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String resource(String path) {
        try (var in = CheckedFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
