package akashi.review;

import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What fields and their parts are called by people, instead of by their names in the definition. Pure. */
final class Inputs {
    private Inputs() {}

    /** The inputs that say something in words: all but attachments. */
    static List<String> of(DocumentType type) {
        return type.fields().stream()
                .filter(field -> !field.type().isAttachment())
                .flatMap(field -> field.inputs().stream())
                .toList();
    }

    /** The label of an input, with that of its part; its name where the document does not know it. */
    static String label(DocumentType type, String input, Messages messages, Locale language) {
        return type.fields().stream()
                .filter(field -> field.inputs().contains(input))
                .findFirst()
                .map(field -> label(field, input, messages, language))
                .orElse(input);
    }

    private static String label(Field field, String input, Messages messages, Locale language) {
        var label = field.label().in(language.getLanguage());
        if (field.type().parts().isEmpty()) {
            return label;
        }
        var part = input.substring(field.name().length() + 1);
        var key = "operation.part." + field.type().name().toLowerCase(Locale.ROOT) + "." + part;
        var said = messages.text(language, key);
        return said.equals(label) ? label : label + (language.getLanguage().equals("en") ? ", " : "・") + said;
    }

    /** The input somebody means by its label in either language, or by its name. */
    static Optional<String> called(DocumentType type, String said, Messages messages) {
        return type.fields().stream()
                .flatMap(field -> field.inputs().stream())
                .filter(input -> input.equals(said)
                        || label(type, input, messages, Locale.JAPANESE).equals(said)
                        || label(type, input, messages, Locale.ENGLISH).equalsIgnoreCase(said))
                .findFirst();
    }
}
