package akashi.matching;

import akashi.document.RecordId;
import akashi.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that began to answer after somebody had asked for it (遅延照合). It says whose question it was and which record
 * came, never what was asked.
 *
 * @param inquiry number of the inquiry on the ledger
 * @param unit code of the unit that is told
 * @param staff who asked
 */
record DelayedHit(
        long seq,
        String inquiry,
        Instant askedAt,
        String unit,
        String staff,
        RecordId record,
        Relations.Kind kind,
        String number,
        UnitId recordUnit,
        Instant foundAt,
        @Nullable Instant seenAt,
        @Nullable String seenBy) {}
