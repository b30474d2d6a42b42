package akashi.reorganization;

import akashi.web.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where import files are sent, with the latest ones and what columns are understood. */
record ImportPage(List<Row> latest) implements Page {
    record Row(
            long number,
            Instant sentAt,
            String sentBy,
            @Nullable Instant appliedAt,
            String appliedBy) {}

    List<ImportKind> kinds() {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> kind != ImportKind.ORDERS)
                .toList();
    }

    @Override
    public String template() {
        return "reorganization/import";
    }

    @Override
    public String title() {
        return "reorganization.title";
    }
}
