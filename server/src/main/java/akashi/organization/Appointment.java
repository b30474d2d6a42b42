package akashi.organization;

/**
 * A person in a post over a span (任用).
 *
 * @param unit the unit of the post
 * @param document the appointing document (辞令番号)
 */
public record Appointment(
        AppointmentId id, PersonId person, PostId post, UnitId unit, AppointmentKind kind, String document, Span span)
        implements Dated<Appointment> {

    @Override
    public Appointment during(Span other) {
        return new Appointment(id, person, post, unit, kind, document, other);
    }

    @Override
    public boolean says(Appointment other) {
        return person.equals(other.person) && post.equals(other.post) && kind == other.kind;
    }
}
