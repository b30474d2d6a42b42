package akashi.review;

import akashi.operation.OperationCode;
import akashi.operation.Operations;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample of {@code demo}: a golden question of the operation that the sample proposal changes (見本). */
@Component
@Profile("demo")
class SampleQuestion implements SmartLifecycle {
    private static final OperationCode WANTED = new OperationCode("wanted");

    private final GoldenSql questions;
    private final Operations operations;
    private final Clock clock;
    private volatile boolean running;

    SampleQuestion(GoldenSql questions, Operations operations, Clock clock) {
        this.questions = questions;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (questions.none(WANTED)) {
            keep();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the sample proposal, which is studied with it. */
    @Override
    public int getPhase() {
        return 2090;
    }

    private void keep() {
        operations.byCode(WANTED).ifPresent(version -> {
            long _ = questions.add(Golden.of(
                    WANTED,
                    new Golden.Asked(
                            "見本：氏名で見つかる",
                            version.definition().documents().getFirst().code(),
                            "suspect.written=見本 手配\nsuspect.kana=ミホン テハイ",
                            Golden.Kind.NAME,
                            "見本 手配"),
                    "990010",
                    clock.instant()));
        });
    }
}
