package akashi.inquiry;

import akashi.definition.FieldType;
import akashi.definition.Label;
import akashi.document.RecordSummary;
import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.Line;
import akashi.operation.Caution;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.organization.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that answered, with what an existence answer may show. It is a lead, not a fact (手がかり).
 *
 * @param place its number within the answer, from 1
 * @param unit the registering unit (登録所属); null when it is no longer in the register of units
 * @param unconfirmed whether its warrant or notice has lapsed (未確認): the issuing police must be called before acting
 * @param cautions danger to life first
 * @param shown discriminators in the definition's order
 * @param met the keys by which question and record met, best first
 */
public record Hit(
        int place,
        OperationVersion operation,
        RecordSummary summary,
        DocumentType document,
        @Nullable Unit unit,
        boolean unconfirmed,
        List<Warned> cautions,
        List<Shown> shown,
        List<Met> met) {
    public Hit {
        cautions = List.copyOf(cautions);
        shown = List.copyOf(shown);
        met = List.copyOf(met);
    }

    /**
     * A caution (注意情報) on the record.
     *
     * @param source who says so, may be empty
     * @param stale whether it is too old to be relied on without asking again
     */
    public record Warned(Caution caution, String source, LocalDate noted, boolean stale) {}

    /** A discriminator, ready to show in either language. */
    public record Shown(String field, Label label, String ja, String en) {
        /** The text in the page's language. */
        public String text(String lang) {
            return "en".equals(lang) ? en : ja;
        }
    }

    /**
     * A key by which question and record met.
     *
     * @param grade the weaker of the two sides'
     */
    public record Met(KeyKind kind, Grade grade) {}

    /** How close it is to what was asked: of a person everything compared, of a thing the best of its keys. */
    public Grade grade() {
        var scored = summary.scored();
        var compared = scored == null ? null : scored.grade();
        return compared != null
                ? compared
                : met.stream().map(Met::grade).min(Comparator.naturalOrder()).orElse(Grade.WIDE);
    }

    /** The comparison with the person asked, part by part; empty where no person was asked. */
    public List<Line> explained() {
        var scored = summary.scored();
        return scored == null ? List.of() : scored.lines();
    }

    /** Within what time the registering unit confirms it, when that is urgent. */
    public Duration urgent() {
        return operation.definition().service().hit().urgent();
    }

    /** Within what time the registering unit confirms it otherwise. */
    public Duration ordinary() {
        return operation.definition().service().hit().ordinary();
    }

    /** Whether the registering unit is to confirm it before anybody acts. */
    public boolean confirmationNeeded() {
        return unconfirmed || operation.definition().service().hit().needed();
    }

    /** What has lapsed, in the words of the answer. */
    public Optional<Label> lapse() {
        return unconfirmed ? document.expiry().map(DocumentType.Expiry::label) : Optional.empty();
    }

    /**
     * The telephones to call before anybody acts on a record that has lapsed: those its existence answer shows. Only
     * documents that lapse have such a telephone there; elsewhere a telephone in the answer is what was asked about.
     */
    public List<String> call() {
        return document.expiry().isEmpty()
                ? List.of()
                : shown.stream()
                        .filter(one -> document.field(one.field())
                                .filter(field -> field.type() == FieldType.PHONE)
                                .isPresent())
                        .map(Shown::ja)
                        .toList();
    }

    /** The text of a discriminator, empty where the record does not have it. */
    public String text(String field, String lang) {
        return shown.stream()
                .filter(one -> one.field().equals(field))
                .map(one -> one.text(lang))
                .findFirst()
                .orElse("");
    }

    /** What a record says is nobody's business in a log line. */
    @Override
    public String toString() {
        return "Hit[" + place + "]";
    }
}
