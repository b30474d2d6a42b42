package akashi.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How large a measurement of searching is.
 *
 * @param data folder with the lists {@code names/last_name_org.csv} and its neighbours, from which names are drawn as
 *     often as they are borne
 * @param seconds length of each timed round
 */
record SearchArguments(int persons, int vehicles, Path data, int seconds) {
    private static final int NATION = 10_000_000;

    /** Reads the options; unknown ones end the program with a sentence. */
    static SearchArguments of(List<String> words) {
        var persons = NATION;
        var vehicles = NATION;
        var data = Path.of(System.getProperty("akashi.home", "."), "../shared/data");
        var seconds = 20;
        for (var word = words.iterator(); word.hasNext(); ) {
            switch (word.next()) {
                case "--persons" -> persons = Integer.parseInt(word.next());
                case "--vehicles" -> vehicles = Integer.parseInt(word.next());
                case "--data" -> data = Path.of(word.next());
                case "--seconds" -> seconds = Integer.parseInt(word.next());
                default -> {
                    System.err.println("bench: known are --persons, --vehicles, --data and --seconds");
                    System.exit(2);
                }
            }
        }
        return new SearchArguments(persons, vehicles, data, seconds);
    }
}
