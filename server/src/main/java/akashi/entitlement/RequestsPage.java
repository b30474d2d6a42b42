package akashi.entitlement;

import akashi.operation.Act;
import akashi.operation.Scope;
import akashi.web.Page;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests the viewer may see, and where one is made. */
record RequestsPage(
        List<Row> rows,
        List<Choice> operations,
        Form form,
        boolean mayAsk,
        @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    /** A request in words. */
    record Row(
            Request request,
            String unit,
            String operation,
            List<String> people,
            String requester,
            String decider,
            boolean mayDecide,
            boolean mayWithdraw) {}

    /** An operation to choose. */
    record Choice(String code, String name) {}

    /** As typed. */
    record Form(String operation, String act, String scope, String from, String lastDay, String staff, String reason) {}

    List<Act> acts() {
        return Arrays.asList(Act.values());
    }

    List<Scope> scopes() {
        return Arrays.asList(Scope.values());
    }

    @Override
    public String template() {
        return "entitlement/requests";
    }

    @Override
    public String title() {
        return "entitlement.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
