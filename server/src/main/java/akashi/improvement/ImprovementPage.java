package akashi.improvement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real use of one operation in a period. */
record ImprovementPage(
        String code,
        String name,
        Period period,
        Figures figures,
        List<Choice> operations,
        Voices.Numbers voices,
        boolean mayState,
        Map<String, String> form,
        @Nullable String error)
        implements Page {
    ImprovementPage {
        operations = List.copyOf(operations);
        form = Map.copyOf(form);
    }

    record Choice(String code, String name) {}

    String query() {
        return "operation=" + code + "&from=" + period.from() + "&to=" + period.to();
    }

    /** Minutes as hours with one digit. */
    static double hours(long minutes) {
        return Math.round(minutes / 6.0) / 10.0;
    }

    String value(String field) {
        return form.getOrDefault(field, "");
    }

    LocalDate today() {
        return period.to();
    }

    @Override
    public String template() {
        return "improvement/use";
    }

    @Override
    public String title() {
        return "improvement.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(name);
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
