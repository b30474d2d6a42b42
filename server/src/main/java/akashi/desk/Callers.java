package akashi.desk;

import akashi.access.Asker;
import akashi.organization.Organization;
import akashi.question.InquiryForm;
import akashi.question.Requester;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, keeps and closes callers. Opening, calling back and closing are changes, each with its entry on the ledger.
 */
@Service
class Callers {
    private static final String OPENED = "CALLER_OPENED";
    private static final String CALLED_BACK = "CALLER_CALLED_BACK";
    private static final String CLOSED = "CALLER_CLOSED";
    private static final int LONGEST = 40;
    private static final int MOST_OPEN = 12;

    private final CallerSql sql;
    private final UsageLog log;
    private final Organization organization;
    private final Clock clock;

    Callers(CallerSql sql, UsageLog log, Organization organization, Clock clock) {
        this.sql = sql;
        this.log = log;
        this.organization = organization;
        this.clock = clock;
    }

    /** What became of a call taken. */
    sealed interface Taken {
        /** Open. */
        record Open(Caller caller) implements Taken {}

        /** Not taken; the message says why. */
        record Wrong(String messageKey) implements Taken {}
    }

    List<Caller> open(Asker operator) {
        return sql.open(id(operator));
    }

    /** A caller the operator has open; empty for every other number. */
    Optional<Caller> find(Asker operator, long seq) {
        return sql.find(id(operator), seq);
    }

    /** Takes a call: by staff number, call sign, or both. */
    @Transactional
    Taken take(Asker operator, Caller.Who who, Requester.Channel channel, String extension) {
        if (who.staffNumber().isEmpty() && who.callSign().isEmpty()) {
            return new Taken.Wrong("inquiry.fault.requester");
        }
        if (who.callSign().length() > LONGEST || extension.length() > LONGEST || !plain(who.callSign() + extension)) {
            return new Taken.Wrong("inquiry.fault.call-sign");
        }
        var unit = unit(who.staffNumber());
        if (unit == null) {
            return new Taken.Wrong("inquiry.fault.staff-number");
        }
        if (sql.open(id(operator)).size() >= MOST_OPEN) {
            return new Taken.Wrong("desk.fault.too-many");
        }
        var caller = new Caller(
                0,
                new Caller.Who(who.staffNumber(), who.callSign(), unit),
                channel,
                extension,
                null,
                new Caller.Reason("", null),
                clock.instant(),
                null);
        var seq = sql.insert(id(operator), caller);
        note(OPENED, operator, caller, seq);
        return new Taken.Open(sql.find(id(operator), seq).orElseThrow());
    }

    /** Notes that the caller was called back at this extension and is who they say. */
    @Transactional
    boolean calledBack(Asker operator, long seq, String extension) {
        var caller = sql.find(id(operator), seq).orElse(null);
        if (caller == null || extension.isBlank() || extension.length() > LONGEST || !plain(extension)) {
            return false;
        }
        if (sql.calledBack(id(operator), seq, extension, clock.instant())) {
            note(CALLED_BACK, operator, caller, seq);
        }
        return true;
    }

    /** Keeps what the caller's question said for the next one. */
    @Transactional
    void asked(Asker operator, Caller caller, InquiryForm form, @Nullable String answer) {
        var purpose = shortened(form.text(InquiryForm.PURPOSE));
        var reference = shortened(form.text(InquiryForm.CASE));
        sql.asked(
                id(operator), caller.seq(), new Caller.Reason(purpose, reference.isEmpty() ? null : reference), answer);
    }

    /** Closes the call; false if the operator has no such caller open. */
    @Transactional
    boolean close(Asker operator, long seq) {
        var caller = sql.find(id(operator), seq).orElse(null);
        if (caller == null || !sql.close(id(operator), seq, clock.instant())) {
            return false;
        }
        note(CLOSED, operator, caller, seq);
        return true;
    }

    private void note(String act, Asker operator, Caller caller, long seq) {
        var who = caller.who();
        var number = who.staffNumber().isEmpty() ? "call-sign:" + who.callSign() : who.staffNumber();
        var requester = new Actor(
                number,
                number,
                "",
                who.unit(),
                who.callSign(),
                caller.channel() == Requester.Channel.PHONE ? "phone" : "radio");
        var _ = log.record(Use.of(act, operator.actor()).onBehalfOf(requester).stating("caller", Long.toString(seq)));
    }

    /** Code of the officer's unit; empty without a staff number, null where nobody has it. */
    private @Nullable String unit(String staffNumber) {
        if (staffNumber.isEmpty()) {
            return "";
        }
        var roster = organization.roster();
        var person = roster.byStaffNumber(staffNumber).orElse(null);
        return person == null
                ? null
                : roster.principalOf(person.id())
                        .flatMap(held -> roster.unit(held.unit()))
                        .map(unit -> unit.code())
                        .orElse("");
    }

    private static String shortened(String text) {
        var plain = plain(text) ? text : "";
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private static boolean plain(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        });
    }

    private static String id(Asker operator) {
        return operator.personId().value().toString();
    }
}
