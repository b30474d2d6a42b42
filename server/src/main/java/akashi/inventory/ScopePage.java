package akashi.inventory;

import akashi.operation.Definition.Owner;
import akashi.operation.OperationVersion;
import akashi.operation.Operations.Standing;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs to the police information management system, and the target operations run on it. */
record ScopePage(
        List<Row> rows,
        List<Run> operations,
        boolean keeps,
        @Nullable String error) implements Page {
    ScopePage {
        rows = List.copyOf(rows);
        operations = List.copyOf(operations);
    }

    record Row(Scoped scoped, String section) {}

    record Run(OperationVersion version, Standing standing, String name, String section) {
        /** Whether the prefecture runs terminals only. */
        boolean terminalsOnly() {
            return version.definition().management().owner().kind() == Owner.Kind.NATIONAL;
        }

        boolean grandfathered() {
            return version.ground() == OperationVersion.Ground.DEEMED_PASSED;
        }
    }

    @Override
    public String template() {
        return "inventory/scope";
    }

    @Override
    public String title() {
        return "inventory.scope.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
