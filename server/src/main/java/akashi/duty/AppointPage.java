package akashi.duty;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an appointment is entered, again with what was wrong. */
record AppointPage(
        List<Role> roles,
        List<Choice> units,
        Form form,
        @Nullable String error,
        List<Object> errorArgs) implements Page {
    private static final int UNPROCESSABLE = 422;

    record Choice(String code, String name) {}

    /** As typed. */
    record Form(
            String role,
            String post,
            String staffNumber,
            String unit,
            String deputy,
            String from,
            String lastDay,
            String document) {}

    @Override
    public String template() {
        return "duty/appoint";
    }

    @Override
    public String title() {
        return "duty.appoint.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
