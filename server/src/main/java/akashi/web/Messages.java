package akashi.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text a person sees, in Japanese and English, from {@code messages/<module>_<language>.properties} (UTF-8).
 * Values are {@link MessageFormat} patterns when they are filled with something, plain text otherwise.
 */
@Component
public final class Messages {
    private static final Set<String> LANGUAGES = Set.of("ja", "en");

    private final Map<String, Map<String, String>> byLanguage;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Messages() {
        this.byLanguage = Map.of("ja", load("ja"), "en", load("en"));
    }

    /** The languages spoken, as ISO codes. */
    public static Set<String> languages() {
        return LANGUAGES;
    }

    /** All keys known in a language. */
    public Set<String> keys(String language) {
        return new TreeSet<>(texts(language).keySet());
    }

    /** Whether the language has this key. */
    public boolean has(Locale language, String key) {
        return texts(language.getLanguage()).containsKey(key);
    }

    /**
     * The text of a key, filled with the arguments. An unknown key is shown as itself between brackets, so that a page
     * with a forgotten text still works and the fault is seen; a test keeps the files complete.
     */
    public String text(Locale language, String key, Object... args) {
        var text = texts(language.getLanguage()).get(key);
        if (text == null) {
            return "[" + key + "]";
        }
        if (args.length == 0) {
            return text;
        }
        var format =
                formats.computeIfAbsent(language.getLanguage() + ' ' + key, _ -> new MessageFormat(text, language));
        return ((MessageFormat) format.clone()).format(args);
    }

    private Map<String, String> texts(String language) {
        var texts = byLanguage.get(language);
        return texts == null ? byLanguage.getOrDefault("ja", Map.of()) : texts;
    }

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver(Messages.class.getClassLoader())
                    .getResources("classpath*:messages/*_" + language + ".properties");
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (var name : properties.stringPropertyNames()) {
                    var earlier = all.put(name, properties.getProperty(name));
                    if (earlier != null) {
                        throw new IllegalStateException(
                                "Message " + name + " stands in two files, one of them " + file);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The messages of language " + language + " cannot be read", e);
        }
        return Map.copyOf(all);
    }
}
