package akashi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Sessions of sample officers who ask over the JSON API, each on its own connection. */
final class Officers implements AutoCloseable {
    private static final String PASSWORD = "mihon-2026-akashi";
    private static final Pattern INDEX = Pattern.compile("\"index\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("\"csrfHeader\":\"([^\"]+)\"");

    private final List<HttpLine> lines;
    private volatile List<String> questions = List.of();
    private final List<Long> answered = new ArrayList<>();

    private Officers(List<HttpLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Signs that many sessions in. */
    static Officers signIn(int port, int sessions, List<String> staffNumbers) throws IOException {
        List<HttpLine> lines = new ArrayList<>();
        for (var i = 0; i < sessions; i++) {
            var line = new HttpLine(port);
            var _ = line.get("/sign-in");
            var staff = staffNumbers.get(i % staffNumbers.size());
            var reply = line.post(
                    "/api/v1/session", "{\"staffNumber\":\"%s\",\"password\":\"%s\"}".formatted(staff, PASSWORD));
            if (reply.status() != 201) {
                throw new IOException("Sign-in of " + staff + " was answered " + reply.status() + ": " + reply.body());
            }
            line.always(found(HEADER, reply.body()), found(TOKEN, reply.body()));
            lines.add(line);
        }
        return new Officers(lines);
    }

    /** What they ask from now on, drawn at random; each a question as the API takes it. */
    void asking(List<String> bodies) {
        questions = List.copyOf(bodies);
    }

    /** A question about a plate. */
    static String aboutPlate(String plate) {
        return """
                {"kind":"vehicle","keys":{"plate":"%s"},"operations":["stolen-vehicle"],"purpose":"%s","caseReference":"%s"}""".formatted(plate, "stop-and-question", "110-1122-0345");
    }

    /** One round; each session asks as fast as it is answered. */
    Round run(int seconds) throws InterruptedException {
        return Round.of(lines.size(), seconds, (thread, turn) -> {
            List<Long> mine = new ArrayList<>();
            var line = lines.get(thread);
            while (turn.running()) {
                var begun = System.nanoTime();
                mine.add(ask(line));
                turn.timings().add(System.nanoTime() - begun);
            }
            keep(mine);
        });
    }

    /**
     * One round at a steady rate over all sessions; time is counted from when a question was due, not when it was sent.
     */
    Round runAt(int perSecond, int seconds) throws InterruptedException {
        return Round.of(lines.size(), seconds, (thread, turn) -> {
            List<Long> mine = new ArrayList<>();
            var line = lines.get(thread);
            var pace = new Pace(perSecond, thread, lines.size());
            while (turn.running()) {
                var due = pace.next();
                mine.add(ask(line));
                turn.timings().add(System.nanoTime() - due);
            }
            keep(mine);
        });
    }

    /** Places in the log of every answer so far. */
    List<Long> answered() {
        synchronized (answered) {
            return List.copyOf(answered);
        }
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            line.close();
        }
    }

    private long ask(HttpLine line) throws IOException {
        var all = questions;
        var reply = line.post(
                "/api/v1/inquiries", all.get(ThreadLocalRandom.current().nextInt(all.size())));
        if (reply.status() != 200) {
            throw new IOException("An inquiry was answered " + reply.status() + ": " + reply.body());
        }
        return Long.parseLong(found(INDEX, reply.body()));
    }

    private void keep(List<Long> mine) {
        synchronized (answered) {
            answered.addAll(mine);
        }
    }

    private static String found(Pattern pattern, String body) throws IOException {
        var matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new IOException("The answer has no " + pattern + ": " + body);
        }
        return matcher.group(1);
    }
}
