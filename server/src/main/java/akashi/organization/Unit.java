package akashi.organization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it is over a span: a rename or a move is another line of the same id.
 *
 * @param code 所属コード, the same for ever
 * @param parent the unit it belongs to, null at the top
 * @param position order among its siblings
 * @param source where the fact comes from
 * @param sample whether it was generated (見本)
 */
public record Unit(
        UnitId id,
        String code,
        String name,
        String nameEn,
        UnitKind kind,
        @Nullable UnitId parent,
        int position,
        String source,
        boolean sample,
        Span span)
        implements Dated<Unit> {
    /** The name in Japanese or English. */
    public String name(Locale language) {
        return language.getLanguage().equals("ja") || nameEn.isEmpty() ? name : nameEn;
    }

    @Override
    public Unit during(Span other) {
        return new Unit(id, code, name, nameEn, kind, parent, position, source, sample, other);
    }

    @Override
    public boolean says(Unit other) {
        return during(other.span)
                .equals(new Unit(
                        other.id,
                        other.code,
                        other.name,
                        other.nameEn,
                        other.kind,
                        other.parent,
                        other.position,
                        source,
                        sample,
                        other.span));
    }
}
