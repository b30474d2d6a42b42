package akashi.review;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The golden questions of an operation. */
record GoldenPage(
        String code,
        String operation,
        List<Row> questions,
        List<Choice> documents,
        boolean mine,
        @Nullable String error)
        implements Page {
    GoldenPage {
        questions = List.copyOf(questions);
        documents = List.copyOf(documents);
    }

    record Row(Golden golden, String document, List<Said> says) {
        Row {
            says = List.copyOf(says);
        }
    }

    /** What the made-up record says in a field, which is named as people know it. */
    record Said(String label, String value) {}

    /** A document to choose, with what its fields are called. */
    record Choice(String code, String name, List<String> labels) {
        Choice {
            labels = List.copyOf(labels);
        }
    }

    @Override
    public String template() {
        return "review/golden";
    }

    @Override
    public String title() {
        return "review.golden.title";
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
