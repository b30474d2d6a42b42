package akashi.account;

import akashi.organization.Organization;
import akashi.organization.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether accounts are open and their people on duty, from memory; asked with every request. */
@Component
public class Standing {
    private final Organization organization;
    private final Snapshot<Map<PersonId, State>> states;

    Standing(Organization organization, AccountSql sql) {
        this.organization = organization;
        this.states = new Snapshot<>(sql::generation, () -> read(sql));
    }

    private record State(Instant sessionsFrom, @Nullable Instant closedAt) {}

    /** Whether a session of this person, opened when it was, still holds. */
    boolean holds(SignedIn signedIn) {
        var state = states.get().get(signedIn.person());
        return state != null
                && state.closedAt() == null
                && !signedIn.since().isBefore(state.sessionsFrom())
                && onDuty(signedIn.person());
    }

    /** How the account of this person stands. */
    public AccountState state(PersonId person) {
        var state = states.get().get(person);
        if (state == null) {
            return AccountState.NONE;
        }
        return state.closedAt() == null ? AccountState.OPEN : AccountState.CLOSED;
    }

    /** Whether nobody has or had an account. */
    public boolean nobody() {
        return states.get().isEmpty();
    }

    /** Whether this person is on duty today (休職・停職・出向 are not). */
    public boolean onDuty(PersonId person) {
        return organization
                .roster()
                .person(person)
                .filter(found -> found.duty().mayAct())
                .isPresent();
    }

    /** Reads the accounts anew, after a change on this node. */
    void refresh() {
        states.refresh();
    }

    /** Notices changes made on other nodes. */
    @Scheduled(fixedDelay = 1_000)
    void poll() {
        states.poll();
    }

    private static Map<PersonId, State> read(AccountSql sql) {
        var read = new HashMap<PersonId, State>();
        for (var row : sql.accounts()) {
            read.put(row.person(), new State(row.sessionsFrom(), row.closedAt()));
        }
        return Map.copyOf(read);
    }
}
