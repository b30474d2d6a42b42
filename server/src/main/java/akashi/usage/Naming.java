package akashi.usage;

import java.util.Locale;

/**
 * Says the codes of an entry in words, as the registers stand today (access implements it). What a register does not
 * know stays its code.
 */
public interface Naming {
    /** The unit (所属). */
    String unit(String code, Locale language);

    /** Rank and name of whoever has this staff number today. */
    String person(String staffNumber, Locale language);

    /** The operation (対象業務). */
    String operation(String code, Locale language);

    /** The purpose (照会目的). */
    String purpose(String code, Locale language);
}
