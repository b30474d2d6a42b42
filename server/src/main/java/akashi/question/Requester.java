package akashi.question;

import akashi.usage.Actor;

/**
 * For whom somebody else asks (依頼者): the officer at the other end of the radio or the telephone.
 *
 * @param staffNumber 職員番号, known to the organisation; empty where only a call sign was given
 * @param callSign 無線呼出名; empty where only a staff number was given
 * @param unit code of the unit (所属) of the officer, empty where only a call sign is known
 * @param calledBack whether the officer was called back at the registered extension (折返し確認)
 */
public record Requester(String staffNumber, String callSign, String unit, Channel channel, boolean calledBack) {
    /** How the request came. */
    public enum Channel {
        RADIO,
        PHONE
    }

    public Requester {
        if (staffNumber.isBlank() && callSign.isBlank()) {
            throw new IllegalArgumentException("A requester has a staff number or a call sign");
        }
    }

    /** As the ledger names the requester; a call sign stands for the number where only that is known. */
    Actor actor(String personId, String post) {
        var number = staffNumber.isBlank() ? "call-sign:" + callSign : staffNumber;
        return new Actor(
                number,
                personId.isBlank() ? number : personId,
                post,
                unit,
                callSign,
                channel.name().toLowerCase(java.util.Locale.ROOT));
    }
}
