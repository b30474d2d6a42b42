package akashi.inquiry;

import akashi.confirmation.HitConfirmation;
import akashi.web.Page;
import java.util.List;

/** What a record says (内容照会の回答). */
record ContentPage(ContentAnswer.Shown shown, List<HitConfirmation> confirmations, ContentView view) implements Page {
    ContentPage {
        confirmations = List.copyOf(confirmations);
    }

    @Override
    public String template() {
        return "inquiry/content";
    }

    @Override
    public String title() {
        return "inquiry.content.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(shown.content().number());
    }
}
