package akashi.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akashi.TestDatabase;
import akashi.WholeTest;
import akashi.ledger.Checkpoint;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSignature;
import akashi.ledger.NoteSigner;
import akashi.ledger.NoteVerifier;
import akashi.ledger.SignedNote;
import akashi.ledger.Trust;
import akashi.ledger.WitnessRequest;
import akashi.tlog.TestNode;
import akashi.tlog.Watch;
import akashi.usage.Proved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** The witness over HTTP, as c2sp.org/tlog-witness has it, and the ledger of one host watched by another. */
@WholeTest
@ContextConfiguration(initializers = {WholeTest.Site.class, WitnessServiceTest.WithAKey.class})
class WitnessServiceTest {
    private static final String NAME = "witness.test/witness";
    private static final NoteSigner LOG = NoteSigner.generate("log.example/" + UUID.randomUUID());
    private static final NoteSigner RACED = NoteSigner.generate("log.example/" + UUID.randomUUID());
    private static final NoteSigner KEPT = NoteSigner.generate("log.example/" + UUID.randomUUID());
    private static final String WATCHED = "watched-by-a-context-" + UUID.randomUUID();
    private static final Path WATCHED_KEY = akashi.TestLedger.key(WATCHED);

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final NoteVerifier witness;
    private final List<Hash> leaves = new ArrayList<>();

    WitnessServiceTest(@LocalServerPort int port, WitnessSettings settings) {
        this.address = URI.create("http://127.0.0.1:" + port + "/add-checkpoint");
        this.witness = NoteVerifier.parse(WitnessKey.verifier(java.util.Objects.requireNonNull(settings.keyFile())));
        for (int n = 0; n < 2000; n++) {
            leaves.add(Merkle.leafHash(new byte[] {(byte) n, (byte) (n >> 8)}));
        }
    }

    /** Makes the context a witness of this test's logs. */
    static class WithAKey implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = akashi.Scratch.folder("witness");
                Path key = folder.resolve("witness.key");
                String _ = WitnessKey.generate(key, NAME);
                String watched = akashi.tlog.LedgerKey.verifier(WATCHED_KEY, "akashi.test/" + WATCHED);
                Path logs = Files.writeString(
                        folder.resolve("logs.trust"),
                        "log " + LOG.verifier().text() + "\nlog "
                                + RACED.verifier().text() + "\nlog "
                                + KEPT.verifier().text() + "\nlog " + watched + "\n");
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "witness",
                                Map.of(
                                        "akashi.witness.key-file",
                                        key.toString(),
                                        "akashi.witness.logs",
                                        logs.toString())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Checkpoint tree(NoteSigner log, int size) {
        var frontier = new Frontier();
        leaves.subList(0, size).forEach(frontier::append);
        return new Checkpoint(log.verifier().name(), size, frontier.root());
    }

    private List<Hash> proof(int from, int to) {
        return from == 0 || from == to ? List.of() : NaiveProof.consistency(leaves.subList(0, to), from);
    }

    private String request(NoteSigner log, int from, int to) {
        return new WitnessRequest(from, proof(from, to), SignedNote.of(tree(log, to), log)).format();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void answers(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void everyAnswerOfTheProtocolIsGiven() throws Exception {
        var first = post(request(LOG, 0, 3));
        answers(first, 200, "text/plain");
        assertThat(first.body()).startsWith("— " + NAME + " ").endsWith("\n");
        assertThat(witness.verify(
                        tree(LOG, 3).body(), NoteSignature.parse(first.body().strip())))
                .isTrue();

        answers(post(request(LOG, 3, 3)), 200, "text/plain");
        answers(post(request(LOG, 3, 8)), 200, "text/plain");

        var stale = post(request(LOG, 3, 10));
        answers(stale, 409, "text/x.tlog.size");
        assertThat(stale.body()).isEqualTo("8\n");
        answers(post(request(LOG, 0, 10)), 409, "text/x.tlog.size");

        var otherRoot = new Checkpoint(LOG.verifier().name(), 8, Merkle.emptyRoot());
        answers(
                post(new WitnessRequest(8, List.of(), SignedNote.of(otherRoot, LOG)).format()),
                409,
                "text/x.tlog.size");

        var unproved = new WitnessRequest(8, proof(7, 10), SignedNote.of(tree(LOG, 10), LOG)).format();
        answers(post(unproved), 422, "text/plain");

        answers(post(request(LOG, 8, 8).replaceFirst("^old 8\n", "old 10\n")), 400, "text/plain");
        answers(post("nonsense"), 400, "text/plain");
        answers(post("x".repeat(100_000)), 400, "text/plain");
        answers(post(request(NoteSigner.generate("unknown.example/log"), 0, 3)), 404, "text/plain");
        answers(post(request(NoteSigner.generate(LOG.verifier().name()), 8, 9)), 403, "text/plain");

        answers(post(request(LOG, 8, 10)), 200, "text/plain");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300})
    void ofRequestsAtOnceOneIsCosigned(int start) throws Exception {
        if (start > 0) {
            answers(post(request(RACED, start - 90, start)), 200, "text/plain");
        }
        List<Future<HttpResponse<String>>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 1; n <= 8; n++) {
                String body = request(RACED, start, start + n);
                asked.add(threads.submit(() -> post(body)));
            }
        }
        var statuses = new ArrayList<Integer>();
        String known = "";
        for (var one : asked) {
            statuses.add(one.get().statusCode());
            known = one.get().statusCode() == 409 ? one.get().body().strip() : known;
        }
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);

        int size = Integer.parseInt(known);
        assertThat(size).isBetween(start + 1, start + 8);
        answers(post(request(RACED, size, start + 10)), 200, "text/plain");
    }

    @Test
    void whatWasSeenCannotBeTakenBackByTheApplication() throws Exception {
        answers(post(request(KEPT, 0, 1)), 200, "text/plain");
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url("akashi_app"));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (String damage : List.of(
                    "update witness_seen set size = 0",
                    "update witness_seen set root = decode(repeat('00', 32), 'hex')",
                    "delete from witness_seen",
                    "truncate witness_seen",
                    "drop table witness_seen",
                    "alter table witness_seen disable trigger all")) {
                Assertions.assertThatThrownBy(() -> statement.execute(damage))
                        .as(damage)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void ledgerOfOneHostIsWatchedByAnother() {
        var clock = Clock.systemUTC();
        var policy = "witness host " + witness.text() + " http://127.0.0.1:" + address.getPort() + "\nquorum host\n";
        var trust = ((Trust.Outcome.Read) Trust.parse(policy.getBytes(StandardCharsets.UTF_8))).trust();
        var settings = new WitnessSettings(
                null, Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofMinutes(1), null, null, null, null);
        try (var node = TestNode.start(WATCHED, WATCHED_KEY, clock, Duration.ofSeconds(5))) {
            var watch = new Cosigning(trust, http, node.checkpoints(), settings, clock);
            watch.start();
            try {
                for (int n = 0; n < 5; n++) {
                    Proved proved = node.release("410009");
                    assertThat(watch.await(proved.index() + 1, Duration.ofSeconds(30)))
                            .isTrue();
                }
                await().until(() -> watch.standing().state() == Watch.State.FRESH);
            } finally {
                watch.stop();
            }
        }
    }
}
