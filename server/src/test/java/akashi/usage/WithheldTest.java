package akashi.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class WithheldTest {
    private final Withheld<String> withheld =
            Withheld.of("指名手配", new Disclosure(1, List.of(new RecordRef("r", 1)), null));

    @Test
    void textRevealsNothing() {
        assertThat(withheld).hasToString("Withheld");
        assertThat(withheld.map(String::length)).hasToString("Withheld");
    }

    @Test
    void serialiserIsRefused() throws Exception {
        var json = new JsonMapper();
        assertThatThrownBy(() -> json.writeValueAsString(withheld)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> json.writeValueAsString(Map.of("answer", withheld)))
                .isInstanceOf(JacksonException.class);
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(withheld)).isInstanceOf(NotSerializableException.class);
        }
    }

    @Test
    void nothingPublicGivesTheValue() {
        assertThat(Arrays.stream(Withheld.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(method -> method.getName()))
                .containsExactlyInAnyOrder("of", "map", "and", "toString");
        assertThat(Withheld.class.getFields()).isEmpty();
    }

    @Test
    void functionsRunOnlyWhenItIsOpened() {
        var seen = new ArrayList<String>();
        var mapped = withheld.map(value -> {
            seen.add(value);
            return value;
        });
        assertThat(seen).isEmpty();
        assertThat(mapped.open()).isEqualTo("指名手配");
        assertThat(seen).containsExactly("指名手配");
    }

    @Test
    void twoTogetherDiscloseBoth() {
        var both = withheld.and(
                Withheld.of(2, new Disclosure(2, List.of(new RecordRef("s", 1)), Sha.of(new byte[1]))),
                (a, b) -> a + b);

        assertThat(both.disclosure().hits()).isEqualTo(3);
        assertThat(both.disclosure().records()).hasSize(2);
        assertThat(both.open()).isEqualTo("指名手配2");
    }
}
