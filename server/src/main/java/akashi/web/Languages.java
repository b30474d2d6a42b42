package akashi.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which language a request is answered in: the cookie's, else Japanese; for the API the {@code Accept-Language}. */
@Controller
public class Languages {
    private static final String COOKIE = "akashi-language";
    private static final int YEAR = 365 * 24 * 3600;

    Languages() {}

    /** The language of this request: Japanese unless English was chosen. */
    public static Locale of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName()) && Messages.languages().contains(cookie.getValue())) {
                    return Locale.of(cookie.getValue());
                }
            }
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                && "en".equals(request.getLocale().getLanguage())
                && request.getHeader("Accept-Language") != null) {
            return Locale.ENGLISH;
        }
        return Locale.JAPANESE;
    }

    @PostMapping("/language")
    Go choose(
            @RequestParam String language,
            @RequestParam String target,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Messages.languages().contains(language)) {
            var cookie = new Cookie(COOKIE, language);
            cookie.setPath("/");
            cookie.setMaxAge(YEAR);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        return Go.to(target.startsWith("/") && !target.startsWith("//") && !target.contains("\\") ? target : "/");
    }
}
