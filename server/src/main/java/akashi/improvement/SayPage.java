package akashi.improvement;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which something is said about a page. */
record SayPage(
        String from,
        String category,
        String operation,
        String text,
        List<ImprovementPage.Choice> operations,
        @Nullable String error)
        implements Page {
    SayPage {
        operations = List.copyOf(operations);
    }

    @Override
    public String template() {
        return "improvement/say";
    }

    @Override
    public String title() {
        return "improvement.say.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
