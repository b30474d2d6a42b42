package akashi.definition;

/** What a field says of the person or thing when documents are compared (突合). */
public enum MatchingPart {
    /** Names of whom or whose it is. */
    NAME,
    /** Free text in which a name may stand (着衣・所持品の記名). */
    MARK,
    BIRTH,
    /** Age as estimated: youngest, oldest. */
    AGE,
    SEX,
    HEIGHT,
    /** Numbers that name one thing or person. */
    NUMBER,
    /** What a thing is. */
    ARTICLE,
    COLOUR,
    PLACE,
    /** Since when it is gone. */
    GONE,
    /** When it was found; never before it was gone. */
    FOUND
}
