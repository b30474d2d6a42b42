package akashi.definition;

import akashi.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something wrong in a definition or code list: where it stands, what is wrong, and the way out.
 *
 * @param file name below {@code operations/}
 * @param line first line is 1; 0 where the file as a whole is meant
 * @param path place in the tree, as {@code documents[0].fields[3].list}; empty for the file as a whole
 * @param key what is wrong; its texts are {@code definition.fault.KEY} and {@code definition.fault.KEY.way}
 * @param args what both texts are filled with
 */
public record Fault(String file, int line, String path, String key, List<String> args) {
    public Fault {
        args = List.copyOf(args);
    }

    /** What is wrong, in a language. */
    public String what(Messages messages, Locale language) {
        return messages.text(language, "definition.fault." + key, args.toArray());
    }

    /** How to mend it, in a language. */
    public String wayOut(Messages messages, Locale language) {
        return messages.text(language, "definition.fault." + key + ".way", args.toArray());
    }

    /** File, line and path, as an editor understands them. */
    String where() {
        return "operations/" + file + ":" + Math.max(line, 1) + (path.isEmpty() ? "" : " " + path);
    }

    /** A JSON pointer as a path for people. */
    static String path(String pointer) {
        var path = new StringBuilder();
        for (String step : steps(pointer)) {
            if (step.matches("\\d+")) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }

    private static List<String> steps(String pointer) {
        var steps = new ArrayList<String>();
        for (String step : pointer.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.subList(1, Math.max(1, steps.size()));
    }
}
