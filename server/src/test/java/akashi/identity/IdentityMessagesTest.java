package akashi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.writing.Rule;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityMessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(identity\\.[A-Za-z.]*[A-Za-z])\"");

    @Test
    void bothLanguagesHaveTheSameKeys() throws Exception {
        assertThat(texts("ja").stringPropertyNames()).isEqualTo(texts("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void everyKeyTheCodeUsesIsThere(String language) throws Exception {
        var keys = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/java/akashi/identity"))) {
            for (var file : files.toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        Arrays.stream(Rule.values()).forEach(rule -> {
            keys.add("identity.rule." + rule.label());
            keys.add("identity.match." + rule.label());
        });
        Arrays.stream(KeyKind.values())
                .forEach(kind -> keys.add("identity.part." + kind.name().toLowerCase(Locale.ROOT)));
        Arrays.stream(Grade.values())
                .forEach(grade -> keys.add("identity.grade." + grade.name().toLowerCase(Locale.ROOT)));
        for (String what :
                "same day-unknown month-unknown year-unknown swapped other-era one-digit different".split(" ", -1)) {
            keys.add("identity.match.birth." + what);
        }
        assertThat(keys).hasSizeGreaterThan(100);
        assertThat(texts(language).stringPropertyNames()).containsAll(keys);
    }

    @Test
    void aRefusalReadsAsASentenceWithItsExample() throws Exception {
        assertThat(said("ja", Plate.parse("青森 330 12-34"))).isEqualTo("ナンバーの平仮名がありません。例: 青森 330 さ 12-34");
        assertThat(said("ja", PartialDate.parse("昭和64年1月8日")))
                .isEqualTo("「昭和64年1月8日」という日はありません。その元号の最後の日は昭和64年1月7日（1989-01-07）です。平成元年1月8日（1989-01-08）と入力してください。");
        assertThat(said("ja", PartialDate.parse("令和7年2月30日"))).isEqualTo("「令和7年2月30日」という日はありません。この年の2月は28日までです。");
        assertThat(said("en", LicenceNumber.parse("123")))
                .isEqualTo("A licence number has twelve digits (3 were entered). Example: 2012 3456 7890");
    }

    private static String said(String language, Parsed<?> parsed) throws Exception {
        var pattern = Objects.requireNonNull(texts(language).getProperty(Read.bad(parsed)));
        return MessageFormat.format(pattern, Read.args(parsed).toArray());
    }

    private static Properties texts(String language) throws Exception {
        var properties = new Properties();
        try (var stream = IdentityMessagesTest.class.getResourceAsStream(
                        "/messages/identity_" + language + ".properties");
                var reader = new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
