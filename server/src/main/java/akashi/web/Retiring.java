package akashi.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation of the API that goes away. Its answers carry {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594)
 * and a link to what follows it; after the sunset it is answered 410. The contract says {@code deprecated: true} for
 * exactly these, which a test compares.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {
    /** The day from which it must no longer be begun with, as {@code 2026-12-01}, at 00:00 UTC. */
    String since();

    /** The day on which it ends, at least 24 months later, in the same form. */
    String sunset();

    /** Path of what follows it. */
    String successor();
}
