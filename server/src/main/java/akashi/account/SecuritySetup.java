package akashi.account;

import akashi.tlog.WitnessDoor;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The outer door: everything needs a session but the sign-in page, the opening of an account by a code, what they are
 * drawn with, the question whether the server is alive, checkpoints of other hosts to be witnessed, and the figures and
 * what witnesses read of the log, which need tokens instead. What somebody may do behind the door is decided by
 * {@code access}, never here.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecuritySetup {
    /** Nothing but our own files, nothing inline, no frames, forms only to ourselves. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] OPEN = {
        "/sign-in",
        "/first",
        "/open",
        "/language",
        "/css/**",
        "/js/**",
        "/img/**",
        "/favicon.ico",
        "/error",
        "/actuator/health/**",
        "/add-checkpoint",
        "/api/v1/session"
    };

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /**
     * There is one way to sign in, {@link Accounts}; Spring Security is given none of its own, and so makes up no
     * default user.
     */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return _ -> {
            throw new ProviderNotFoundException("Signing in goes through accounts only");
        };
    }

    /**
     * The request as a whole is observed by Spring MVC; an observation of each of these filters would cost a tenth of
     * an inquiry and tell nothing more.
     */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            Sessions sessions,
            Accounts accounts,
            RequestDevices devices,
            LostSessions lostSessions,
            MetricsDoor metrics,
            WitnessDoor witnesses,
            CsrfTokenRepository csrfTokens) {
        var signInByApi = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/session");
        var witness = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/add-checkpoint");
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**")
                        .access(metrics.rule())
                        .requestMatchers("/log/*/*/tile/entries/**")
                        .authenticated()
                        .requestMatchers("/log/**")
                        .access(AuthorizationManagers.anyOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                (_, context) -> new AuthorizationDecision(witnesses.opens(context.getRequest()))))
                        .anyRequest()
                        .authenticated())
                // The API's sign-in takes JSON only, which no foreign page's form can send. A checkpoint may come from
                // anybody: its log's signature counts, whoever brings it.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(signInByApi, witness))
                .exceptionHandling(
                        refused -> refused.accessDeniedHandler(lostSessions).authenticationEntryPoint(lostSessions))
                .addFilterBefore(new SessionGuard(sessions, accounts, devices), CsrfFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"))
                        .crossOriginOpenerPolicy(opener -> {})
                        .crossOriginResourcePolicy(resource -> {}))
                .requestCache(cache -> cache.disable())
                .servletApi(api -> api.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .build();
    }
}
