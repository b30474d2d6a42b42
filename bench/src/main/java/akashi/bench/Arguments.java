package akashi.bench;

import java.util.List;

/**
 * How large and how long an inquiry measurement is.
 *
 * @param records records to load
 * @param seconds length of each timed round
 * @param sessions sessions asking at the same time
 * @param rounds rounds of each side, taken in turn
 * @param profile whether the measured program records where its processor time goes
 */
record Arguments(int records, int seconds, int sessions, int rounds, boolean profile) {
    private static final int FULL = 4_000_000;

    /** Reads the options; unknown ones end the program with a sentence. */
    static Arguments of(List<String> words) {
        var records = 1_000_000;
        var seconds = 15;
        var sessions = 32;
        var rounds = 3;
        var profile = false;
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--full" -> records = FULL;
                case "--records" -> records = Integer.parseInt(word.next());
                case "--seconds" -> seconds = Integer.parseInt(word.next());
                case "--sessions" -> sessions = Integer.parseInt(word.next());
                case "--rounds" -> rounds = Integer.parseInt(word.next());
                case "--profile" -> profile = true;
                default -> {
                    System.err.println(
                            "bench: known are --full, --records, --seconds, --sessions, --rounds and --profile");
                    System.exit(2);
                }
            }
        }
        return new Arguments(records, seconds, sessions, rounds, profile);
    }
}
