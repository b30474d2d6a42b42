package akashi.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who reads the figures of operation: the site's monitoring, by a token of its own, and nobody by being signed in. How
 * often a unit asks, and when, is not for everybody to see.
 *
 * @param token what {@code Authorization: Bearer …} must carry; empty, and nobody reads them
 */
@ConfigurationProperties("akashi.metrics")
record MetricsDoor(@Nullable String token) {
    private static final int SHORTEST = 24;
    private static final String SCHEME = "Bearer ";

    MetricsDoor {
        if (token != null && !token.isBlank() && token.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "akashi.metrics.token must have at least " + SHORTEST + " characters, or be empty");
        }
    }

    /** The rule for the door, for every request about figures. */
    AuthorizationManager<RequestAuthorizationContext> rule() {
        return (_, context) ->
                new AuthorizationDecision(opens(context.getRequest().getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private boolean opens(@Nullable String header) {
        return token != null
                && !token.isBlank()
                && header != null
                && MessageDigest.isEqual(bytes(SCHEME + token.strip()), bytes(header));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MetricsDoor";
    }
}
