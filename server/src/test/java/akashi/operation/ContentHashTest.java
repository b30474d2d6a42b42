package akashi.operation;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.definition.CodeLists;
import akashi.definition.Node;
import akashi.definition.SampleFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The hash of a definition is about what it says, not how the file is written. */
class ContentHashTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    private static String hash(Map<String, String> files) {
        var loaded = DefinitionFiles.load(files);
        assertThat(loaded.faults()).isEmpty();
        return loaded.contents().getFirst().hash();
    }

    @Test
    void commentsDoNotChangeIt() {
        var files = SampleFiles.all();
        files.put(
                "sample.yaml",
                "# another remark\n" + files.getOrDefault("sample.yaml", "").replace("\n", " # x\n"));
        assertThat(hash(files)).isEqualTo(hash(SampleFiles.all()));
    }

    @Test
    void orderOfNamesAndNotationDoNotChangeIt() {
        var files = SampleFiles.all();
        var turned = turned(YAML.readTree(files.getOrDefault("sample.yaml", "")));
        files.put("sample.yaml", YAML.writeValueAsString(turned));
        assertThat(files.get("sample.yaml")).isNotEqualTo(SampleFiles.all().get("sample.yaml"));
        assertThat(hash(files)).isEqualTo(hash(SampleFiles.all()));
    }

    @Test
    void aSingleChangedWordChangesIt() {
        assertThat(hash(SampleFiles.broken("sample.yaml", "見本規則1条", "見本規則2条"))).isNotEqualTo(hash(SampleFiles.all()));
    }

    @Test
    void theOrderOfAListIsPartOfWhatItSays() {
        assertThat(hash(SampleFiles.broken("sample.yaml", "columns: [who, born]", "columns: [born, who]")))
                .isNotEqualTo(hash(SampleFiles.all()));
    }

    @Test
    void itIsTheSha256OfTheCanonicalText() {
        var content = DefinitionFiles.load(SampleFiles.all()).contents().getFirst();
        assertThat(content.hash()).matches("[0-9a-f]{64}").isEqualTo(DefinitionFiles.hash(content.json()));
        assertThat(content.json()).startsWith("{\"basis\":[{\"en\":");
    }

    @Test
    void theKeptTextReadsAsTheSameDefinition() {
        var loaded = DefinitionFiles.load(SampleFiles.all());
        var lists = CodeLists.of(loaded.codeLists().stream()
                .map(list -> CodeLists.read(DefinitionFiles.tree(list.json())))
                .toList());
        var tree = DefinitionFiles.tree(loaded.contents().getFirst().json());
        assertThat(new DefinitionReader(lists)
                        .read(new Node(tree))
                        .documents()
                        .getFirst()
                        .fields())
                .isEqualTo(
                        loaded.definitions().getFirst().documents().getFirst().fields());
    }

    /** The same tree with the names of every map in reverse order. */
    private static Object turned(JsonNode node) {
        if (node.isObject()) {
            var names = new ArrayList<>(node.propertyNames());
            names.sort(Comparator.reverseOrder());
            var map = new LinkedHashMap<String, Object>();
            names.forEach(name -> map.put(name, turned(node.path(name))));
            return map;
        }
        if (node.isArray()) {
            return node.values().stream().map(ContentHashTest::turned).toList();
        }
        return node;
    }
}
