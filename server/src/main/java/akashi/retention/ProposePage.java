package akashi.retention;

import akashi.record.RecordNumbers;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that proposes an erasure, or sets a hold.
 *
 * @param ground of a hold, or null where the form proposes an erasure
 * @param due months that may be erased; for erasures only
 * @param error what was wrong, or null
 */
record ProposePage(
        ScopeForm form,
        @Nullable String ground,
        String reason,
        String paper,
        List<ErasureSql.Due> due,
        List<RecordNumbers.Choice> operations,
        @Nullable Wrong error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    ProposePage {
        due = List.copyOf(due);
        operations = List.copyOf(operations);
    }

    /** Message key and what it is filled with. */
    record Wrong(String key, List<Object> args) {
        Wrong {
            args = List.copyOf(args);
        }

        static Wrong of(String key, Object... args) {
            return new Wrong(key, List.of(args));
        }
    }

    boolean hold() {
        return ground != null;
    }

    List<Hold.Ground> grounds() {
        return List.of(Hold.Ground.values());
    }

    @Override
    public String template() {
        return "retention/propose";
    }

    @Override
    public String title() {
        return hold() ? "retention.hold.new" : "retention.new";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
