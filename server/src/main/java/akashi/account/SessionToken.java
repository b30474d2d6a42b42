package akashi.account;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What the session holds for Spring Security: who is signed in. It carries no authorities; access decides by rule. */
final class SessionToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final SignedIn signedIn;

    SessionToken(SignedIn signedIn) {
        super(List.of());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return signedIn;
    }

    @Override
    public String getName() {
        return signedIn.staffNumber();
    }
}
