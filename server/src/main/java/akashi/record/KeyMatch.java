package akashi.record;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import java.util.List;

/**
 * The key by which a document was found, as it stands on the document's side; the answer explains itself with it.
 *
 * @param rules names of the normalising rules that made this key of what the document says
 */
public record KeyMatch(KeyKind kind, String value, Grade grade, List<String> rules) {
    public KeyMatch {
        rules = List.copyOf(rules);
    }
}
