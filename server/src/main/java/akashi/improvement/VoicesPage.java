package akashi.improvement;

import akashi.web.Page;
import java.util.List;

/** What waits for the viewer's answer, and what the viewer said. */
record VoicesPage(List<Row> mine, List<Row> ours, boolean answers) implements Page {
    VoicesPage {
        mine = List.copyOf(mine);
        ours = List.copyOf(ours);
    }

    record Row(Voice voice, String operationName, String unit) {}

    /** Class of the mark that shows a state. */
    static String tag(Voice.State state) {
        return switch (state) {
            case OPEN -> "tag tag-caution";
            case ANSWERED -> "tag tag-key";
            case DONE -> "tag tag-done";
        };
    }

    @Override
    public String template() {
        return "improvement/voices";
    }

    @Override
    public String title() {
        return "improvement.voices.title";
    }
}
