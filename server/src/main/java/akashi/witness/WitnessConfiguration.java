package akashi.witness;

import akashi.ledger.Trust;
import akashi.tlog.Checkpoints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Being witnessed exists only where witnesses are named. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {
    @Bean
    @ConditionalOnProperty("akashi.witness.witnesses")
    Cosigning cosigning(Checkpoints checkpoints, WitnessSettings settings, Clock clock, MeterRegistry registry) {
        Path file = settings.witnesses();
        if (file == null) {
            throw new IllegalStateException("akashi.witness.witnesses is empty");
        }
        Trust trust = TrustFiles.witnesses(file);
        var cosigning = new Cosigning(trust, http(settings), checkpoints, settings, clock);
        Gauge.builder("akashi.witness.age", cosigning, watch -> {
                    var since = watch.standing().since();
                    return since == null
                            ? Double.NaN
                            : Duration.between(since, clock.instant()).toSeconds();
                })
                .description("Seconds since a quorum of witnesses last cosigned")
                .register(registry);
        return cosigning;
    }

    /** The client the witnesses are asked with. */
    static HttpClient http(WitnessSettings settings) {
        var builder = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (settings.ca() != null) {
            builder.sslContext(trusting(settings.ca()));
        }
        return builder.build();
    }

    /** TLS that trusts the certificates of this file, and no others. */
    private static SSLContext trusting(Path file) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int n = 0;
            for (var certificate : TrustFiles.authorities(file)) {
                store.setCertificateEntry("ca-" + n++, certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("akashi.witness.ca: " + file + " cannot be used", e);
        }
    }
}
