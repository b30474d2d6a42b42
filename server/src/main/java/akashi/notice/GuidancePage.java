package akashi.notice;

import akashi.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guidance given to units, and the form in which it is written down. */
record GuidancePage(
        List<Row> rows,
        List<Choice> operations,
        List<Choice> units,
        Map<String, String> form,
        @Nullable String error) implements Page {
    GuidancePage {
        rows = List.copyOf(rows);
        operations = List.copyOf(operations);
        units = List.copyOf(units);
        form = Map.copyOf(form);
    }

    record Row(Guidance guidance, String operationName, String unitName, String by) {}

    record Choice(String code, String name) {}

    String value(String field) {
        return form.getOrDefault(field, "");
    }

    @Override
    public String template() {
        return "notice/guidance";
    }

    @Override
    public String title() {
        return "notice.guidance.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
