package akashi.definition;

/** Whose records an act may touch; each wider scope covers the narrower ones. */
public enum Scope {
    /** Records of the own unit and units it serves (自所属). */
    OWN_UNIT,
    /** Records of the prefecture (県内). */
    PREFECTURE,
    /** Every record held, national ones included (全国). */
    NATION;

    /** Whether a right of this scope suffices where {@code asked} is needed. */
    public boolean covers(Scope asked) {
        return compareTo(asked) >= 0;
    }
}
