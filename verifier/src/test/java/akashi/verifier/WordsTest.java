package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.Verdict;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words ja = new Words("ja");
    private final Words en = new Words("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ja.all().stringPropertyNames()).isEqualTo(en.all().stringPropertyNames());
        for (String key : en.all().stringPropertyNames()) {
            assertThat(values(ja, key)).as(key).isEqualTo(values(en, key));
            assertThat(ja.sayOr(key, "")).as(key).isNotBlank();
        }
    }

    private static int values(Words words, String key) {
        return new MessageFormat(words.sayOr(key, ""), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    @Test
    void everyReasonAndStateHasItsWords() {
        Stream.of(Verdict.Reason.values())
                .forEach(reason -> assertThat(ja.say("reason." + reason.code())).isNotBlank());
        Stream.of(Fault.values())
                .forEach(fault -> assertThat(ja.say("fault." + fault.code())).isNotBlank());
        Stream.of(Verdict.PrivatePart.values())
                .forEach(part -> assertThat(ja.say("private." + part.name().toLowerCase(Locale.ROOT)))
                        .isNotBlank());
    }
}
