package akashi.emergency;

import akashi.access.Visitors;
import akashi.calendar.JapaneseDates;
import akashi.web.Notice;
import akashi.web.NoticeSource;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says on every page that an opening is running, or that one is not written up. */
@Component
class EmergencyBanner implements NoticeSource {
    private final Visitors visitors;
    private final OpenGlasses glasses;
    private final Clock clock;

    EmergencyBanner(Visitors visitors, OpenGlasses glasses, Clock clock) {
        this.visitors = visitors;
        this.glasses = glasses;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices(HttpServletRequest request) {
        var now = clock.instant();
        return visitors.of(request)
                .map(asker -> glasses.of(asker.personId()).stream()
                        .map(glass -> glass.open(now)
                                ? Notice.of(
                                        "hit",
                                        "emergency.banner.open",
                                        glass.paper(),
                                        JapaneseDates.time(glass.until()).substring(0, 5))
                                : Notice.of("caution", "emergency.banner.write", glass.paper()))
                        .toList())
                .orElse(List.of());
    }
}
