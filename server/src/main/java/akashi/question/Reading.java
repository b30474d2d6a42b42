package akashi.question;

import java.util.List;

/** What became of a form: a question that can be asked, or everything that is wrong with it at once. */
public sealed interface Reading {
    /** Complete. */
    record Understood(Inquiry inquiry) implements Reading {}

    /** Cannot be asked yet; the faults in the order of the form. */
    record Misread(List<InputFault> faults) implements Reading {
        public Misread {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing wrong, said so that it can be mended.
     *
     * @param field name of the form's field
     * @param messageKey key of a sentence; {@code args} fill its places
     */
    record InputFault(String field, String messageKey, List<Object> args) {
        public InputFault {
            args = List.copyOf(args);
        }
    }
}
