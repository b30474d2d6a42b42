package akashi.improvement;

import akashi.web.Page;
import org.jspecify.annotations.Nullable;

/** What somebody said, with its answer or the form for it. */
record VoicePage(
        Voice voice,
        String operationName,
        String unit,
        String by,
        boolean mayAnswer,
        String text,
        @Nullable String error)
        implements Page {
    @Override
    public String template() {
        return "improvement/voice";
    }

    @Override
    public String title() {
        return "improvement.voice.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
