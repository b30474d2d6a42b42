package akashi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class RetirementTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** An operation that goes away, and one that stays. */
    static final class Sample {
        @Retiring(since = "2026-12-01", sunset = "2028-12-01", successor = "/api/v2/things")
        public void goes() {}

        public void stays() {}
    }

    @Test
    void whatGoesAwaySaysSoWithEachAnswer() throws Exception {
        assertThat(asked("2027-01-01T00:00:00Z", "goes")).isTrue();

        assertThat(response.getHeader("Deprecation")).isEqualTo("@1796083200");
        assertThat(response.getHeader("Sunset")).isEqualTo("Fri, 01 Dec 2028 00:00:00 GMT");
        assertThat(response.getHeader("Link")).isEqualTo("</api/v2/things>; rel=\"successor-version\"");
    }

    @Test
    void whatIsGoneLeadsToWhatFollows() {
        assertThatThrownBy(() -> asked("2028-12-01T00:00:00Z", "goes"))
                .isInstanceOfSatisfying(ApiProblem.class, gone -> {
                    assertThat(gone.status()).isEqualTo(410);
                    assertThat(gone.name()).isEqualTo("retired");
                    assertThat(gone.members()).containsEntry("successor", "/api/v2/things");
                });
        assertThat(response.getHeader("Sunset")).isNotNull();
    }

    @Test
    void whatStaysSaysNothing() throws Exception {
        assertThat(asked("2027-01-01T00:00:00Z", "stays")).isTrue();

        assertThat(response.getHeaderNames()).isEmpty();
    }

    private boolean asked(String at, String operation) throws Exception {
        var handler = new HandlerMethod(new Sample(), Sample.class.getMethod(operation));
        return new Retirement(Clock.fixed(Instant.parse(at), ZoneOffset.UTC))
                .preHandle(new MockHttpServletRequest(), response, handler);
    }
}
