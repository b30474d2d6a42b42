package akashi.confirmation;

import akashi.web.Page;
import java.util.List;

/** What the unit has to answer, and what one asked oneself (手配の確認). */
record QueuePage(List<ConfirmationView> queue, List<ConfirmationView> asked) implements Page {
    QueuePage {
        queue = List.copyOf(queue);
        asked = List.copyOf(asked);
    }

    @Override
    public String template() {
        return "confirmation/queue";
    }

    @Override
    public String title() {
        return "confirmation.queue.title";
    }
}
