package akashi.inventory;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of the program, newest first. */
record ReleasePage(
        List<Row> rows,
        boolean keeps,
        boolean signs,
        @Nullable String error) implements Page {
    ReleasePage {
        rows = List.copyOf(rows);
    }

    record Row(Release release, String writer, String signer) {}

    @Override
    public String template() {
        return "inventory/releases";
    }

    @Override
    public String title() {
        return "inventory.release.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
