package akashi.organization;

import java.util.Locale;

/**
 * A post as it is over a span. Duties and rights hang on it, whoever holds it (充て職).
 *
 * @param code 職コード, the same for ever
 * @param seats how many may hold it at once, 0 where that is not limited
 */
public record Post(
        PostId id,
        String code,
        UnitId unit,
        String title,
        String titleEn,
        PostClass postClass,
        int seats,
        boolean sample,
        Span span)
        implements Dated<Post> {
    /** The title in Japanese or English. */
    public String title(Locale language) {
        return language.getLanguage().equals("ja") || titleEn.isEmpty() ? title : titleEn;
    }

    @Override
    public Post during(Span other) {
        return new Post(id, code, unit, title, titleEn, postClass, seats, sample, other);
    }

    @Override
    public boolean says(Post other) {
        return during(other.span).equals(other);
    }
}
