package akashi.account;

/** Class of a terminal (端末装置の種別), which decides what may be done at it. */
public enum DeviceClass {
    /** In an office of headquarters (本部). */
    HQ,
    /** In a police station (警察署). */
    STATION,
    /** In a police box or residential box (交番・駐在所). */
    BOX,
    /** Fixed in a car (車載). */
    IN_CAR,
    /** Carried by hand (携帯). */
    HAND_HELD
}
