package akashi.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names to draw from. With {@code -Dakashi.names=FOLDER} they come from three lists there, so that a measurement meets
 * the real skew of names: {@code last_name_org.csv} (family name, bearers, reading) and
 * {@code first_name_man_opti.csv}, {@code first_name_woman_opti.csv} (reading, Latin letters, writings; a reading with
 * more writings is drawn more often). Without it they are {@link SampleNames}.
 */
final class NameStock {
    private final List<Family> families;
    private final long[] upTo;
    private final List<Given> men;
    private final List<Given> women;

    private record Family(String written, String reading) {}

    private record Given(String written, String reading) {}

    private NameStock(List<Family> families, long[] upTo, List<Given> men, List<Given> women) {
        this.families = List.copyOf(families);
        this.upTo = upTo;
        this.men = List.copyOf(men);
        this.women = List.copyOf(women);
    }

    static NameStock read() {
        var folder = System.getProperty("akashi.names");
        return folder == null ? new NameStock(List.of(), new long[0], List.of(), List.of()) : read(Path.of(folder));
    }

    private static NameStock read(Path folder) {
        var families = new ArrayList<Family>();
        var lines = lines(folder.resolve("last_name_org.csv"));
        var upTo = new long[lines.size()];
        var sum = 0L;
        for (var line : lines) {
            var cells = line.split(",", -1);
            sum += Math.max(1, Long.parseLong(cells[1]));
            upTo[families.size()] = sum;
            families.add(new Family(cells[0], cells[2]));
        }
        return new NameStock(
                families,
                upTo,
                given(folder.resolve("first_name_man_opti.csv")),
                given(folder.resolve("first_name_woman_opti.csv")));
    }

    private static List<Given> given(Path file) {
        var given = new ArrayList<Given>();
        for (var line : lines(file)) {
            var cells = line.split(",", -1);
            for (var i = 2; i < cells.length; i++) {
                if (!cells[i].isBlank()) {
                    given.add(new Given(cells[i].strip(), cells[0].strip()));
                }
            }
        }
        return given;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Names cannot be read from " + file, e);
        }
    }

    SampleNames.Name person(Random random, boolean woman) {
        if (families.isEmpty()) {
            return SampleNames.person(random, woman);
        }
        var family = families.get(place(random.nextLong(upTo[upTo.length - 1])));
        var list = woman ? women : men;
        var given = list.get(random.nextInt(list.size()));
        return new SampleNames.Name(
                family.written() + " " + given.written(), family.reading() + " " + given.reading(), "");
    }

    /** The first family whose sum of bearers lies above the number drawn. */
    private int place(long drawn) {
        var low = 0;
        var high = upTo.length - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (upTo[middle] > drawn) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
