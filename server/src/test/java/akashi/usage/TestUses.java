package akashi.usage;

import akashi.tlog.Entry;
import akashi.tlog.Ledger;
import akashi.tlog.Watched;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Uses for tests, and a usage log without the application around it. */
public final class TestUses {
    private TestUses() {}

    /** Somebody of a patrol, on a terminal. */
    public static Actor officer(String number) {
        return new Actor(
                number,
                UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString(),
                "patrol-sergeant",
                "hachinohe-patrol",
                "PC-014",
                "page");
    }

    /** A question about a plate, with a private part. */
    public static Use inquiry(Actor actor) {
        return Use.of("EXISTENCE", actor)
                .because("stop-and-question", "110-0812-0345")
                .in("stolen-vehicle", "5f8a1c", new Use.Ruling("existence-own-prefecture", "3", true))
                .with(new Use.Key("PLATE", "ｱｵﾓﾘ 330 サ 12-34", "青森330さ1234", List.of("plate-1")))
                .noting("言動が不審\u0001 \"引用\" 𠮷");
    }

    /** A use as it is handed over with a change. */
    public static Entry recorded(Use use, Instant at) {
        return Leaves.entry(use, at);
    }

    /** A log over this ledger. */
    public static UsageLog log(Ledger ledger, SystemUses own, Watched watched, Clock clock) {
        return new UsageLog(ledger, own, watched, clock);
    }

    /** Opens what was withheld, without the entry about that. */
    public static <T> T open(Withheld<T> withheld) {
        return withheld.open();
    }
}
