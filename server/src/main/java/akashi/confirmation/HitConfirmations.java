package akashi.confirmation;

import akashi.access.Asker;
import akashi.confirmation.HitConfirmation.About;
import akashi.confirmation.HitConfirmation.Asked;
import akashi.confirmation.HitConfirmation.Reply;
import akashi.confirmation.HitConfirmation.Verdict;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.Proved;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks registering units whether hits still stand, and takes their word (手配の確認). */
@Service
public class HitConfirmations {
    /** The acts under which a request and a reply stand on the ledger. */
    public static final String ASK = "HIT_CONFIRMATION_ASK";

    public static final String REPLY = "HIT_CONFIRMATION_REPLY";

    static final int LONGEST_NOTE = 400;
    static final int LONGEST_REACH = 200;

    /** How long answered requests stay in the lists. */
    private static final Duration SHOWN = Duration.ofDays(2);

    private final HitConfirmationSql sql;
    private final UsageLog log;
    private final Organization organization;
    private final OpenConfirmations open;
    private final Clock clock;

    HitConfirmations(
            HitConfirmationSql sql, UsageLog log, Organization organization, OpenConfirmations open, Clock clock) {
        this.sql = sql;
        this.log = log;
        this.organization = organization;
        this.open = open;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param inquiry place of the inquiry on the ledger
     * @param within time the registering unit has to answer
     * @param reach how the asker can be reached, such as a call sign or an extension
     */
    public record Wish(Proved inquiry, About about, boolean urgent, boolean lapsed, Duration within, String reach) {}

    /**
     * Asks the registering unit. Asked twice about one record of one inquiry, the first request stands and is returned.
     * Request and entry are durable when this returns.
     */
    @Transactional
    public HitConfirmation ask(Asker asker, Wish wish) {
        var now = clock.instant();
        var asked = new Asked(
                now,
                now.plus(wish.within()),
                asker.personId().value().toString(),
                asker.staffNumber(),
                asker.unit().id(),
                wish.reach().length() > LONGEST_REACH ? wish.reach().substring(0, LONGEST_REACH) : wish.reach());
        var inquiry = wish.inquiry();
        var seq = sql.insert(inquiry.log(), inquiry.index(), wish.about(), asked, wish.urgent(), wish.lapsed());
        if (seq.isPresent()) {
            var _ = log.record(Use.of(ASK, asker.actor())
                    .in(wish.about().operation().value(), wish.about().operationVersion())
                    .touching(List.of(ref(wish.about())))
                    .stating("of", inquiry.number())
                    .stating("hit", Integer.toString(wish.about().hit()))
                    .stating("confirmation", Long.toString(seq.get()))
                    .stating("urgent", Boolean.toString(wish.urgent())));
            open.changes(wish.about().unit(), 1);
        }
        return sql.ofInquiry(inquiry.log(), inquiry.index()).stream()
                .filter(one -> one.about().record().equals(wish.about().record()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The request of inquiry " + inquiry.number() + " is gone"));
    }

    /** The requests about the hits of one inquiry, in the order of the hits. */
    public List<HitConfirmation> ofInquiry(Proved inquiry) {
        return sql.ofInquiry(inquiry.log(), inquiry.index());
    }

    /** What the asker's unit has to answer: open ones first, the most pressing on top; then those answered lately. */
    public List<HitConfirmation> queue(Asker asker) {
        return sql.queue(answeredBy(asker), clock.instant().minus(SHOWN));
    }

    /** What the asker asked lately, newest first. */
    public List<HitConfirmation> asked(Asker asker) {
        return sql.askedBy(asker.personId().value().toString(), clock.instant().minus(SHOWN));
    }

    /** A request the asker made or may answer; empty for every other number. */
    public Optional<HitConfirmation> find(Asker asker, long seq) {
        return sql.bySeq(seq)
                .filter(one ->
                        one.asked().person().equals(asker.personId().value().toString()) || mayReply(asker, one));
    }

    /**
     * Whether the asker may answer it: as the registering unit, one that serves it, or its successor; never one's own
     * request.
     */
    public boolean mayReply(Asker asker, HitConfirmation confirmation) {
        var roster = organization.roster();
        return !confirmation.asked().person().equals(asker.personId().value().toString())
                && asker.offices()
                        .anyMatch(office -> roster.serves(
                                office.unit().id(), confirmation.about().unit()));
    }

    /** What became of a reply. */
    public sealed interface Replied {
        /** Taken, with its entry. */
        record Done(HitConfirmation confirmation) implements Replied {}

        /** Somebody answered before. */
        record Already(HitConfirmation confirmation) implements Replied {}

        /** No such request, or not for this asker. */
        record NotYours() implements Replied {}
    }

    /** Answers a request, once. Reply and entry are durable when this returns. */
    @Transactional
    public Replied reply(Asker asker, long seq, Verdict verdict, String note) {
        var found = sql.bySeq(seq).filter(one -> mayReply(asker, one)).orElse(null);
        if (found == null) {
            return new Replied.NotYours();
        }
        var reply = new Reply(
                verdict,
                note,
                clock.instant(),
                asker.staffNumber(),
                asker.unit().id());
        if (!sql.reply(seq, reply, asker.personId().value().toString())) {
            return new Replied.Already(sql.bySeq(seq).orElse(found));
        }
        var _ = log.record(Use.of(REPLY, asker.actor())
                .in(found.about().operation().value(), found.about().operationVersion())
                .touching(List.of(ref(found.about())))
                .noting(note)
                .stating("of", found.about().inquiry())
                .stating("confirmation", Long.toString(seq))
                .stating("verdict", verdict.name()));
        open.changes(found.about().unit(), -1);
        return new Replied.Done(sql.bySeq(seq).orElse(found));
    }

    /** Every unit for which the asker answers: those of the own 所属 and those it serves. */
    private Set<UnitId> answeredBy(Asker asker) {
        var roster = organization.roster();
        var units = new LinkedHashSet<UnitId>();
        var offices = new ArrayList<>(
                asker.offices().map(office -> office.unit().id()).toList());
        for (Unit unit : roster.units()) {
            if (offices.stream().anyMatch(office -> roster.serves(office, unit.id()))) {
                units.add(unit.id());
            }
        }
        return units;
    }

    private static RecordRef ref(About about) {
        return new RecordRef(about.record().value().toString(), about.recordVersion());
    }
}
