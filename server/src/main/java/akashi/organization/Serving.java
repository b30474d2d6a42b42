package akashi.organization;

import org.jspecify.annotations.Nullable;

/** A unit works for another over a span, or for all where {@code served} is null (照会センター). */
public record Serving(UnitId unit, @Nullable UnitId served, Span span) {}
