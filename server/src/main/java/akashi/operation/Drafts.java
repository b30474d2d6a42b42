package akashi.operation;

import akashi.definition.CheckedFiles;
import akashi.definition.Fault;
import akashi.definition.Node;
import akashi.definition.YamlText;
import akashi.definition.YamlTree;
import akashi.ledger.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Checks definitions that are proposed, against the register as it stands. Changes nothing. */
@Service
public class Drafts {
    /** Longest text that is read; the largest shipped definition has a tenth of it. */
    public static final int LONGEST = 300_000;

    private final Operations operations;
    private final CheckedFiles files = new CheckedFiles();

    Drafts(Operations operations) {
        this.operations = operations;
    }

    /** What checking came to. */
    public sealed interface Checked {
        /** Nothing is wrong. */
        record Sound(Draft draft) implements Checked {}

        /** Everything that is wrong, each with line and path. */
        record Faulty(List<Fault> faults) implements Checked {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Checks one definition in YAML: form, what it names, and that it fits the other operations.
     *
     * @param code the operation it must define; null for a new one, whose code must not be in use
     */
    public Checked check(String yaml, @Nullable OperationCode code) {
        if (yaml.length() > LONGEST) {
            return new Checked.Faulty(
                    List.of(new Fault("draft.yaml", 1, "", "too-large", List.of(String.valueOf(LONGEST)))));
        }
        var faults = new ArrayList<Fault>();
        var register = operations.snapshot();
        var tree = files.one(yaml, code == null ? null : code.value(), register.lists(), faults);
        if (tree.isEmpty()) {
            return faulty(faults);
        }
        var own = new OperationCode(tree.get().root().path("code").asString());
        if (code == null && !register.history(own).isEmpty()) {
            faults.add(new Fault(own + ".yaml", tree.get().line("/code"), "code", "code-in-use", List.of(own.value())));
        }
        var all = new ArrayList<YamlTree>();
        operations.latest().stream()
                .filter(version -> !version.code().equals(own))
                .forEach(version -> all.add(
                        new YamlTree(version.code() + ".yaml", operations.content(version), java.util.Map.of())));
        all.add(tree.get());
        faults.addAll(CheckedFiles.together(all));
        if (!faults.isEmpty()) {
            return faulty(faults);
        }
        return new Checked.Sound(draft(own, CanonicalJson.text(tree.get().plain()), register));
    }

    /** A definition that was in force before, to be put in force again; empty where no such was. */
    public Optional<Draft> earlier(OperationCode code, String hash) {
        return operations.history(code).stream()
                .filter(version -> version.hash().equals(hash))
                .findFirst()
                .map(version -> draft(code, operations.snapshot().contents().get(hash), operations.snapshot()));
    }

    /** A version as YAML, to be edited; comments of the file it once came from are not kept. */
    public String yaml(OperationVersion version) {
        return YamlText.of(operations.content(version));
    }

    /** A draft as YAML, to be edited. */
    public String yaml(Draft draft) {
        return YamlText.of(DefinitionFiles.tree(draft.json()));
    }

    /** The same with its content changed first. */
    public String yaml(OperationVersion version, UnaryOperator<JsonNode> change) {
        return YamlText.of(change.apply(operations.content(version).deepCopy()));
    }

    private static Draft draft(OperationCode code, @Nullable String json, Register register) {
        if (json == null) {
            throw new IllegalStateException("A version of " + code + " must have its content");
        }
        var definition = new DefinitionReader(register.lists()).read(new Node(DefinitionFiles.tree(json)));
        return new Draft(code, DefinitionFiles.hash(json), json, definition);
    }

    private static Checked faulty(List<Fault> faults) {
        return new Checked.Faulty(
                faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
    }
}
