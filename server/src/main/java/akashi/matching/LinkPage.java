package akashi.matching;

import akashi.record.RecordNumbers;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form by which somebody proposes that two records are about the same (名寄せの申出). */
record LinkPage(
        List<RecordNumbers.Choice> operations,
        Form form,
        @Nullable String error) implements Page {
    LinkPage {
        operations = List.copyOf(operations);
    }

    /** What was entered. */
    record Form(String operation, String number, String otherOperation, String otherNumber, String reason) {
        static final Form EMPTY = new Form("", "", "", "", "");

        Form(
                @Nullable String operation,
                @Nullable String number,
                @Nullable String otherOperation,
                @Nullable String otherNumber,
                @Nullable String reason) {
            this.operation = typed(operation);
            this.number = typed(number);
            this.otherOperation = typed(otherOperation);
            this.otherNumber = typed(otherNumber);
            this.reason = typed(reason);
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    @Override
    public String template() {
        return "matching/link";
    }

    @Override
    public String title() {
        return "matching.link.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
