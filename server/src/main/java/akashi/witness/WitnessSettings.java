package akashi.witness;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of witnessing and of being witnessed; without the files neither is done.
 *
 * @param witnesses trust file that names the witnesses of this system's ledgers, with their addresses and the quorum
 * @param interval shortest time between two requests to a witness
 * @param timeout longest time for one request
 * @param maxAge age of the last cosigned checkpoint from which health warns
 * @param stopAfter age from which nothing withheld is opened any more; none, and reading never stops for this
 * @param ca certificates (PEM) that the witnesses' TLS is checked with, instead of those of the runtime
 * @param keyFile private key with which this system witnesses others
 * @param logs trust file that names the logs this system witnesses
 */
@Validated
@ConfigurationProperties("akashi.witness")
record WitnessSettings(
        @Nullable Path witnesses,
        @DefaultValue("10s") Duration interval,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10m") Duration maxAge,
        @Nullable Duration stopAfter,
        @Nullable Path ca,
        @Nullable Path keyFile,
        @Nullable Path logs) {}
