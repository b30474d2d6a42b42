package akashi.retention;

import akashi.usage.Naming;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says staff numbers as people, as far as somebody has them today. */
record People(@Nullable Naming naming, Locale language) {
    String say(String staffNumber) {
        var name = naming == null ? "" : naming.person(staffNumber, language);
        if (name.isEmpty()) {
            return staffNumber;
        }
        return language.getLanguage().equals("ja") ? name + "（" + staffNumber + "）" : name + " (" + staffNumber + ")";
    }
}
