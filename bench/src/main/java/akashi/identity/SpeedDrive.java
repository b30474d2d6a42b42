package akashi.identity;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** What matching costs in processor time of one thread, which other work on the machine does not change. */
@NullMarked
final class SpeedDrive {
    private static final int ROUNDS = 12;
    private static final int TURNS = 20_000;

    private SpeedDrive() {}

    static void run() {
        var asked = new PersonScore(person("髙橋 一郎", "タカハシ イチロー", "1"));
        List<Person> recorded = new ArrayList<>();
        recorded.add(person("高橋 一郎", "タカハシ イチロウ", "1"));
        recorded.add(person("高橋 次郎", "タカハシ ジロウ", "1"));
        recorded.add(person("髙橋　一朗", "たかはし いちろう", "1"));
        recorded.add(person("山田 花子", "ヤマダ ハナコ", "2"));
        double score = 0;
        double keys = 0;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpu();
            for (int i = 0; i < TURNS; i++) {
                sum += asked.against(recorded.get(i & 3)).score();
            }
            long between = cpu();
            for (int i = 0; i < TURNS; i++) {
                sum += Normaliser.keys(recorded.get(i & 3).names().getFirst()).size();
            }
            score = (between - before) / 1e3 / TURNS;
            keys = (cpu() - between) / 1e3 / TURNS;
        }
        int made = recorded.stream()
                .mapToInt(person -> Normaliser.keys(person.names().getFirst()).size())
                .sum();
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "processor time: %.1f µs a score, %.1f µs the keys of a name; %.1f keys a name (check %d)%n",
                score,
                keys,
                made / (double) recorded.size(),
                sum % 10);
        withinTwenty(score);
    }

    private static void withinTwenty(double score) {
        System.out.println("a score within 20 µs: " + (score <= 20 ? "met" : "MISSED"));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Person person(String written, String kana, String sex) {
        if (PersonName.parse(written, kana, null) instanceof Parsed.Good<PersonName>(PersonName name)) {
            return Person.of(name, PartialDate.of(LocalDate.of(1980, 5, 17)), sex);
        }
        throw new IllegalStateException("the measured names are names");
    }
}
