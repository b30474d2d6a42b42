package akashi.tlog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the usage log.
 *
 * @param origin name of the host under which this system publishes its ledgers, such as {@code akashi.police.example}
 * @param node name of this node, one ledger each
 * @param keyFile file with the ledger's private key, readable by the service alone
 * @param privateYears years after which the private part of an entry may be erased
 * @param checkpointInterval shortest time between two signed checkpoints
 * @param patience how long a reader waits for the ledger before the read fails
 * @param lease how long a ledger stays with a program that no longer answers
 * @param adoptAfter how long after that another node takes over what it left behind
 */
@Validated
@ConfigurationProperties("akashi.usage")
record LedgerSettings(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.:-]{0,99}") String origin,

        @Pattern(regexp = "[A-Za-z0-9-]{1,50}") @DefaultValue("1")
        String node,

        @NotNull Path keyFile,
        @Min(1) @Max(50) @DefaultValue("5") int privateYears,
        @DefaultValue("200ms") Duration checkpointInterval,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1m") Duration adoptAfter) {

    /** The published name of this node's ledger. */
    String ledger() {
        return LedgerKey.origin(origin, node);
    }
}
