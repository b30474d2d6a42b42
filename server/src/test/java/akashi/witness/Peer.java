package akashi.witness;

import akashi.ledger.Checkpoint;
import akashi.ledger.Cosigner;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Witness;
import akashi.ledger.WitnessAnswer;
import akashi.ledger.WitnessStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Another host's witness: the library behind a small HTTP server, which a test stops, lets hang, or lets lie. */
final class Peer implements AutoCloseable, WitnessStore {
    private final Cosigner key;
    private final Witness witness;
    private final Map<String, Checkpoint> seen = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final @Nullable SSLContext tls;
    private int port;
    private @Nullable HttpServer server;
    private volatile @Nullable CountDownLatch hanging;
    private volatile @Nullable String lie;

    Peer(String name, String origin, Collection<NoteVerifier> logKeys, Clock clock) {
        this(name, origin, logKeys, clock, null);
    }

    /** Speaks TLS as this context says. */
    Peer(String name, String origin, Collection<NoteVerifier> logKeys, Clock clock, @Nullable SSLContext tls) {
        this.tls = tls;
        this.key = Cosigner.generate(name);
        this.witness = new Witness(key, Map.of(origin, List.copyOf(logKeys)), this, clock);
        up();
    }

    NoteVerifier verifier() {
        return key.verifier();
    }

    /** The line of a trust file. */
    String line(String name) {
        return line(name, tls == null ? "http://127.0.0.1" : "https://localhost");
    }

    /** The same with another name for this machine. */
    String line(String name, String host) {
        return "witness " + name + " " + verifier().text() + " " + host + ":" + port;
    }

    int requests() {
        return requests.get();
    }

    Map<String, Checkpoint> seenTrees() {
        return seen;
    }

    void up() {
        try {
            var starting = listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            starting.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            starting.createContext("/add-checkpoint", this::answer);
            starting.start();
            port = starting.getAddress().getPort();
            server = starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer listening(InetSocketAddress at) throws IOException {
        if (tls == null) {
            return HttpServer.create(at, 0);
        }
        var secured = HttpsServer.create(at, 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(tls));
        return secured;
    }

    void down() {
        Objects.requireNonNull(server).stop(0);
    }

    /** Takes requests and answers none until {@link #wake()}. */
    void hang() {
        hanging = new CountDownLatch(1);
    }

    void wake() {
        Objects.requireNonNull(hanging).countDown();
        hanging = null;
    }

    /** Answers 200 with this instead of a cosignature; the truth again for null. */
    void lie(@Nullable String answer) {
        lie = answer;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var _ = requests.incrementAndGet();
        CountDownLatch hangs = hanging;
        if (hangs != null) {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String lied = lie;
        WitnessAnswer answer = lied == null ? witness.addCheckpoint(body) : new WitnessAnswer.Cosigned(lied);
        String text = switch (answer) {
            case WitnessAnswer.Cosigned(String line) -> line + "\n";
            case WitnessAnswer.Conflict(long size) -> size + "\n";
            default -> "no\n";
        };
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public Optional<Checkpoint> latest(String origin) {
        return Optional.ofNullable(seen.get(origin));
    }

    @Override
    public synchronized boolean replace(@Nullable Checkpoint expected, Checkpoint next) {
        if (!Objects.equals(seen.get(next.origin()), expected)) {
            return false;
        }
        seen.put(next.origin(), next);
        return true;
    }

    @Override
    public void close() {
        if (hanging != null) {
            wake();
        }
        down();
    }
}
