package akashi.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts and times answers by kind and outcome; nothing of what was asked, and nobody who asked, is in a figure. */
@Component
class InquiryMeters {
    private final MeterRegistry registry;

    InquiryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Answer answer) {
        registry.timer("akashi.inquiry", "kind", answer.inquiry().kind().word(), "answer", word(answer))
                .record(answer.searched().took());
    }

    /** The strongest of its findings; they stand strongest first. */
    private static String word(Answer answer) {
        return answer.findings().isEmpty()
                ? "NONE"
                : answer.findings().getFirst().word();
    }
}
