package akashi.account;

import akashi.web.BearerToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who reads the figures of operation: the site's monitoring, by a token of its own, and nobody by being signed in. How
 * often a unit asks, and when, is not for everybody to see.
 */
@ConfigurationProperties("akashi.metrics")
final class MetricsDoor {
    private final BearerToken token;

    /**
     * Expects this token.
     *
     * @param token what {@code Authorization: Bearer …} must carry; empty, and nobody reads them
     */
    MetricsDoor(@Nullable String token) {
        this.token = BearerToken.of("akashi.metrics.token", token);
    }

    /** The rule for the door, for every request about figures. */
    AuthorizationManager<RequestAuthorizationContext> rule() {
        return (_, context) -> new AuthorizationDecision(token.shownBy(context.getRequest()));
    }
}
