package akashi.intake;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.operation.Act;
import akashi.operation.DocumentType;
import akashi.operation.ImportMapping;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes files over as documents: the whole file, or nothing of it. */
@Service
public class Imports {
    private final Operations operations;
    private final Organization organization;
    private final Access access;
    private final UsageLog usage;
    private final Taking taking;

    Imports(Operations operations, Organization organization, Access access, UsageLog usage, Taking taking) {
        this.operations = operations;
        this.organization = organization;
        this.access = access;
        this.usage = usage;
        this.taking = taking;
    }

    /** A file with what it is to become. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Request(OperationCode operation, String documentType, String mapping, String name, byte[] content) {
        /** The content belongs in no log line. */
        @Override
        public String toString() {
            return "Request[" + operation + ", " + content.length + " bytes]";
        }
    }

    /**
     * Decides, reads, checks and takes over. With {@link ImportOutcome.Taken} all documents, the register's line and
     * the entry on the ledger are committed together; with any other outcome nothing was changed.
     */
    public ImportOutcome take(Request request, Asker asker) {
        Optional<OperationVersion> version = operations.byCode(request.operation());
        Optional<DocumentType> type = version.flatMap(v -> v.definition().document(request.documentType()));
        Optional<ImportMapping> mapping = type.flatMap(t -> t.imports().stream()
                .filter(m -> m.code().equals(request.mapping()))
                .findFirst());
        if (version.isEmpty() || type.isEmpty() || mapping.isEmpty()) {
            return new ImportOutcome.NotThere();
        }
        Unit unit = organization.roster().command(asker.unit().id()).orElse(asker.unit());
        Question question =
                Question.of(asker, Act.REGISTER, version.get(), taking.now()).about(unit.id());
        Decision decision = access.decide(question);
        Use use = Use.of("IMPORT", asker.actor())
                .in(request.operation().value(), version.get().hash(), decision.ruling())
                .stating("sha256", sha256(request.content()))
                .stating("bytes", Integer.toString(request.content().length));
        return switch (decision) {
            case Decision.Refuse refuse -> {
                Proved _ = usage.seal(use);
                yield new ImportOutcome.Refused(refuse);
            }
            case Decision.Permit _ -> {
                ImportOutcome outcome = taking.take(
                        new Taking.Job(version.get(), type.get(), mapping.get(), unit, asker, request, use));
                if (!(outcome instanceof ImportOutcome.Taken)) {
                    Proved _ =
                            usage.seal(use.stating("result", outcome.getClass().getSimpleName()));
                }
                yield outcome;
            }
        };
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
