package akashi.access;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for stopping a right.
 *
 * @param operations operations in which the viewer may do so
 * @param error message key of what was wrong, or null
 */
record GrantPage(
        GrantForm form,
        List<RightsPage.Choice> operations,
        @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    GrantPage {
        operations = List.copyOf(operations);
    }

    List<Act> acts() {
        return List.of(Act.values());
    }

    List<Scope> scopes() {
        return List.of(Scope.values());
    }

    @Override
    public String template() {
        return "access/grant";
    }

    @Override
    public String title() {
        return "access.grant.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
