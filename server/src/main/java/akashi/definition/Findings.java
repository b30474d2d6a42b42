package akashi.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects the faults of one file while its checks run; places are JSON pointers into its tree. */
final class Findings {
    private final YamlTree tree;
    private final List<Fault> faults = new ArrayList<>();

    Findings(YamlTree tree) {
        this.tree = tree;
    }

    void at(String pointer, String key, String... args) {
        faults.add(new Fault(tree.file(), tree.line(pointer), Fault.path(pointer), key, List.of(args)));
    }

    /** What stands at a pointer; a missing node where nothing does. */
    JsonNode node(String pointer) {
        return tree.root().at(pointer);
    }

    /** Pointers to the elements of a list, in order; none where there is no list. */
    List<String> each(String pointer) {
        var elements = new ArrayList<String>();
        for (int i = 0; i < node(pointer).size(); i++) {
            elements.add(pointer + "/" + i);
        }
        return elements;
    }

    String text(String pointer) {
        return node(pointer).asString("");
    }

    /** The texts of a list of texts, or of nothing. */
    List<String> texts(String pointer) {
        return each(pointer).stream().map(this::text).toList();
    }

    boolean has(String pointer) {
        return !node(pointer).isMissingNode();
    }

    boolean flag(String pointer) {
        return node(pointer).asBoolean(false);
    }

    /** What was found so far, in the order of the file. */
    List<Fault> faults() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }

    boolean none() {
        return faults.isEmpty();
    }
}
