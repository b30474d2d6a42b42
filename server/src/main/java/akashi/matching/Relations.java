package akashi.matching;

import akashi.operation.DocumentType;
import akashi.operation.Matching;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import java.time.Period;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the definitions in force say about comparing: counterparts of documents, and how long inquiries stand. */
@Component
class Relations {
    private final Operations operations;

    Relations(Operations operations) {
        this.operations = operations;
    }

    /** A kind of document of an operation. */
    record Kind(OperationCode operation, String document) {}

    /** The kinds with which a kind is compared; named on either side, it holds for both. */
    Set<Kind> counterparts(Kind kind) {
        var found = new LinkedHashSet<Kind>();
        for (var version : operations.inForce()) {
            for (var type : version.definition().documents()) {
                var here = new Kind(version.code(), type.code());
                for (var other : type.matching().counterparts()) {
                    var there = new Kind(other.operation(), other.document());
                    if (here.equals(kind)) {
                        found.add(there);
                    } else if (there.equals(kind)) {
                        found.add(here);
                    }
                }
            }
        }
        return found;
    }

    /** Least points with which a pair of these kinds is put before a person: the lower where each side says one. */
    int threshold(Kind one, Kind other) {
        return Stream.concat(stated(one, other), stated(other, one))
                .min(Comparator.naturalOrder())
                .orElse(Matching.Counterpart.THRESHOLD);
    }

    private Stream<Integer> stated(Kind here, Kind there) {
        return type(here).stream()
                .flatMap(type -> type.matching().counterparts().stream())
                .filter(other -> new Kind(other.operation(), other.document()).equals(there))
                .map(Matching.Counterpart::threshold);
    }

    /** Every kind that is compared with any other, in a fixed order. */
    List<Kind> compared() {
        return operations.inForce().stream()
                .flatMap(version ->
                        version.definition().documents().stream().map(type -> new Kind(version.code(), type.code())))
                .filter(kind -> !counterparts(kind).isEmpty())
                .toList();
    }

    /** Whether a kind is compared with any other. */
    boolean isCompared(Kind kind) {
        return !counterparts(kind).isEmpty();
    }

    /** How long an inquiry in this operation goes on standing; null where it ends with its answer. */
    @Nullable Period standing(OperationCode operation) {
        return operations
                .byCode(operation)
                .map(version -> version.definition().service())
                .map(service -> service.standing())
                .orElse(null);
    }

    /** The longest time any inquiry stands; null where none does. */
    @Nullable Period longestStanding() {
        return operations.inForce().stream()
                .map(version -> version.definition().service().standing())
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(Period::toTotalMonths).thenComparingInt(Period::getDays))
                .orElse(null);
    }

    Optional<OperationVersion> version(OperationCode operation) {
        return operations.byCode(operation);
    }

    /** The document type as it is in force now. */
    Optional<DocumentType> type(Kind kind) {
        return version(kind.operation()).flatMap(version -> version.definition().document(kind.document()));
    }
}
