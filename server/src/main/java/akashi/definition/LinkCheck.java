package akashi.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that links between documents of different kinds run one way: a counterpart said on one side holds for both, so
 * a way back, at once or round others, says something twice and nobody could tell which side rules.
 */
final class LinkCheck {
    private LinkCheck() {}

    /** A link as its definition states it. */
    private record Link(String to, YamlTree tree, String pointer) {}

    static List<Fault> run(List<YamlTree> definitions) {
        var links = new LinkedHashMap<String, List<Link>>();
        for (YamlTree tree : definitions) {
            var findings = new Findings(tree);
            for (String document : findings.each("/documents")) {
                String here = findings.text("/code") + " " + findings.text(document + "/code");
                for (String other : findings.each(document + "/matching/counterparts")) {
                    String there = findings.text(other + "/operation") + " " + findings.text(other + "/document");
                    if (!here.equals(there)) {
                        links.computeIfAbsent(here, _ -> new ArrayList<>()).add(new Link(there, tree, other));
                    }
                }
            }
        }
        var faults = new ArrayList<Fault>();
        var done = new LinkedHashSet<String>();
        for (String start : links.keySet()) {
            var closing = closing(start, links, new LinkedHashSet<>(), done);
            if (closing != null) {
                faults.add(new Fault(
                        closing.tree().file(),
                        closing.tree().line(closing.pointer()),
                        Fault.path(closing.pointer()),
                        "link-circle",
                        List.of(closing.to())));
            }
        }
        return faults;
    }

    /** The link that closes a circle; null where none does. */
    private static @Nullable Link closing(String at, Map<String, List<Link>> links, Set<String> way, Set<String> done) {
        if (done.contains(at)) {
            return null;
        }
        way.add(at);
        for (Link link : links.getOrDefault(at, List.of())) {
            if (way.contains(link.to())) {
                done.addAll(way);
                return link;
            }
            var found = closing(link.to(), links, way, done);
            if (found != null) {
                return found;
            }
        }
        way.remove(at);
        done.add(at);
        return null;
    }
}
