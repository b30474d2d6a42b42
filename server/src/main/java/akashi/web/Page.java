package akashi.web;

import java.util.List;

/**
 * What a controller returns to show a page: a record that is the template's whole model. It is rendered together with
 * the {@link Chrome} of the request; both are the template's only parameters, named {@code page} and {@code chrome}.
 */
public non-sealed interface Page extends Reply {
    /** Template below {@code src/main/jte}, without ending: {@code inquiry/console}. */
    String template();

    /** Message key of the title. */
    String title();

    /** What the title's message is filled with. */
    default List<Object> titleArgs() {
        return List.of();
    }

    /** HTTP status of the response. */
    default int status() {
        return 200;
    }
}
