package akashi.review;

import akashi.operation.OperationCode;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Golden questions for tests of other modules. */
@Component
public class TestQuestions {
    private final GoldenSql sql;
    private final Clock clock;

    TestQuestions(GoldenSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps a question by a plate about a made-up record of the document {@code notice}; its number. */
    public long byPlate(OperationCode operation, String title, String says, String plate) {
        var asked = new Golden.Asked(title, "notice", says, Golden.Kind.PLATE, plate);
        return sql.add(Golden.of(operation, asked, "T1", clock.instant()));
    }

    /** Whether a question that was there is retired now. */
    public boolean retire(OperationCode operation, long question) {
        return sql.retire(operation, question, clock.instant());
    }
}
