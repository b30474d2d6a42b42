package akashi.notice;

import akashi.definition.Label;
import akashi.operation.OperationCode;
import akashi.organization.PostClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operations that were proposed and are not in the register; the module of the procedure knows them. Their rules are
 * laid down before they start, so they are needed here before the register has them.
 */
public interface ProposedOperations {
    /**
     * An operation as its latest proposal describes it.
     *
     * @param section code of the managing section
     * @param posts whose work it will be; empty until it is decided, because nobody is asked to read before
     * @param path page of the proposal
     * @param open whether the proposal still runs; a rule is drafted only for one that does
     */
    record Proposed(OperationCode code, Label name, String section, Set<PostClass> posts, String path, boolean open) {
        public Proposed {
            posts = Set.copyOf(posts);
        }
    }

    /** Every such operation, those whose proposal has come to nothing included; from memory. */
    List<Proposed> proposed();

    /** The one of this code; empty where none was ever proposed. */
    default Optional<Proposed> proposed(OperationCode code) {
        return proposed().stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
