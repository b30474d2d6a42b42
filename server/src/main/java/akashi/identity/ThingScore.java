package akashi.identity;

import akashi.writing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scores and explains how well a recorded plate or number on a thing answers the one asked. As with
 * {@link PersonScore}, it orders and explains candidates.
 */
public final class ThingScore {
    private static final int OLD_PLACE = 90;
    private static final int ONE_DIGIT = 60;
    private static final int LOOK_ALIKES = 90;
    private static final int WORN = 80;
    private static final int ONE_SIGN = 65;
    private static final int PART = 60;
    private static final int SHORTEST_SLIP = 6;
    private static final int SHORTEST_PART = 4;
    private static final String WORN_SIGNS = "QDSBZG";
    private static final String READ_AS = "005826";

    private ThingScore() {}

    /**
     * Two plates, part by part. The four digits weigh 40, place, class number and hiragana 20 each. Exact where all
     * agree; wide where one of the four differs or the place is written as before 1964; null otherwise.
     */
    public static Scored of(Plate asked, Plate recorded) {
        List<Line> lines = new ArrayList<>(4);
        Sim place = asked.place().equals(recorded.place())
                ? Sim.SAME
                : PlatePlaces.formerly(asked.place(), recorded.place())
                        ? new Sim(OLD_PLACE, Grade.WIDE, Rule.OLD_PLACE)
                        : Sim.DIFFERENT;
        Sim number = equal(asked.classNumber(), recorded.classNumber());
        Sim kana = equal(asked.kana(), recorded.kana());
        Sim serial = asked.serial().equals(recorded.serial())
                ? Sim.SAME
                : Edits.one(asked.serial(), recorded.serial())
                        ? new Sim(ONE_DIGIT, Grade.WIDE, Rule.ONE_SIGN)
                        : Sim.DIFFERENT;
        lines.add(place.line("identity.part.plate-place", asked.place(), recorded.place()));
        lines.add(number.line("identity.part.plate-class", asked.classNumber(), recorded.classNumber()));
        lines.add(kana.line("identity.part.plate-kana", asked.kana(), recorded.kana()));
        lines.add(serial.line("identity.part.plate-serial", asked.serial(), recorded.serial()));
        int score = (place.score() + number.score() + kana.score() + 2 * serial.score()) / 5;
        long same = List.of(place, number, kana, serial).stream()
                .filter(sim -> sim.grade() == Grade.EXACT)
                .count();
        return new Scored(score, same == 4 ? Grade.EXACT : same == 3 ? Grade.WIDE : null, lines);
    }

    /**
     * Two numbers on things: the same, the same but for signs that are taken for each other (O and 0, I and 1), for
     * signs a worn stamp confuses too (S and 5, B and 8), one sign off, or only a part of the other.
     *
     * @param kind CHASSIS, BICYCLE or SERIAL, for the words
     */
    public static Scored of(KeyKind kind, Serial asked, Serial recorded) {
        Sim sim = numbers(asked.canonical(), recorded.canonical());
        Line line =
                sim.line("identity.part." + kind.name().toLowerCase(Locale.ROOT), asked.written(), recorded.written());
        return new Scored(sim.score(), sim.grade(), List.of(line));
    }

    private static Sim numbers(String asked, String recorded) {
        if (asked.equals(recorded)) {
            return Sim.SAME;
        }
        String here = Serial.skeleton(asked);
        String there = Serial.skeleton(recorded);
        if (here.equals(there)) {
            return new Sim(LOOK_ALIKES, Grade.WIDE, Rule.LOOK_ALIKES);
        }
        String wornHere = worn(here);
        String wornThere = worn(there);
        if (wornHere.equals(wornThere)) {
            return new Sim(WORN, Grade.WIDE, Rule.WORN_SIGNS);
        }
        int shorter = Math.min(here.length(), there.length());
        if (shorter >= SHORTEST_SLIP && Edits.one(here, there)) {
            return new Sim(ONE_SIGN, Grade.WIDE, Rule.ONE_SIGN);
        }
        boolean part = shorter >= SHORTEST_PART
                && (here.startsWith(there) || here.endsWith(there) || there.startsWith(here) || there.endsWith(here));
        return part ? new Sim(PART, Grade.WIDE, Rule.PART_OF_NUMBER) : Sim.DIFFERENT;
    }

    private static String worn(String skeleton) {
        var out = new StringBuilder(skeleton.length());
        for (int i = 0; i < skeleton.length(); i++) {
            int at = WORN_SIGNS.indexOf(skeleton.charAt(i));
            out.append(at < 0 ? skeleton.charAt(i) : READ_AS.charAt(at));
        }
        return out.toString();
    }

    private static Sim equal(String here, String there) {
        return here.equals(there) ? Sim.SAME : Sim.DIFFERENT;
    }
}
