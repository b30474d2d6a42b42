package akashi.web;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request waits for a silent database for three seconds; whatever else uses the same connections does not. */
@ModuleTest
class PatienceTest {
    private static final int REQUEST = (int) Patience.REQUEST.toMillis();
    private static final int LONGER = (int) Patience.LONGER.toMillis();

    private final DataSource source;
    private final RequestPatience filter;

    PatienceTest(DataSource source, RequestPatience filter) {
        this.source = source;
        this.filter = filter;
    }

    private int waits() {
        try (var connection = source.getConnection()) {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRequestHasLittlePatienceAndItsLongStepsHaveMuch() throws Exception {
        var background = waits();
        var asked = new AtomicInteger();
        var inside = new AtomicInteger();
        var after = new AtomicInteger();
        var chain = new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response) {
                asked.set(waits());
                inside.set(Patience.longer(PatienceTest.this::waits));
                after.set(waits());
            }
        };

        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);

        assertThat(background).isGreaterThan(REQUEST);
        assertThat(asked).hasValue(REQUEST);
        assertThat(inside).hasValue(LONGER);
        assertThat(after).hasValue(REQUEST);
        assertThat(waits()).as("the limit ends with the request").isEqualTo(background);
        assertThat(Patience.longer(this::waits)).isEqualTo(LONGER);
    }
}
