package akashi.review;

import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.record.HeldFields;
import akashi.review.Finding.Item;
import akashi.review.Finding.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known before an operation is suspended, ended or handed over: what stops answering, and who leans on it.
 */
final class EndReview {
    private EndReview() {}

    static List<Finding> of(OperationVersion version, List<OperationVersion> others, HeldFields held) {
        var found = new ArrayList<Finding>();
        long answering = held.answering(version.code());
        found.add(Finding.of(
                Item.HELD,
                answering > 0 ? Level.WARN : Level.GOOD,
                answering > 0 ? "end-answering" : "end-empty",
                answering));
        for (OperationVersion other : others) {
            boolean linked = other.definition().documents().stream()
                    .map(DocumentType::matching)
                    .flatMap(matching -> matching.counterparts().stream())
                    .anyMatch(link -> link.operation().equals(version.code()));
            boolean leans = other.definition().usage().purposes().stream()
                    .flatMap(purpose -> purpose.registers().stream())
                    .anyMatch(register ->
                            register.holder().filter(version.code()::equals).isPresent());
            if (linked) {
                found.add(Finding.of(
                        Item.LINKS, Level.WARN, "end-linked", other.definition().name()));
            }
            if (leans) {
                found.add(Finding.of(
                        Item.LINKS,
                        Level.WARN,
                        "end-register",
                        other.definition().name()));
            }
        }
        if (found.size() == 1) {
            found.add(Finding.of(Item.LINKS, Level.GOOD, "end-free"));
        }
        return found;
    }
}
