package akashi.desk;

import akashi.inquiry.Answer;
import akashi.question.AskForm;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk: callers side by side, the chosen one's question, and the last answer with what to say.
 *
 * @param chosen the caller in front, null while nobody calls
 * @param fault message key of what was wrong with a call, or null
 */
record DeskPage(
        List<Caller> callers,
        @Nullable Chosen chosen,
        @Nullable String fault) implements Page {
    DeskPage {
        callers = List.copyOf(callers);
    }

    /**
     * The caller in front.
     *
     * @param name rank, name and unit as the organisation knows them, or an empty text
     * @param say what to read back, empty before an answer
     */
    record Chosen(
            Caller caller,
            String name,
            AskForm ask,
            @Nullable Answer answer,
            List<String> say) {
        Chosen {
            say = List.copyOf(say);
        }
    }

    boolean front(Caller caller) {
        return chosen != null && chosen.caller().seq() == caller.seq();
    }

    /** The caller so many places after the one in front, going round. */
    @Nullable Caller beside(int places) {
        if (chosen == null || callers.size() < 2) {
            return null;
        }
        for (int i = 0; i < callers.size(); i++) {
            if (front(callers.get(i))) {
                return callers.get(Math.floorMod(i + places, callers.size()));
            }
        }
        return null;
    }

    @Override
    public String template() {
        return "desk/desk";
    }

    @Override
    public String title() {
        return "desk.title";
    }

    @Override
    public int status() {
        return fault != null || (chosen != null && !chosen.ask().faults().isEmpty()) ? 422 : 200;
    }
}
