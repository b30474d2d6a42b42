package akashi.organization;

/** A line of something that changes over time. */
public interface Dated<V extends Dated<V>> {
    Span span();

    /** The same content over another span. */
    V during(Span span);

    /** Whether both lines say the same of the same thing, whatever their spans and sources. */
    boolean says(V other);
}
