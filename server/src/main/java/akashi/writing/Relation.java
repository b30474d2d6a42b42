package akashi.writing;

/** How two different characters stand to each other, from strong to weak; unrelated ones have no relation. */
public enum Relation {
    /** The same character, encoded twice (同一字). */
    SAME,
    /** Registered variants of each other or of one proper form: 高 and 髙, 辺 and 邉, 嶋 and 嶌 (異体字). */
    REGISTERED,
    /** They look alike, or the law calls them different characters: 斎 and 斉, 冲 and 沖 (類字・別字). */
    LOOK_ALIKE
}
