package akashi.usage;

import akashi.tlog.Place;
import java.time.Instant;

/**
 * The place of a use on a ledger, durable and never to change (証明番号).
 *
 * @param log number of the ledger within this system; each node writes its own
 * @param origin published name of that ledger
 * @param index place of the entry, from 0
 * @param at time the entry carries
 */
public record Proved(int log, String origin, long index, Instant at) {
    static Proved at(Place place) {
        return new Proved(place.log(), place.origin(), place.index(), place.at());
    }

    /** The number shown to people and used in addresses, such as {@code 1-1204552}. */
    public String number() {
        return log + "-" + index;
    }
}
