package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class WholeTest {
    @Test
    void fewerRowsThanWereGivenAreRefusedBySayingSo() {
        assertThatNoException().isThrownBy(() -> Whole.stored("leaves", 3, 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> Whole.stored("leaves", 3, 2))
                .withMessage("Of 3 leaves 2 were stored");
    }
}
