package akashi.registration;

import akashi.document.Fault;
import akashi.web.Page;
import java.util.List;

/** Somebody else was faster, or the document is not in a state for this: nothing was changed, and which way is open. */
record StalePage(String messageKey, List<Object> args, String operation, String number) implements Page {
    StalePage {
        args = List.copyOf(args);
    }

    /** With a message about the document, by its number. */
    StalePage(String messageKey, String operation, String number) {
        this(messageKey, List.of(number), operation, number);
    }

    /** With what is wrong with what was typed. */
    static StalePage of(Fault fault, String operation, String number) {
        return new StalePage(fault.messageKey(), fault.args(), operation, number);
    }

    @Override
    public String template() {
        return "registration/stale";
    }

    @Override
    public String title() {
        return "registration.stale.title";
    }

    @Override
    public int status() {
        return 409;
    }
}
