package akashi.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** The texts shown, in Japanese or English. */
final class Words {
    private final Properties texts = new Properties();
    private final Locale locale;

    Words(String lang) {
        locale = Locale.of(lang);
        try (InputStream file = Words.class.getResourceAsStream("words_" + lang + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("The texts in " + lang + " must be in the jar");
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language asked for, otherwise that of the environment: Japanese, unless it names another one.
     *
     * @param lang {@code ja}, {@code en} or empty
     */
    static Words of(String lang, Map<String, String> environment) {
        if (!lang.isEmpty()) {
            return new Words(lang);
        }
        String setting = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        boolean unset = setting.isEmpty() || setting.equals("POSIX") || setting.equals("C") || setting.startsWith("C.");
        return new Words(unset || setting.startsWith("ja") ? "ja" : "en");
    }

    /** The text of that key, with values filled in as they are. */
    String say(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("There must be a text for " + key);
        }
        return new MessageFormat(text, locale).format(values);
    }

    /** The text of that key, or the other text where there is none: for codes that a site may add to. */
    String sayOr(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    Properties all() {
        return texts;
    }

    /**
     * Text out of a file, safe to print: control characters, and those that turn the direction of writing, are shown as
     * a box.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            plain.appendCodePoint(hidden ? '□' : c);
        });
        return plain.toString();
    }
}
