package akashi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request little patience with the database, before anything else asks it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestPatience extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = Patience.begin(Patience.REQUEST);
        try {
            chain.doFilter(request, response);
        } finally {
            Patience.end(before);
        }
    }
}
