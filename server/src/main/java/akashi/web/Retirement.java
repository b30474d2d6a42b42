package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Says of a {@link Retiring} operation that it goes away, and answers for it once it is gone. */
@Component
class Retirement implements HandlerInterceptor {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Map<Method, Optional<Retiring>> known = new ConcurrentHashMap<>();

    Retirement(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var retiring = handler instanceof HandlerMethod method ? of(method) : null;
        if (retiring == null) {
            return true;
        }
        var sunset = day(retiring.sunset());
        response.setHeader("Deprecation", "@" + day(retiring.since()).getEpochSecond());
        response.setHeader("Sunset", HTTP_DATE.format(sunset));
        response.setHeader("Link", "<" + retiring.successor() + ">; rel=\"successor-version\"");
        if (!clock.instant().isBefore(sunset)) {
            throw new ApiProblem(
                    410, "retired", List.of(retiring.successor()), Map.of("successor", retiring.successor()));
        }
        return true;
    }

    /** How this operation goes away; null where it stays. */
    private @Nullable Retiring of(HandlerMethod method) {
        return known.computeIfAbsent(method.getMethod(), _ -> Optional.ofNullable(found(method)))
                .orElse(null);
    }

    private static @Nullable Retiring found(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Retiring.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Retiring.class);
    }

    private static Instant day(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
