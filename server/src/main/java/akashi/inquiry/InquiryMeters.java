package akashi.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts and times answers by kind and outcome; nothing of what was asked, and nobody who asked, is in a figure. */
@Component
class InquiryMeters {
    private final MeterRegistry registry;
    private final ObjectProvider<AnswerTimes> times;

    InquiryMeters(MeterRegistry registry, ObjectProvider<AnswerTimes> times) {
        this.registry = registry;
        this.times = times;
    }

    void answered(Answer answer) {
        registry.timer("akashi.inquiry", "kind", answer.inquiry().kind().word(), "answer", word(answer))
                .record(answer.searched().took());
        var asked = answer.findings().stream()
                .filter(finding -> !(finding instanceof Finding.Refused))
                .map(finding -> finding.operation().code())
                .toList();
        times.forEach(one -> one.answered(asked, answer.searched().took()));
    }

    /** The strongest of its findings; they stand strongest first. */
    private static String word(Answer answer) {
        return answer.findings().isEmpty()
                ? "NONE"
                : answer.findings().getFirst().word();
    }
}
