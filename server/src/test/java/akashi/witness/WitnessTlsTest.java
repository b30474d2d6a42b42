package akashi.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import akashi.Certificates;
import akashi.MovedClock;
import akashi.TestLedger;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Trust;
import akashi.tlog.TestNode;
import akashi.tlog.Watch;
import akashi.usage.Proved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemContent;

/** Witnesses are asked over TLS, and only those whose certificate comes from an authority the site named. */
class WitnessTlsTest {
    private static final String OFFICER = "410001";

    @TempDir
    private static Path folder = Path.of("none");

    private static Certificates ours = new Certificates(Path.of("none"), Path.of("none"));
    private static Certificates foreign = ours;

    private final Clock clock = MovedClock.running();
    private final String name = "watched-" + UUID.randomUUID();
    private final String origin = "akashi.test/" + name;
    private final TestNode node = TestNode.start(name, TestLedger.key(name), clock, Duration.ofSeconds(5));
    private final NoteVerifier logKey = NoteVerifier.parse(node.log().verifierKey());
    private @Nullable Cosigning cosigning;

    @BeforeAll
    static void certificates() throws Exception {
        ours = Certificates.from(folder, "-1d");
        foreign = Certificates.from(folder, "-1d");
    }

    @AfterEach
    void stop() {
        if (cosigning != null) {
            cosigning.stop();
        }
        node.close();
    }

    private Peer peer() throws Exception {
        return new Peer("one.example/witness", origin, List.of(logKey), clock, serving(ours));
    }

    private Watch watch(String line, Path authorities) {
        var text = (line + "\nquorum one").getBytes(StandardCharsets.UTF_8);
        var trust = ((Trust.Outcome.Read) Trust.parse(text)).trust();
        var settings = trusting(authorities);
        cosigning = new Cosigning(trust, WitnessConfiguration.http(settings), node.checkpoints(), settings, clock);
        node.watchedBy(cosigning);
        cosigning.start();
        return cosigning;
    }

    private static WitnessSettings trusting(Path authorities) {
        return new WitnessSettings(
                null,
                Duration.ofMillis(20),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                null,
                authorities,
                null,
                null);
    }

    private static SSLContext serving(Certificates certificates) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = PemContent.load(certificates.certificate()).getCertificates();
        store.setKeyEntry(
                "site",
                PemContent.load(certificates.key()).getPrivateKey(),
                new char[0],
                chain.toArray(java.security.cert.Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void witnessWithACertificateOfTheNamedAuthorityCosigns() throws Exception {
        try (var peer = peer()) {
            var watch = watch(peer.line("one"), ours.certificate());

            Proved proved = node.release(OFFICER);

            assertThat(watch.await(proved.index() + 1, Duration.ofSeconds(20))).isTrue();
            assertThat(watch.standing().state()).isEqualTo(Watch.State.FRESH);
        }
    }

    @Test
    void witnessWithACertificateOfAnotherAuthorityIsToldNothing() throws Exception {
        try (var peer = peer()) {
            var watch = watch(peer.line("one"), foreign.certificate());

            Proved _ = node.release(OFFICER);

            await().until(() -> watch.seen().getFirst().trouble() == Watch.Trouble.UNREACHABLE);
            assertThat(peer.requests()).isZero();
        }
    }

    @Test
    void certificateOfAnotherMachineIsNotAccepted() throws Exception {
        try (var peer = peer()) {
            var watch = watch(peer.line("one", "https://127.0.0.1"), ours.certificate());

            Proved _ = node.release(OFFICER);

            await().until(() -> watch.seen().getFirst().trouble() == Watch.Trouble.UNREACHABLE);
            assertThat(peer.requests()).isZero();
        }
    }

    @Test
    void fileWithoutCertificatesIsRefusedAtTheStart() throws Exception {
        var nothing = Files.createFile(folder.resolve("nothing.pem"));
        var nonsense = Files.writeString(
                folder.resolve("nonsense.pem"), "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");

        assertThatThrownBy(() -> WitnessConfiguration.http(trusting(nothing)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("akashi.witness.ca", "nothing.pem", "holds no certificate");
        assertThatThrownBy(() -> WitnessConfiguration.http(trusting(nonsense)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("akashi.witness.ca", "nonsense.pem", "holds no certificate");
    }
}
