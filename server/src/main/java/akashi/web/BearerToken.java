package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A token that another program shows as {@code Authorization: Bearer …}. Without one the door stays shut for everybody.
 */
public final class BearerToken {
    private static final int SHORTEST = 24;
    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] expected;

    private BearerToken(byte @Nullable [] expected) {
        this.expected = expected;
    }

    /**
     * Expects this token.
     *
     * @param setting name of the setting, for the sentence
     * @param token null or blank where nobody is to be let in
     * @throws IllegalArgumentException if it is too short to be a secret
     */
    public static BearerToken of(String setting, @Nullable String token) {
        if (token == null || token.isBlank()) {
            return new BearerToken(null);
        }
        if (token.strip().length() < SHORTEST) {
            throw new IllegalArgumentException(
                    setting + " must have at least " + SHORTEST + " characters, or be empty");
        }
        return new BearerToken(bytes(SCHEME + token.strip()));
    }

    /** Whether the request shows it; takes as long for a token that is nearly right as for any other. */
    public boolean shownBy(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return expected != null && header != null && MessageDigest.isEqual(expected, bytes(header));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Always the same, whatever the token. */
    @Override
    public String toString() {
        return "BearerToken";
    }
}
