package akashi.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The register of target operations. Every lookup is answered from an immutable snapshot in memory, without I/O; the
 * snapshot is complete: it holds each version that was ever in force and each code list they use.
 */
@Service
public class Operations {
    private final Clock clock;

    Operations(Clock clock) {
        this.clock = clock;
    }

    /** The versions in force now, in the order of their codes. */
    public List<OperationVersion> inForce() {
        return inForceAt(clock.instant());
    }

    /** The versions that were in force at an instant, in the order of their codes. */
    public List<OperationVersion> inForceAt(Instant instant) {
        throw new IllegalStateException("Operations are not read yet: " + instant);
    }

    /** The version in force now; empty for an unknown or ended operation. */
    public Optional<OperationVersion> byCode(OperationCode code) {
        return inForce().stream().filter(version -> version.code().equals(code)).findFirst();
    }

    /** Any version ever in force, by its hash; stays readable for ever. */
    public Optional<OperationVersion> version(String hash) {
        throw new IllegalStateException("Operations are not read yet: " + hash);
    }

    /** Every version of an operation, newest first. */
    public List<OperationVersion> history(OperationCode code) {
        throw new IllegalStateException("Operations are not read yet: " + code);
    }

    /** A code list that some definition names; asking for another one is a fault of the caller. */
    public CodeList codeList(CodeList.Ref ref) {
        throw new IllegalStateException("Operations are not read yet: " + ref);
    }

    /** The same by name and version. */
    public CodeList codeList(String name, int version) {
        return codeList(new CodeList.Ref(name, version));
    }

    /** Changes whenever the snapshot does; what others derived from it under another number is stale. */
    public long generation() {
        return 0;
    }
}
