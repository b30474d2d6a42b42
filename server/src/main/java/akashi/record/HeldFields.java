package akashi.record;

import akashi.operation.OperationCode;
import java.util.List;
import org.springframework.stereotype.Service;

/** How much records hold of what a definition might take away: numbers only, never what they say. */
@Service
public class HeldFields {
    private final HeldFieldsSql sql;

    HeldFields(HeldFieldsSql sql) {
        this.sql = sql;
    }

    /** How many documents say something in one of these inputs, in the version that stands. */
    public long saying(OperationCode operation, String document, List<String> inputs) {
        return sql.saying(operation, document, inputs);
    }

    /** How many documents of a kind there are. */
    public long documents(OperationCode operation, String document) {
        return sql.documents(operation, document);
    }

    /** How many documents of a kind stand in a state. */
    public long standing(OperationCode operation, String document, String state) {
        return sql.standing(operation, document, state);
    }

    /** How many documents of an operation answer inquiries. */
    public long answering(OperationCode operation) {
        return sql.answering(operation);
    }
}
