package akashi.account;

import akashi.web.Go;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Signs in again in place (再認証): a form that arrives without its session is answered with the sign-in page, which
 * carries the form along. Requests made by a script are led to the same page; their form waits in the new session.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostSessionPages {
    private static final String FORM = "akashi.account.form";
    private static final String RETURN = "akashi.account.return";
    private static final String END = "akashi.account.end";
    private static final String SCRIPT = "HX-Request";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SIGN_IN_SECONDS = 15 * 60;

    private final SignInPages pages;

    LostSessionPages(SignInPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    @Nullable Reply lost(LostSession lost, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = SignedIn.current();
        var form = KeptForm.posted(request, csrfName(request)).or(() -> KeptForm.carried(request));
        if (request.getHeader(SCRIPT) != null) {
            return leadScript(lost, form, signedIn, request, response);
        }
        if (signedIn.isPresent()) {
            return form.filter(kept -> kept.owner().equals(signedIn.get().staffNumber()))
                    .<Reply>map(kept -> new AgainPage(kept, FORBIDDEN))
                    .orElseGet(() -> Go.to("/", "account.again.dropped"));
        }
        if ("POST".equals(request.getMethod())) {
            return pages.signInAgain(form, lost.end(), UNAUTHORIZED, request);
        }
        keepReturn(request, target(request), lost.end());
        return Go.to("/sign-in");
    }

    /** The form waiting in this session, if there is one. */
    static Optional<KeptForm> waiting(HttpServletRequest request) {
        return attribute(request, FORM, KeptForm.class);
    }

    /** Lets a form wait in this session until it is shown to its owner. */
    static void letWait(HttpServletRequest request, @Nullable KeptForm form) {
        request.getSession().setAttribute(FORM, form);
    }

    /** Where to go after signing in: the page that was asked for, else the first page. */
    static String takeReturn(HttpServletRequest request) {
        var target = attribute(request, RETURN, String.class)
                .flatMap(KeptForm::local)
                .orElse("/");
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(RETURN));
        return target;
    }

    /** Why the session before ended, to be said once. */
    static Optional<Sessions.End> takeEnd(HttpServletRequest request) {
        var end = attribute(request, END, Sessions.End.class);
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.removeAttribute(END));
        return end;
    }

    private @Nullable Reply leadScript(
            LostSession lost,
            Optional<KeptForm> form,
            Optional<SignedIn> signedIn,
            HttpServletRequest request,
            HttpServletResponse response) {
        form.filter(kept -> signedIn.map(SignedIn::staffNumber)
                        .filter(number -> !number.equals(kept.owner()))
                        .isEmpty())
                .ifPresent(kept -> letWait(request, kept));
        if (signedIn.isEmpty()) {
            keepReturn(request, shownPage(request), lost.end());
        }
        response.setStatus(signedIn.isEmpty() ? UNAUTHORIZED : FORBIDDEN);
        response.setHeader(
                "HX-Redirect", request.getContextPath() + (signedIn.isEmpty() ? "/sign-in" : "/sign-in/again"));
        return null;
    }

    private static void keepReturn(HttpServletRequest request, String target, Optional<Sessions.End> end) {
        var session = request.getSession();
        session.setMaxInactiveInterval(SIGN_IN_SECONDS);
        session.setAttribute(RETURN, target);
        end.ifPresent(why -> session.setAttribute(END, why));
    }

    private static String target(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();
        return KeptForm.local(query == null ? path : path + "?" + query).orElse("/");
    }

    /** The page a script runs on, as the script says; only its path is believed. */
    private static String shownPage(HttpServletRequest request) {
        var shown = request.getHeader("HX-Current-URL");
        try {
            return shown == null
                    ? "/"
                    : Optional.ofNullable(URI.create(shown).getRawPath())
                            .flatMap(KeptForm::local)
                            .orElse("/");
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static String csrfName(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getParameterName()
                : "_csrf";
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        var value = session == null ? null : session.getAttribute(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }
}
