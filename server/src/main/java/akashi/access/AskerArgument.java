package akashi.access;

import akashi.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Asker} they take as a parameter; without one the request is refused. */
@Configuration(proxyBeanMethods = false)
class AskerArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private final Askers askers;

    AskerArgument(Askers askers) {
        this.askers = askers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asker.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("An asker belongs to a servlet request");
        }
        return askers.of(request)
                .orElseThrow(() -> request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                        ? new ApiProblem(403, "appointment")
                        : new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
