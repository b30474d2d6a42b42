package akashi.account;

import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.Unit;
import akashi.usage.Actor;
import akashi.usage.LedgerUnavailable;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts (利用者ID) of people: opening, signing in, changing the password, closing. Each is a use on the ledger. */
@Service
public class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final AccountSql sql;
    private final Passwords passwords;
    private final Lockouts lockouts;
    private final Standing standing;
    private final Organization organization;
    private final Ledger ledger;
    private final Sessions sessions;

    Accounts(
            AccountSql sql,
            Passwords passwords,
            Lockouts lockouts,
            Standing standing,
            Organization organization,
            Ledger ledger,
            Sessions sessions) {
        this.sql = sql;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.standing = standing;
        this.organization = organization;
        this.ledger = ledger;
        this.sessions = sessions;
    }

    /** How accounts change: in one transaction with the entry on the ledger and whatever ends with an account. */
    @Service
    record Ledger(
            UsageLog usage, TransactionTemplate transaction, Clock clock, ObjectProvider<EndsWithAccount> others) {
        /** As precise as the database keeps it, so that what is stored and what is compared are the same instant. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        /** Within the transaction of a change. */
        void endOthers(PersonId person) {
            others.orderedStream().forEach(other -> other.closing(person, now()));
        }

        void change(Runnable change, Use use) {
            transaction.executeWithoutResult(_ -> {
                change.run();
                var _ = usage.record(use);
            });
        }
    }

    /**
     * Opens an account with a first password, or opens a closed one again. Sessions opened before have ended when this
     * returns. The caller answers for who the person is; the demo's sample loader and {@code setup} do.
     */
    public void open(PersonId person, String password) {
        var encoded = passwords.encode(password);
        var use = Use.of("ACCOUNT_OPEN", Actor.system("account"))
                .stating("person", person.value().toString());
        ledger.change(
                () -> {
                    sql.open(person, encoded, ledger.now());
                    sql.nextGeneration();
                },
                use);
        standing.refresh();
    }

    /**
     * Closes an account (利用停止) on a paper; a running session ends with its next request. Closing a closed one changes
     * nothing.
     */
    public void close(PersonId person, String paper, Actor by) {
        close(person, paper, Use.of("ACCOUNT_CLOSE", by));
    }

    /** The same, as a use that was decided; whatever must not outlast the account ends with it. */
    public void close(PersonId person, String paper, Use use) {
        ledger.change(
                () -> {
                    ledger.endOthers(person);
                    if (sql.close(person, ledger.now())) {
                        sql.nextGeneration();
                    }
                },
                use.stating("person", person.value().toString()).stating("paper", paper));
        standing.refresh();
    }

    /** Whether this person has an account that is open. */
    public boolean has(PersonId person) {
        return sql.account(person).filter(row -> row.closedAt() == null).isPresent();
    }

    /**
     * Moves the session of this request to another terminal, where people choose their terminal (demo). Without one,
     * nothing happens.
     */
    public void move(Device to, HttpServletRequest request, HttpServletResponse response) {
        SignedIn.current().ifPresent(signedIn -> {
            var moved = new SignedIn(
                    signedIn.person(), signedIn.staffNumber(), signedIn.sessionRef(), to.number(), signedIn.since());
            var _ = ledger.usage()
                    .seal(Use.of("TERMINAL_CHANGE", actor(moved, "page")).stating("from", signedIn.device()));
            sessions.open(moved, request, response);
        });
    }

    /**
     * Checks who somebody is. Attempts are counted before they are checked, so any number of them side by side still
     * locks; an unknown number takes as long and is answered as a wrong password is.
     */
    SignInOutcome signIn(Attempt attempt) {
        var charge = lockouts.charge(attempt);
        if (charge.refused() != null) {
            ledger.usage().sealLimited(failure(attempt, "LOCKED"), attempt.source(), REPEATS);
            return new SignInOutcome.Locked(charge.refused());
        }
        var person = organization.roster().byStaffNumber(attempt.staffNumber());
        var row = person.flatMap(found -> sql.account(found.id()));
        if (!passwords.matches(row.map(AccountSql.Row::password).orElse(null), attempt.password())
                || person.isEmpty()) {
            return failed(attempt, charge);
        }
        if (row.filter(account -> account.closedAt() == null).isEmpty()
                || !standing.onDuty(person.get().id())) {
            ledger.usage().sealLimited(failure(attempt, "BARRED"), attempt.source(), REPEATS);
            return new SignInOutcome.Barred();
        }
        return welcome(attempt, person.get());
    }

    /** Changes the password of somebody who knows the current one. Every other session of the person ends. */
    PasswordOutcome changePassword(SignedIn signedIn, Attempt attempt, String next) {
        var charge = lockouts.charge(attempt);
        var row = sql.account(signedIn.person());
        if (charge.refused() != null
                || row.isEmpty()
                || !passwords.matches(row.get().password(), attempt.password())) {
            ledger.usage().sealLimited(failure(attempt, "PASSWORD"), attempt.source(), REPEATS);
            return new PasswordOutcome.Wrong();
        }
        var weak = passwords.weaknesses(next, signedIn.staffNumber());
        if (next.equals(attempt.password())) {
            weak.add("account.password.same");
        }
        if (!weak.isEmpty()) {
            ledger.transaction().executeWithoutResult(_ -> lockouts.clear(attempt));
            return new PasswordOutcome.Weak(weak);
        }
        return changed(signedIn, attempt, row.get(), passwords.encode(next));
    }

    /** Records that somebody signed out. */
    void signedOut(SignedIn signedIn, String channel) {
        var _ = ledger.usage()
                .seal(Use.of("SIGN_OUT", actor(signedIn, channel)).stating("session", signedIn.sessionRef()));
    }

    /**
     * Records that a session was ended for somebody: its time was over, the person was barred, the terminal changed.
     * The session has ended whatever becomes of the entry; when the ledger cannot be written, nothing else can be done
     * with the server anyway.
     */
    void sessionEnded(SignedIn signedIn, Sessions.End end, String channel) {
        var use = Use.of("SESSION_END", actor(signedIn, channel))
                .stating("session", signedIn.sessionRef())
                .stating("reason", end.name());
        try {
            ledger.usage().sealLimited(use, signedIn.staffNumber(), REPEATS);
        } catch (LedgerUnavailable e) {
            LOG.warn("The end of a session could not be recorded: {}", e.getMessage());
        }
    }

    private PasswordOutcome changed(SignedIn signedIn, Attempt attempt, AccountSql.Row row, String encoded) {
        var at = ledger.now();
        var again =
                new SignedIn(signedIn.person(), signedIn.staffNumber(), Sessions.newReference(), signedIn.device(), at);
        ledger.change(
                () -> {
                    if (!sql.changePassword(signedIn.person(), row.password(), encoded, at)) {
                        throw new IllegalStateException("The password was changed by somebody else in the same moment");
                    }
                    sql.nextGeneration();
                    lockouts.clear(attempt);
                },
                Use.of("PASSWORD_CHANGE", actor(signedIn, attempt.channel())));
        standing.refresh();
        return new PasswordOutcome.Changed(again);
    }

    private SignInOutcome failed(Attempt attempt, Charge charge) {
        ledger.usage().sealLimited(failure(attempt, "WRONG"), attempt.source(), REPEATS);
        if (charge.reached() == null) {
            return new SignInOutcome.Wrong();
        }
        var _ = ledger.usage()
                .seal(failure(attempt, "LOCKOUT")
                        .stating("until", charge.reached().toString()));
        return new SignInOutcome.Locked(charge.reached());
    }

    private SignInOutcome welcome(Attempt attempt, Person person) {
        var signedIn = new SignedIn(
                person.id(),
                person.staffNumber(),
                Sessions.newReference(),
                attempt.device().number(),
                ledger.now());
        ledger.change(
                () -> lockouts.clear(attempt),
                Use.of("SIGN_IN", actor(signedIn, attempt.channel())).stating("session", signedIn.sessionRef()));
        return new SignInOutcome.Welcome(signedIn);
    }

    /**
     * A failure has no proven actor; the number typed is private, for it may be a password typed into the wrong field.
     */
    static Use failure(Attempt attempt, String what) {
        var act = what.equals("LOCKOUT") ? "LOCKOUT" : "SIGN_IN_FAILURE";
        return Use.of(act, new Actor("-", "-", "", "", attempt.device().number(), attempt.channel()))
                .stating("reason", what)
                .noting(attempt.counted());
    }

    private Actor actor(SignedIn signedIn, String channel) {
        var roster = organization.roster();
        var held = roster.principalOf(signedIn.person());
        return new Actor(
                signedIn.staffNumber(),
                signedIn.person().value().toString(),
                held.flatMap(found -> roster.post(found.post())).map(Post::code).orElse(""),
                held.flatMap(found -> roster.unit(found.unit())).map(Unit::code).orElse(""),
                signedIn.device(),
                channel);
    }
}
