package akashi.notice;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a rule is written.
 *
 * @param id null for a new one
 */
record RuleFormPage(
        RuleForm form, String operationName, @Nullable Long id, int version) implements Page {
    List<Section> sections() {
        return Section.all();
    }

    @Override
    public String template() {
        return "notice/ruleform";
    }

    @Override
    public String title() {
        return id == null ? "notice.rule.new" : "notice.rule.change";
    }

    @Override
    public int status() {
        return form.faults().isEmpty() ? 200 : 422;
    }
}
