package akashi.operation;

import akashi.definition.CodeList;
import akashi.web.Page;
import java.util.List;

/** One version of a code list (コード表). */
record CodeListPage(CodeList list, String name) implements Page {
    @Override
    public String template() {
        return "operation/codes";
    }

    @Override
    public String title() {
        return "operation.codes.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(name, list.ref().version());
    }
}
