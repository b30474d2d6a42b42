package akashi.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Officers who ask without a pause, and look at what the hit says, until the program is gone or they are sent home.
 * Whatever reached one of them is kept: a place in the log for each answer, also for one that broke off in the middle.
 */
final class Duty implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicReference<Officer.@Nullable Reply> last = new AtomicReference<>();

    private Duty() {}

    /** Signs this many officers in and lets them ask. */
    static Duty of(Program program, int officers) throws IOException, InterruptedException {
        var duty = new Duty();
        for (var i = 0; i < officers; i++) {
            // one after the other: attempts side by side count as guesses and lock the account
            var officer = Officer.signIn(program);
            duty.threads.add(Thread.ofVirtual().start(() -> duty.ask(officer)));
        }
        Database.await("The officers got no answer", () -> duty.begun.get() == officers);
        return duty;
    }

    /** Waits until this many more answers came. */
    void awaitAnswers(int more) {
        var until = answered.size() + more;
        Database.await("No answer came any more", () -> answered.size() >= until);
    }

    /** Waits until they were told this many more times that there is no answer now. */
    void awaitRefusals(int more) {
        var until = refused.get() + more;
        Database.await("Nobody was told that there is no answer now", () -> refused.get() >= until);
    }

    /** Places in the log of the answers that reached somebody. */
    List<Long> answered() {
        return List.copyOf(answered);
    }

    /** Whatever was neither an answer nor the word that there is none now. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    int refused() {
        return refused.get();
    }

    /** How it was said last that there is no answer now. */
    Officer.Reply lastRefusal() {
        var reply = last.get();
        if (reply == null) {
            throw new IllegalStateException("Everybody got an answer");
        }
        return reply;
    }

    /** How long the slowest word that there is no answer now was in coming. */
    Duration slowestRefusal() {
        return Duration.ofNanos(slowest.get());
    }

    /** Sends everybody home and waits until they are. */
    void end() throws InterruptedException {
        over.set(true);
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        over.set(true);
        threads.forEach(Thread::interrupt);
    }

    private void ask(Officer signedIn) {
        var first = true;
        try (var officer = signedIn) {
            while (!over.get()) {
                var answer = officer.ask(Tour.PLATE);
                take(answer);
                if (answer.status() == 200 && answer.whole() && !over.get()) {
                    take(officer.content(answer.json().get("number").asString()));
                }
                if (first) {
                    begun.incrementAndGet();
                    first = false;
                }
            }
        } catch (IOException killed) {
            // the program is gone; so is the officer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (first) {
                begun.incrementAndGet();
            }
        }
    }

    private void take(Officer.Reply reply) throws IOException {
        reply.index().ifPresent(answered::add);
        if (!reply.whole()) {
            throw new IOException("The connection broke in the middle of an answer");
        }
        if (reply.status() == 503
                && reply.type().startsWith("application/problem+json")
                && reply.text().contains("urn:akashi:problem:unavailable")) {
            last.set(reply);
            refused.incrementAndGet();
            slowest.accumulateAndGet(reply.took().toNanos(), Math::max);
        } else if (reply.status() != 200) {
            unexpected.add(reply.status() + " " + reply.text());
        }
    }
}
