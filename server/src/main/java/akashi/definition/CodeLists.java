package akashi.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Every code list known, in every version. */
public record CodeLists(Map<CodeList.Ref, CodeList> byRef) {
    public CodeLists {
        byRef = Map.copyOf(byRef);
    }

    public static CodeLists of(List<CodeList> lists) {
        var byRef = new HashMap<CodeList.Ref, CodeList>();
        lists.forEach(list -> byRef.put(list.ref(), list));
        return new CodeLists(byRef);
    }

    /** These and the others; of one version known to both, the other's is taken. */
    CodeLists and(CodeLists others) {
        var all = new HashMap<>(byRef);
        all.putAll(others.byRef);
        return new CodeLists(all);
    }

    public Optional<CodeList> find(CodeList.Ref ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** A list that must be there: the definition that names it was checked. */
    public CodeList get(CodeList.Ref ref) {
        return find(ref).orElseThrow(() -> new IllegalStateException("Code list " + ref + " is not known"));
    }

    /** The known versions of a list, as {@code name@version}. */
    List<String> versions(String name) {
        return byRef.keySet().stream()
                .filter(ref -> ref.name().equals(name))
                .map(CodeList.Ref::toString)
                .sorted()
                .toList();
    }

    /** The names of all lists. */
    List<String> names() {
        return byRef.keySet().stream().map(CodeList.Ref::toString).sorted().toList();
    }

    /** Reads the tree of a code list that passed its checks. */
    public static CodeList read(JsonNode tree) {
        var entries = new ArrayList<CodeList.Entry>();
        for (JsonNode entry : tree.path("entries")) {
            var details = new HashMap<String, String>();
            entry.path("details")
                    .properties()
                    .forEach(detail ->
                            details.put(detail.getKey(), detail.getValue().asString()));
            var aliases = new ArrayList<String>();
            entry.path("aliases").forEach(alias -> aliases.add(alias.asString()));
            entries.add(new CodeList.Entry(
                    entry.path("code").asString(),
                    new Label(entry.path("ja").asString(), entry.path("en").asString()),
                    aliases,
                    entry.path("retired").asBoolean(false),
                    details));
        }
        var label = tree.path("label");
        return new CodeList(
                new CodeList.Ref(
                        tree.path("name").asString(), tree.path("version").asInt()),
                new Label(label.path("ja").asString(), label.path("en").asString()),
                entries);
    }
}
