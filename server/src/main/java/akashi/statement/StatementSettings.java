package akashi.statement;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.statement.*}.
 *
 * @param fields members of an entry that a statement shows
 * @param most uses of one statement
 */
@ConfigurationProperties("akashi.statement")
record StatementSettings(
        @DefaultValue({"at", "act", "by.unit", "purpose"}) List<String> fields,
        @DefaultValue("2000") int most) {
    StatementSettings {
        fields = List.copyOf(fields);
        if (!Shown.KNOWN.containsAll(fields)) {
            throw new IllegalArgumentException("akashi.statement.fields may name "
                    + String.join(", ", Shown.KNOWN.stream().sorted().toList()));
        }
        if (most < 1 || most > 5000) {
            throw new IllegalArgumentException("akashi.statement.most must be from 1 to 5000");
        }
    }
}
