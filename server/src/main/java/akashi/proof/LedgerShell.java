package akashi.proof;

import akashi.usage.LedgerState;
import akashi.usage.UsageLog;
import akashi.web.FooterSource;
import akashi.web.Notice;
import akashi.web.NoticeSource;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What every page says about the ledger: its size and signature at the foot, and a line above while it cannot write.
 */
@Component
class LedgerShell implements FooterSource, NoticeSource {
    private final UsageLog log;
    private final Clock clock;

    LedgerShell(UsageLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Notice footer() {
        LedgerState state = log.state();
        if (state.signed() == null) {
            return Notice.of("info", "proof.foot.unsigned", state.size());
        }
        long seconds =
                Math.max(0, Duration.between(state.signed(), clock.instant()).toSeconds());
        return seconds < 120
                ? Notice.of("info", "proof.foot.seconds", state.size(), seconds)
                : Notice.of("info", "proof.foot.minutes", state.size(), seconds / 60);
    }

    @Override
    public List<Notice> notices(HttpServletRequest request) {
        LedgerState state = log.state();
        if (!state.writing()) {
            return List.of(Notice.of("caution", "proof.stopped"));
        }
        return switch (state.watched().state()) {
            case UNWATCHED, FRESH -> List.of();
            case LATE -> List.of(Notice.of("caution", "proof.watch.late"));
            case STOPPED -> List.of(Notice.of("caution", "proof.watch.stopped"));
        };
    }
}
