package akashi.entitlement;

import akashi.definition.Scope;
import akashi.operation.Act;
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
        boolean mayEnter,
        @Nullable Unsettled unsettled)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** A request in words. */
    record Row(
            Request request,
            String unit,
            String operation,
            List<String> people,
            String requester,
            String decider,
            String enterer,
            boolean mayDecide,
            boolean mayWithdraw) {}

    /** An operation to choose. */
    record Choice(String code, String name) {}

    /** As typed. */
    record Form(
            String operation,
            String act,
            String scope,
            String from,
            String lastDay,
            String staff,
            String reason,
            String paper,
            String signer) {
        Form(
                @Nullable String operation,
                @Nullable String act,
                @Nullable String scope,
                @Nullable String from,
                @Nullable String lastDay,
                @Nullable String staff,
                @Nullable String reason,
                @Nullable String paper,
                @Nullable String signer) {
            this.operation = typed(operation);
            this.act = typed(act);
            this.scope = typed(scope);
            this.from = typed(from);
            this.lastDay = typed(lastDay);
            this.staff = typed(staff);
            this.reason = typed(reason);
            this.paper = typed(paper);
            this.signer = typed(signer);
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /** The reason as it was typed for this request, to be mended. */
    String why(long request) {
        return unsettled != null && unsettled.about(request) ? unsettled.why() : "";
    }

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
        return unsettled == null ? 200 : UNPROCESSABLE;
    }
}
