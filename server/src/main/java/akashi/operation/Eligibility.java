package akashi.operation;

import akashi.definition.Scope;
import akashi.organization.PostClass;
import java.util.Set;

/**
 * Who may be given a right (業務利用権): one act, how far it reaches, and the post classes eligible for it. Eligibility
 * opens no door by itself; a dated right does, and it never reaches further than this.
 */
public record Eligibility(Act act, Scope scope, Set<PostClass> posts) {
    public Eligibility {
        posts = Set.copyOf(posts);
    }
}
