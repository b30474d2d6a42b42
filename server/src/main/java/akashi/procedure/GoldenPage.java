package akashi.procedure;

import akashi.operation.DocumentType;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The golden questions of an operation. */
record GoldenPage(
        String code,
        String operation,
        List<Golden> questions,
        List<DocumentType> documents,
        boolean mine,
        @Nullable String error)
        implements Page {
    GoldenPage {
        questions = List.copyOf(questions);
        documents = List.copyOf(documents);
    }

    @Override
    public String template() {
        return "procedure/golden";
    }

    @Override
    public String title() {
        return "procedure.golden.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(operation);
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
