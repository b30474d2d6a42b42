package akashi.organization;

import java.util.Locale;

/**
 * A person as they are over a span: a promotion, a new name, a suspension is another line of the same id.
 *
 * @param staffNumber 職員番号, the same for ever
 * @param sample whether the person was generated (見本) and does not exist
 */
public record Person(
        PersonId id,
        String staffNumber,
        String name,
        String kana,
        String romaji,
        Rank rank,
        Employment employment,
        DutyState duty,
        boolean sample,
        Span span)
        implements Dated<Person> {
    /** The name for a reader of this language: as written, or in Latin letters where known. */
    public String name(Locale language) {
        return language.getLanguage().equals("ja") || romaji.isEmpty() ? name : romaji;
    }

    /** Rank and name, as people are named on pages; the name alone where there is no rank. */
    public String titled(Locale language) {
        return (rank.beforeName(language) + " " + name(language)).strip();
    }

    @Override
    public Person during(Span other) {
        return new Person(id, staffNumber, name, kana, romaji, rank, employment, duty, sample, other);
    }

    @Override
    public boolean says(Person other) {
        return during(other.span).equals(other);
    }
}
