package akashi.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Checks over all definitions together: no two documents draw their business numbers alike, so a number names one
 * document.
 */
final class NumberSeriesCheck {
    private NumberSeriesCheck() {}

    static List<Fault> run(List<YamlTree> definitions) {
        var faults = new ArrayList<Fault>();
        var owners = new HashMap<String, String>();
        for (YamlTree tree : definitions) {
            var findings = new Findings(tree);
            for (String document : findings.each("/documents")) {
                String pointer = document + "/paper/number/format";
                String earlier = owners.putIfAbsent(findings.text(pointer), tree.file());
                if (earlier != null) {
                    findings.at(pointer, "number-twice", findings.text(pointer), "operations/" + earlier);
                }
            }
            faults.addAll(findings.faults());
        }
        return faults;
    }
}
