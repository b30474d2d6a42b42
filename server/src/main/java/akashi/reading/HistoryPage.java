package akashi.reading;

import akashi.document.Head;
import akashi.document.Names;
import akashi.document.Step;
import akashi.document.Values;
import akashi.document.Wording;
import akashi.operation.DocumentType;
import akashi.operation.Ending;
import akashi.operation.Field;
import akashi.operation.State;
import akashi.web.Chrome;
import akashi.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document's life, newest step first, each with what it changed in words. */
record HistoryPage(DocumentReading.History history, Why why, Wording wording, Names names) implements Page {
    /** One field before and after. */
    record Difference(Field field, String before, String after) {}

    @Override
    public String template() {
        return "reading/history";
    }

    @Override
    public String title() {
        return "reading.history.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(head().number());
    }

    Head head() {
        return history.document().head();
    }

    DocumentType type() {
        return history.document().type();
    }

    List<Step> newestFirst() {
        return history.steps().reversed();
    }

    String path() {
        return RecordPaths.of(head().operation(), head().number());
    }

    String state(String code, Chrome chrome) {
        return type().state(code)
                .map(State::label)
                .map(l -> l.in(chrome.lang()))
                .orElse(code);
    }

    String ending(Step step, Chrome chrome) {
        return Optional.ofNullable(step.ending())
                .flatMap(type()::ending)
                .map(Ending::label)
                .map(l -> l.in(chrome.lang()))
                .orElse("");
    }

    /** What this step says otherwise than the step before it. */
    List<Difference> differences(Step step, Chrome chrome) {
        List<Difference> found = new ArrayList<>();
        Values before = history.steps().stream()
                .filter(s -> s.version() == step.version() - 1)
                .map(s -> s.body().values())
                .findFirst()
                .orElse(Values.EMPTY);
        for (Field field : type().fields()) {
            boolean same = field.inputs().stream()
                    .allMatch(input ->
                            before.all(input).equals(step.body().values().all(input)));
            if (!same) {
                found.add(new Difference(
                        field,
                        said(field, before, chrome),
                        said(field, step.body().values(), chrome)));
            }
        }
        return found;
    }

    private String said(Field field, Values values, Chrome chrome) {
        if (field.type().isAttachment()) {
            int files = values.all(field.name()).size();
            return files == 0 ? "" : chrome.t("reading.history.files", files);
        }
        return wording.line(field, values, chrome.lang());
    }
}
