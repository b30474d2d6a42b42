package akashi.inventory;

import akashi.usage.Naming;
import akashi.web.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What both registers say in words, and what they take for a text that says something. */
@Component
record Words(Messages messages, Optional<Naming> naming) {
    static final String LOOK = "PROCEDURES";
    static final String KEEP = "PROCEDURE_KEEP";

    /** Whether somebody wrote something: three characters or more, and no more than fit. */
    static boolean written(String value, int longest) {
        int length = value.strip().length();
        return length >= 3 && length <= longest && value.indexOf('\0') < 0;
    }

    String person(String staff, Locale language) {
        var name = naming.map(names -> names.person(staff, language)).orElse("");
        return name.isEmpty() ? staff : name;
    }

    String unit(String code, Locale language) {
        return naming.map(names -> names.unit(code, language)).orElse(code);
    }

    String text(Locale language, String key) {
        return messages.text(language, key);
    }

    List<String> texts(Locale language, String... keys) {
        return Arrays.stream(keys).map(key -> messages.text(language, key)).toList();
    }

    /** Why something was not taken in; null where nothing was refused. */
    @Nullable String refusal(Locale language, @Nullable String error) {
        return error == null ? null : messages.text(language, "inventory.refused." + error);
    }
}
