package akashi.terminal;

import akashi.web.Reply;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers what {@link TerminalDoor} refuses. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownTerminals {
    @ExceptionHandler(UnknownTerminal.class)
    Reply unknown() {
        return new UnknownPage();
    }
}
