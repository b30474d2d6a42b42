package akashi.operation;

import akashi.definition.CheckedFiles;
import akashi.definition.CodeList;
import akashi.definition.CodeLists;
import akashi.definition.Fault;
import akashi.definition.Node;
import akashi.definition.YamlTree;
import akashi.ledger.CanonicalJson;
import akashi.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes definitions of checked files, each with its canonical JSON and the hash that is its identity. */
final class DefinitionFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DefinitionFiles() {}

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

    /** Reads and checks files given by their path below {@code operations/}. */
    static Loaded load(Map<String, String> files) {
        var checked = new CheckedFiles().load(files);
        return checked.faults().isEmpty()
                ? loaded(checked.definitions(), checked.codeLists(), checked.lists())
                : new Loaded(List.of(), List.of(), List.of(), checked.faults());
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
}
