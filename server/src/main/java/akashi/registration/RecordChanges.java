package akashi.registration;

import akashi.access.Asker;
import org.springframework.stereotype.Service;

/** Every change of documents. */
@Service
public class RecordChanges {
    private final Entering entering;
    private final Deciding deciding;
    private final Lifecycle lifecycle;

    RecordChanges(Entering entering, Deciding deciding, Lifecycle lifecycle) {
        this.entering = entering;
        this.deciding = deciding;
        this.lifecycle = lifecycle;
    }

    /**
     * Decides, checks and makes a change: when it returns {@link ChangeOutcome.Done}, the change and its entry on the
     * ledger are committed together; with any other outcome nothing was changed. Refusals are recorded.
     */
    public ChangeOutcome make(Change change, Asker asker) {
        return switch (change) {
            case Change.Register register -> entering.register(register, asker);
            case Change.Correct correct -> entering.correct(correct, asker);
            case Change.Move move -> lifecycle.move(move, asker);
            case Change.End end -> lifecycle.end(end, asker);
            case Change.Confirm confirm -> deciding.confirm(confirm, asker);
            case Change.SendBack back -> deciding.sendBack(back, asker);
            case Change.Withdraw withdraw -> deciding.withdraw(withdraw, asker);
            case Change.Seal seal -> lifecycle.seal(seal, asker);
        };
    }
}
