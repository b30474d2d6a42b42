package akashi.tlog;

import akashi.web.BearerToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * By what a witness is known that reads checkpoints and hash tiles of the served log: a token of its own. It opens
 * nothing else, an entry least of all.
 */
@ConfigurationProperties("akashi.log")
public final class WitnessDoor {
    private final BearerToken token;

    /**
     * Expects this token.
     *
     * @param token what {@code Authorization: Bearer …} must carry; empty, and no witness reads here
     */
    WitnessDoor(@Nullable String token) {
        this.token = BearerToken.of("akashi.log.token", token);
    }

    /** Whether a witness sent the request. */
    public boolean opens(HttpServletRequest request) {
        return token.shownBy(request);
    }
}
