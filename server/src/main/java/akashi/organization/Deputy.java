package akashi.organization;

/** Who acts for the holder of a post (代理順位), by post: order 1 first. */
public record Deputy(PostId post, PostId deputy, int order, Span span) {}
