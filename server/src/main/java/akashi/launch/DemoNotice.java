package akashi.launch;

import akashi.web.Notice;
import akashi.web.NoticeSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says on every page of the demo that nothing in it is real. */
@Component
@Profile("demo")
class DemoNotice implements NoticeSource {
    private static final List<Notice> NOTICE = List.of(Notice.of("caution", "launch.demo"));

    @Override
    public List<Notice> notices(HttpServletRequest request) {
        return NOTICE;
    }
}
