package akashi.organization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rank (階級) of police officers (警察法62条; 巡査長 by the rules on 巡査長) and the grade of civilian staff with the rank it
 * compares to (これに相当する一般職員). Compared by {@link #atLeast(Rank)} only: the order of the constants means nothing.
 */
public enum Rank {
    POLICE_OFFICER("巡査", 1, Employment.SWORN),
    SENIOR_POLICE_OFFICER("巡査長", 2, Employment.SWORN),
    SERGEANT("巡査部長", 3, Employment.SWORN),
    ASSISTANT_INSPECTOR("警部補", 4, Employment.SWORN),
    INSPECTOR("警部", 5, Employment.SWORN),
    SUPERINTENDENT("警視", 6, Employment.SWORN),
    SENIOR_SUPERINTENDENT("警視正", 7, Employment.SWORN),
    CHIEF_SUPERINTENDENT("警視長", 8, Employment.SWORN),
    SUPERINTENDENT_SUPERVISOR("警視監", 9, Employment.SWORN),
    SUPERINTENDENT_GENERAL("警視総監", 10, Employment.SWORN),
    CLERK("主事", 1, Employment.CIVILIAN),
    TECHNICIAN("技師", 1, Employment.CIVILIAN),
    SENIOR_CLERK("主任", 3, Employment.CIVILIAN),
    SUBSECTION_CHIEF("係長", 4, Employment.CIVILIAN),
    ASSISTANT_SECTION_CHIEF("課長補佐", 5, Employment.CIVILIAN),
    SECTION_CHIEF("課長級", 6, Employment.CIVILIAN),
    COUNSELLOR("参事", 7, Employment.CIVILIAN),
    /** 階級のない非常勤職員. */
    NONE("なし", 0, Employment.PART_TIME);

    private final String written;
    private final int level;
    private final Employment employment;

    Rank(String written, int level, Employment employment) {
        this.written = written;
        this.level = level;
        this.employment = employment;
    }

    /** The rank written like this, 警部補. */
    public static Optional<Rank> named(String written) {
        return Arrays.stream(values())
                .filter(rank -> rank.written.equals(written))
                .findFirst();
    }

    /** The word in Japanese, also what an import file says. */
    public String written() {
        return written;
    }

    /** The rank as it stands before a name, 巡査長 or Senior Police Officer; empty for those who have none. */
    public String beforeName(Locale language) {
        if (this == NONE) {
            return "";
        }
        return language.getLanguage().equals("ja")
                ? written
                : Arrays.stream(name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "));
    }

    /** Whose rank it is. */
    public Employment employment() {
        return employment;
    }

    /** Whether it is this rank, one above, or the civilian grade that corresponds to either (警部補以上又は相当職). */
    public boolean atLeast(Rank other) {
        return level >= other.level;
    }
}
