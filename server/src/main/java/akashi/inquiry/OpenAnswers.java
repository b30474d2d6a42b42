package akashi.inquiry;

import akashi.access.Asker;
import akashi.organization.PersonId;
import akashi.question.Inquiry;
import akashi.usage.Uses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers that are still open to the person who asked, in the memory of this node: some minutes, some answers each.
 * Nothing of them is written anywhere; after a restart a question has to be asked again. A submit from before it is
 * known by its entry on the ledger.
 *
 * <p>Each person's shelf is guarded by its own monitor. A question runs outside of it; a second submit of the same
 * request meanwhile waits for the first one's answer.
 */
@Component
class OpenAnswers {
    /** How long an answer can be continued (内容照会, 選択, 確認). */
    static final Duration OPEN = Duration.ofMinutes(10);

    /** Within this time the same request is the same submit; later it is a new use. */
    static final Duration SAME_SUBMIT = Duration.ofSeconds(30);

    /** How long a hit of a list can be continued: whoever asks for five hundred looks at the hits one by one. */
    static final Duration OPEN_OF_BATCH = Duration.ofHours(1);

    private static final int MOST = 16;
    private static final int MOST_OF_BATCH = 200;
    private static final int MOST_SUBMITS = 256;
    private static final int MOST_SHELVES = 20_000;

    private final Map<PersonId, Shelf> shelves = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Uses uses;
    private final Instant started;

    OpenAnswers(Clock clock, Uses uses) {
        this.clock = clock;
        this.uses = uses;
        this.started = clock.instant();
    }

    private static final class Shelf {
        private final Deque<Open> answers = new ArrayDeque<>();
        /** In the order of their times. */
        private final Map<String, Submit> submits = new LinkedHashMap<>();

        private Instant used = Instant.EPOCH;
    }

    private static final class Open {
        private final Answer answer;
        private final Instant since;
        private final Set<Integer> chosen = new HashSet<>();

        private Open(Answer answer, Instant since) {
            this.answer = answer;
            this.since = since;
        }

        private boolean ofBatch() {
            return !answer.inquiry().batch().isEmpty();
        }

        private boolean over(Instant now) {
            return since.isBefore(now.minus(ofBatch() ? OPEN_OF_BATCH : OPEN));
        }
    }

    private record Submit(Inquiry inquiry, Instant at, CompletableFuture<Answer> answer) {}

    /**
     * The answer to this question, asked once a request. {@code ask} runs in this thread; it gets the number of an
     * answer to the same request that can no longer be given again, too long ago or before this node started, if there
     * is one.
     */
    Answer once(Asker asker, Inquiry inquiry, Function<@Nullable String, Answer> ask) {
        var person = asker.personId();
        if (inquiry.request().isEmpty()) {
            return keep(person, ask.apply(null));
        }
        var mine = new Submit(inquiry, clock.instant(), new CompletableFuture<>());
        var earlier = enter(person, mine);
        if (earlier != null && !earlier.at.isBefore(mine.at.minus(SAME_SUBMIT))) {
            return wait(earlier);
        }
        try {
            var answer = keep(person, ask.apply(earlier == null ? beforeTheStart(asker, inquiry) : number(earlier)));
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            leave(person, mine);
            mine.answer.completeExceptionally(e);
            throw e;
        }
    }

    private static @Nullable String number(Submit earlier) {
        var answer = earlier.answer.getNow(null);
        return answer == null ? null : answer.number();
    }

    private @Nullable String beforeTheStart(Asker asker, Inquiry inquiry) {
        var now = clock.instant();
        return now.isBefore(started.plus(OPEN))
                ? uses.numberOf(
                                asker.staffNumber(),
                                Inquiry.EXISTENCE,
                                Inquiry.REQUEST,
                                inquiry.requestMark(),
                                now.minus(OPEN))
                        .orElse(null)
                : null;
    }

    /** Puts an answer on the shelf and returns it; of a list only those that can be continued. */
    Answer keep(PersonId person, Answer answer) {
        if (!answer.inquiry().batch().isEmpty() && answer.hits().isEmpty()) {
            return answer;
        }
        var shelf = shelf(person);
        synchronized (shelf) {
            var now = clock.instant();
            tidy(shelf, now);
            shelf.used = now;
            shelf.answers.addFirst(new Open(answer, now));
            trim(shelf, true, MOST_OF_BATCH);
            trim(shelf, false, MOST);
        }
        return answer;
    }

    private static void trim(Shelf shelf, boolean ofBatch, int most) {
        int left = most;
        var newest = shelf.answers.iterator();
        while (newest.hasNext()) {
            if (newest.next().ofBatch() == ofBatch && left-- <= 0) {
                newest.remove();
            }
        }
    }

    /** The answer of this number, while it is open to this person. */
    Optional<Answer> find(PersonId person, String number) {
        var shelf = shelf(person);
        synchronized (shelf) {
            tidy(shelf, clock.instant());
            return open(shelf, number).map(open -> open.answer);
        }
    }

    /** Notes that a candidate was chosen. */
    void choose(PersonId person, String number, int place) {
        var shelf = shelf(person);
        synchronized (shelf) {
            open(shelf, number).ifPresent(open -> open.chosen.add(place));
        }
    }

    /** Whether this candidate was chosen before. */
    boolean chosen(PersonId person, String number, int place) {
        var shelf = shelf(person);
        synchronized (shelf) {
            return open(shelf, number).map(open -> open.chosen.contains(place)).orElse(false);
        }
    }

    private Shelf shelf(PersonId person) {
        if (shelves.size() > MOST_SHELVES) {
            var old = clock.instant().minus(OPEN_OF_BATCH);
            shelves.values().removeIf(shelf -> {
                synchronized (shelf) {
                    return shelf.used.isBefore(old);
                }
            });
        }
        return shelves.computeIfAbsent(person, _ -> new Shelf());
    }

    /**
     * Makes this the running submit of its request unless the same question runs or was just answered; gives the one
     * before.
     */
    private @Nullable Submit enter(PersonId person, Submit mine) {
        var shelf = shelf(person);
        synchronized (shelf) {
            tidy(shelf, mine.at);
            shelf.used = mine.at;
            var earlier = shelf.submits.get(mine.inquiry.request());
            if (earlier != null && !earlier.inquiry.equals(mine.inquiry)) {
                earlier = null;
            }
            if (earlier == null || earlier.at.isBefore(mine.at.minus(SAME_SUBMIT))) {
                shelf.submits.remove(mine.inquiry.request());
                shelf.submits.put(mine.inquiry.request(), mine);
            }
            return earlier;
        }
    }

    private void leave(PersonId person, Submit mine) {
        var shelf = shelf(person);
        synchronized (shelf) {
            shelf.submits.remove(mine.inquiry.request(), mine);
        }
    }

    private static Answer wait(Submit earlier) {
        try {
            return earlier.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Optional<Open> open(Shelf shelf, String number) {
        return shelf.answers.stream()
                .filter(open -> open.answer.number().equals(number))
                .findFirst();
    }

    private static void tidy(Shelf shelf, Instant now) {
        var oldest = now.minus(OPEN);
        shelf.answers.removeIf(open -> open.over(now));
        var eldest = shelf.submits.values().iterator();
        while (eldest.hasNext()) {
            if (!eldest.next().at.isBefore(oldest) && shelf.submits.size() <= MOST_SUBMITS) {
                return;
            }
            eldest.remove();
        }
    }
}
