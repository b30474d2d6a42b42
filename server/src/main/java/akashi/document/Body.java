package akashi.document;

import java.util.List;

/** What a document says with the cautions on it. */
public record Body(Values values, List<CautionNote> cautions) {
    public Body {
        cautions = List.copyOf(cautions);
    }
}
