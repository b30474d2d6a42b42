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
 * @param minutes instead of rounds, so many minutes of steady load in which memory must stay flat; 0 for rounds
 */
record Arguments(int records, int seconds, int sessions, int rounds, boolean profile, int minutes) {
    private static final int FULL = 4_000_000;
    private static final int LONG = 30;

    /** Reads the options; unknown ones end the program with a sentence. */
    static Arguments of(List<String> words) {
        var records = 1_000_000;
        var seconds = 15;
        var sessions = 32;
        var rounds = 3;
        var profile = false;
        var minutes = 0;
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--full" -> records = FULL;
                case "--records" -> records = Integer.parseInt(word.next());
                case "--seconds" -> seconds = Integer.parseInt(word.next());
                case "--sessions" -> sessions = Integer.parseInt(word.next());
                case "--rounds" -> rounds = Integer.parseInt(word.next());
                case "--profile" -> profile = true;
                case "--long" -> minutes = LONG;
                case "--minutes" -> minutes = Integer.parseInt(word.next());
                default -> {
                    System.err.println(
                            "bench: known are --full, --records, --seconds, --sessions, --rounds, --profile, --long and"
                                    + " --minutes");
                    System.exit(2);
                }
            }
        }
        return new Arguments(records, seconds, sessions, rounds, profile, minutes);
    }
}
