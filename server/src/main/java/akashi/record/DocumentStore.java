package akashi.record;

import akashi.calendar.FiscalYear;
import akashi.calendar.JapaneseDates;
import akashi.document.Head;
import akashi.document.KeyRow;
import akashi.document.RecordId;
import akashi.document.SearchKeys;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.identity.PartialDate;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes one step of a document: everything about it and its entry on the ledger in one transaction, or nothing. */
@Component
public class DocumentStore {
    private final RecordSql records;
    private final RecordKeySql keys;
    private final ConfirmationSql queue;
    private final AttachmentSql files;
    private final OwnSql own;
    private final SealSql seals;
    private final UsageLog usage;
    private final ObjectProvider<Arrivals> arrivals;
    private final TransactionTemplate transaction;

    DocumentStore(
            RecordSql records,
            RecordKeySql keys,
            ConfirmationSql queue,
            AttachmentSql files,
            OwnSql own,
            SealSql seals,
            UsageLog usage,
            ObjectProvider<Arrivals> arrivals,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.keys = keys;
        this.queue = queue;
        this.files = files;
        this.own = own;
        this.seals = seals;
        this.usage = usage;
        this.arrivals = arrivals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where a business number comes from. */
    public record Series(String name, UnitId unit, String unitCode, int fiscalYear, DocumentType.NumberSeries form) {
        /** The series of a type of document, in the unit that registers it and the fiscal year of that moment. */
        public static Series of(OperationVersion version, DocumentType type, Unit unit, Instant at) {
            return new Series(
                    version.code().value() + " " + type.paper().number().format(),
                    unit.id(),
                    unit.code(),
                    FiscalYear.of(JapaneseDates.dateOf(at)).year(),
                    type.paper().number());
        }
    }

    /**
     * One submit of a form. Made first in the transaction: a second submit at the same time waits here for the first
     * one's end.
     */
    public record Claim(UUID request, UUID person, RecordId record, int version, Instant at) {}

    /** What writing came to. */
    public sealed interface Written {
        /** It stands, by this submit or by an earlier one of the same form. */
        record Made(RecordId record, String number, int version, Standing standing) implements Written {}

        /** Nothing was written: the document has moved to another version meanwhile. */
        record Overtaken(String number, int latest) implements Written {}
    }

    /** Writes a new document under the next number of the series. */
    public Written register(Claim claim, Series series, Function<String, Next> withNumber, Use use) {
        return once(claim, () -> {
            long sequence = records.nextNumbers(series.name(), series.unit(), series.fiscalYear(), 1);
            Next next = withNumber.apply(series.form().number(series.unitCode(), series.fiscalYear(), sequence));
            Head head = withLinks(next.head());
            records.add(head, happened(next), listing(next));
            return Optional.of(finish(next.with(head), use));
        });
    }

    /** Writes the next step of a document; overtaken where its version is no longer the one the step follows. */
    public Written follow(Claim claim, Next next, Use use) {
        return once(claim, () -> {
            Head head = withLinks(next.head());
            return records.move(head, happened(next), listing(next))
                    ? Optional.of(finish(next.with(head), use))
                    : Optional.empty();
        });
    }

    /** Names those who may read a sealed document from now on; in the transaction of the step that seals it. */
    public void admit(RecordId record, List<UUID> readers, UUID by, Instant at) {
        seals.removeAll(record, at);
        readers.forEach(reader -> seals.admit(record, reader, by, at));
    }

    private Written once(Claim claim, Work work) {
        Optional<Written.Made> made = transaction.execute(status -> {
            if (!records.claim(claim.request(), claim.person(), claim.record(), claim.version(), claim.at())) {
                return records.made(claim.request(), claim.person());
            }
            Optional<Written.Made> result = work.run();
            if (result.isEmpty()) {
                status.setRollbackOnly();
            }
            return result;
        });
        return Objects.requireNonNull(made)
                .<Written>map(Written.class::cast)
                .orElseGet(() -> overtaken(claim.record()));
    }

    private Written overtaken(RecordId record) {
        Head head = records.head(record)
                .orElseThrow(() -> new IllegalStateException("A document that was overtaken must be there: " + record));
        return new Written.Overtaken(head.number(), head.version());
    }

    private Written.Made finish(Next next, Use use) {
        Head head = next.head();
        Step step = next.step();
        records.add(step);
        queue.close(
                head.id(),
                next.queue() == Next.Queue.WAITS ? "WITHDRAWN" : next.queue().name(),
                by(step),
                step.at());
        if (next.queue() == Next.Queue.WAITS) {
            queue.add(head.id(), head.version(), head.operation(), head.unit(), by(step), step.at());
        }
        writeKeys(next);
        if (next.keys() != Next.Keys.KEEP) {
            arrivals.forEach(told -> told.note(List.of(Arrivals.Arrived.of(head, next.keys() == Next.Keys.REPLACE))));
        }
        next.files().forEach(file -> write(file, head, step));
        next.also().run();
        UseId _ = usage.record(
                use.touching(List.of(new RecordRef(head.id().value().toString(), head.version()))));
        return new Written.Made(head.id(), head.number(), head.version(), head.standing());
    }

    private void writeKeys(Next next) {
        Head head = next.head();
        switch (next.keys()) {
            case KEEP -> {}
            case CLOSE -> {
                keys.silence(head.id());
                keys.close(head.id(), head.version(), keys.of(head.id()));
            }
            case REPLACE -> {
                var found = found(next);
                keys.answers(
                        next.step(), RecordJson.summary(next.type(), next.step().body(), found.persons()));
                List<KeyRow> before = keys.of(head.id());
                List<KeyRow> now = found.rows();
                keys.close(head.id(), head.version(), without(before, now));
                keys.add(head.id(), head.operation(), head.version(), without(now, before));
            }
        }
    }

    private static List<KeyRow> without(List<KeyRow> rows, List<KeyRow> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }

    private void write(Next.StoredFile file, Head head, Step step) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(file.upload().content());
            files.add(file.id(), head.id(), file.upload(), file.type().mediaType(), hash, by(step), step.at());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static UUID by(Step step) {
        return step.by().person() == null ? new UUID(0, 0) : step.by().person();
    }

    /** A subject known to be a member of the police is linked by everything stated about that member, and stays so. */
    private Head withLinks(Head head) {
        if (head.subjects().isEmpty()) {
            return head;
        }
        TreeSet<String> all = new TreeSet<>(head.subjects());
        all.addAll(own.linked(head.subjects()));
        return head.about(List.copyOf(all));
    }

    private static @Nullable LocalDate happened(Next next) {
        return found(next).happened().map(PartialDate::from).orElse(null);
    }

    private static SearchKeys found(Next next) {
        return new SearchKeys(next.type(), next.step().body().values());
    }

    /** What lists may be narrowed by; dates other than the one lists are bounded by stay in the content. */
    private static String listing(Next next) {
        return RecordJson.listing(next.type(), next.step().body().values());
    }

    /** The writing of one step. */
    @FunctionalInterface
    private interface Work {
        Optional<Written.Made> run();
    }
}
