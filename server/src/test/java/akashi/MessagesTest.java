package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text a person can meet exists in Japanese and in English. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern KEY = Pattern.compile("chrome\\.t\\(\"([a-z0-9.\\-]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("en").keySet()).isEqualTo(texts("ja").keySet());
    }

    @Test
    void bothLanguagesAreFilledWithTheSame() throws IOException {
        var english = texts("en");
        var unlike = new ArrayList<String>();
        texts("ja").forEach((key, text) -> {
            if (!places(text).equals(places(english.getOrDefault(key, "")))) {
                unlike.add(key);
            }
        });
        assertThat(unlike).as("messages whose languages name other places").isEmpty();
    }

    /** A key that stands twice in a file silently loses its first text. */
    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        var twice = new TreeSet<String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.toList()) {
                var seen = new TreeSet<String>();
                for (var line : Files.readAllLines(file)) {
                    int end = line.indexOf('=');
                    if (end > 0
                            && !line.startsWith("#")
                            && !seen.add(line.substring(0, end).strip())) {
                        twice.add(file.getFileName() + ": " + line.substring(0, end));
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyTextIsAWellFormedPattern() throws IOException {
        for (var language : new String[] {"ja", "en"}) {
            texts(language)
                    .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.of(language)).toPattern())
                            .as(key)
                            .isNotNull());
        }
    }

    @Test
    void everyKeyOfATemplateHasAText() throws IOException {
        var known = texts("ja").keySet();
        var missing = new TreeSet<String>();
        try (var templates = Files.walk(TEMPLATES)) {
            for (var template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                var keys = KEY.matcher(Files.readString(template));
                while (keys.find()) {
                    if (!known.contains(keys.group(1))) {
                        missing.add(template + ": " + keys.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        var found = PLACE.matcher(text);
        while (found.find()) {
            places.add(found.group(1));
        }
        return places;
    }

    private static Map<String, String> texts(String language) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.filter(path -> path.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        }
        return texts;
    }
}
