package akashi.statement;

import akashi.identity.KeyKind;
import akashi.record.RecordNumbers;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for making a statement.
 *
 * @param fields members of entries that it will show
 * @param error what was wrong, or null
 */
record StatementPage(
        StatementForm form,
        List<RecordNumbers.Choice> operations,
        List<String> fields,
        Asking.Read.@Nullable Fault error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    StatementPage {
        operations = List.copyOf(operations);
        fields = List.copyOf(fields);
    }

    List<KeyKind> kinds() {
        return Asking.KINDS;
    }

    List<StatementForm.Row> records() {
        return StatementForm.padded(form.records());
    }

    List<StatementForm.Row> keys() {
        return StatementForm.padded(form.keys());
    }

    @Override
    public String template() {
        return "statement/make";
    }

    @Override
    public String title() {
        return "statement.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
