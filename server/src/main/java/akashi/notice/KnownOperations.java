package akashi.notice;

import akashi.definition.Label;
import akashi.operation.Definition;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.Operations.Standing;
import akashi.organization.PostClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The operations a rule may speak of: those of the register, and those that are proposed. */
@Component
class KnownOperations {
    private final Operations operations;
    private final ObjectProvider<ProposedOperations> proposals;

    KnownOperations(Operations operations, ObjectProvider<ProposedOperations> proposals) {
        this.operations = operations;
        this.proposals = proposals;
    }

    /**
     * An operation as far as rules need it.
     *
     * @param section code of the managing section
     * @param posts whose work it is, or will be once its version that is decided has begun
     * @param path page about it
     * @param place whether the register has it, or where its proposal stands
     */
    record Known(OperationCode code, Label name, String section, Set<PostClass> posts, String path, Place place) {
        boolean registered() {
            return place == Place.REGISTERED;
        }
    }

    /** Where an operation is to be found. */
    enum Place {
        REGISTERED,
        /** Its proposal still runs. */
        PROPOSED,
        /** Its proposal was refused or withdrawn. */
        NOT_SET_UP
    }

    /** As the register has it, else as its latest proposal describes it; empty for one nobody ever spoke of. */
    Optional<Known> of(OperationCode code) {
        return registered(code)
                .or(() -> proposals.stream()
                        .flatMap(source -> source.proposed(code).stream())
                        .findFirst()
                        .map(KnownOperations::known));
    }

    /** Whether every proposal to set it up was refused or withdrawn. */
    boolean cameToNothing(OperationCode code) {
        return of(code).filter(known -> known.place() == Place.NOT_SET_UP).isPresent();
    }

    /** Those for which a rule may be drafted now: in force, to come, suspended, or with a proposal that runs. */
    boolean draftable(OperationCode code) {
        return !operations.history(code).isEmpty()
                || awaited().anyMatch(one -> one.code().equals(code));
    }

    /** Those in force, then those proposed, each in the order of their codes. */
    List<Known> current() {
        return Stream.concat(
                        operations.inForce().stream()
                                .map(OperationVersion::code)
                                .flatMap(code -> registered(code).stream()),
                        awaited())
                .toList();
    }

    private Stream<Known> awaited() {
        return proposals.stream()
                .flatMap(source -> source.proposed().stream())
                .filter(ProposedOperations.Proposed::open)
                .filter(one -> operations.history(one.code()).isEmpty())
                .map(KnownOperations::known);
    }

    private Optional<Known> registered(OperationCode code) {
        return operations.history(code).stream().findFirst().map(latest -> {
            var now = operations.byCode(code).map(OperationVersion::definition);
            boolean coming = operations.standing(code) == Standing.COMING;
            return new Known(
                    code,
                    now.orElse(latest.definition()).name(),
                    latest.definition().management().section(),
                    now.map(KnownOperations::posts).orElseGet(() -> coming ? posts(latest.definition()) : Set.of()),
                    "/operations/" + code,
                    Place.REGISTERED);
        });
    }

    private static Known known(ProposedOperations.Proposed one) {
        return new Known(
                one.code(),
                one.name(),
                one.section(),
                one.posts(),
                one.path(),
                one.open() ? Place.PROPOSED : Place.NOT_SET_UP);
    }

    /** The post classes a definition gives anything to. */
    private static Set<PostClass> posts(Definition definition) {
        return definition.usage().eligibility().stream()
                .flatMap(row -> row.posts().stream())
                .collect(Collectors.toSet());
    }
}
