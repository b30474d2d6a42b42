package akashi.organization;

/** Who acts for the holder of a post (代理順位), by post: order 1 first. */
public record Deputy(PostId post, PostId deputy, int order, Span span) implements Dated<Deputy> {
    @Override
    public Deputy during(Span other) {
        return new Deputy(post, deputy, order, other);
    }

    @Override
    public boolean says(Deputy other) {
        return during(other.span).equals(other);
    }
}
