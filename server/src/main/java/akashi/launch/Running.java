package akashi.launch;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Keeps a command in the foreground while the program runs. */
final class Running {
    private Running() {}

    /** Waits until the context is closed, by Ctrl-C or by a signal to stop. */
    static int untilStopped(ConfigurableApplicationContext context) {
        var closed = new CountDownLatch(1);
        context.addApplicationListener((ContextClosedEvent _) -> closed.countDown());
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
