package akashi.web;

import java.util.List;

/**
 * A line the shell shows above every page.
 *
 * @param kind how it looks: {@code info}, {@code caution}, {@code hit} or {@code done}
 * @param message message key
 * @param args what the message is filled with
 */
public record Notice(String kind, String message, List<Object> args) {
    public Notice {
        args = List.copyOf(args);
    }

    public static Notice of(String kind, String message, Object... args) {
        return new Notice(kind, message, List.of(args));
    }
}
