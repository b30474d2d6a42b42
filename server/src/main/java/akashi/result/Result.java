package akashi.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an inquiry (事後の取扱結果), as entered last.
 *
 * @param caseReference number filled in afterwards, where the inquiry was asked without one
 */
public record Result(Outcome outcome, @Nullable String caseReference, Instant at, String staffNumber) {

    /** What the officer did. */
    public enum Outcome {
        /** 取扱いなし: nothing further was done. */
        NO_ACTION,
        /** 別人・別物と判明. */
        NOT_SAME,
        /** 指導・警告. */
        WARNED,
        /** 検挙. */
        ARRESTED,
        /** 保護. */
        PROTECTED,
        /** 回収・還付. */
        RECOVERED,
        /** 引継ぎ. */
        HANDED_OVER,
        /** 見失い・接触できず. */
        LOST_SIGHT
    }
}
