package akashi.operation;

import akashi.definition.Scope;
import akashi.organization.PostClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right that a transition or an ending needs: an act, and where the definition narrows it, the scope and the post
 * classes.
 *
 * @param scope null where the eligibility of the act decides
 * @param posts empty where the eligibility of the act decides; else only these of the eligible post classes
 */
public record NeededRight(Act act, @Nullable Scope scope, Set<PostClass> posts) {
    public NeededRight {
        posts = Set.copyOf(posts);
    }
}
