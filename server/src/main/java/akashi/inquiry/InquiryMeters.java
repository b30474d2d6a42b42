package akashi.inquiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts and times answers by kind and outcome; nothing of what was asked, and nobody who asked, is in a figure. */
@Component
class InquiryMeters {
    private final MeterRegistry registry;
    private final List<AnswerTimes> times;
    /** To find a timer by its tags each time costs more than to use it. */
    private final Map<Tags, Timer> timers = new ConcurrentHashMap<>();

    private record Tags(String kind, String answer) {}

    InquiryMeters(MeterRegistry registry, ObjectProvider<AnswerTimes> times) {
        this.registry = registry;
        this.times = times.stream().toList();
    }

    void answered(Answer answer) {
        timers.computeIfAbsent(new Tags(answer.inquiry().kind().word(), word(answer)), this::timer)
                .record(answer.searched().took());
        var asked = answer.findings().stream()
                .filter(finding -> !(finding instanceof Finding.Refused))
                .map(finding -> finding.operation().code())
                .toList();
        times.forEach(one -> one.answered(asked, answer.searched().took()));
    }

    private Timer timer(Tags tags) {
        return registry.timer("akashi.inquiry", "kind", tags.kind(), "answer", tags.answer());
    }

    /** The strongest of its findings; they stand strongest first. */
    private static String word(Answer answer) {
        return answer.findings().isEmpty()
                ? "NONE"
                : answer.findings().getFirst().word();
    }
}
