package akashi.question;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.definition.CodeList;
import akashi.identity.KeyKind;
import akashi.operation.Act;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.UnitId;
import akashi.record.Records;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which operations a question goes to, and whether the asker may ask them. */
@Component
public class InquiryRights {
    private final Operations operations;
    private final Organization organization;
    private final Access access;
    private final Rights rights;
    private final Records records;
    private final Clock clock;

    InquiryRights(
            Operations operations,
            Organization organization,
            Access access,
            Rights rights,
            Records records,
            Clock clock) {
        this.operations = operations;
        this.organization = organization;
        this.access = access;
        this.rights = rights;
        this.records = records;
        this.clock = clock;
    }

    /** Now, by the clock that decides. */
    public Instant now() {
        return clock.instant();
    }

    /** The decision about each operation the question goes to, in the order of their codes. */
    public Map<OperationVersion, Decision> existence(Asker asker, Inquiry inquiry, Instant now) {
        var facts = new CaseFacts(records, inquiry.reason());
        var decisions = new LinkedHashMap<OperationVersion, Decision>();
        var act = !inquiry.batch().isEmpty() ? Act.BATCH : inquiry.partial() ? Act.PARTIAL : Act.EXISTENCE;
        for (var version : asked(asker, inquiry, now)) {
            decisions.put(version, access.decide(question(asker, act, version, inquiry, facts, now)));
        }
        return decisions;
    }

    /** The decision about seeing what a record says that was found, by its operation and the unit it belongs to. */
    public Decision content(Asker asker, Inquiry inquiry, OperationVersion operation, UnitId unit, Instant now) {
        var facts = new CaseFacts(records, inquiry.reason());
        return access.decide(
                question(asker, Act.CONTENT, operation, inquiry, facts, now).about(unit));
    }

    /** Whether what a permit allows reaches a record of this unit. */
    public boolean reaches(Decision.Permit permit, UnitId unit) {
        return access.reaches(permit.right(), unit);
    }

    /** The operations that know such things and that the asker could ask today. */
    List<OperationVersion> open(Asker asker, Kind kind) {
        var today = JapaneseDates.dateOf(clock.instant());
        return knowing(kind).stream()
                .filter(version -> rights.offers(asker, Act.EXISTENCE, version, today))
                .toList();
    }

    /** Whether the asker could ask anything at all today. */
    public boolean any(Asker asker) {
        var today = JapaneseDates.dateOf(clock.instant());
        return operations.inForce().stream().anyMatch(version -> rights.offers(asker, Act.EXISTENCE, version, today));
    }

    /** The operations that know such things, in the order of their codes. */
    List<OperationVersion> knowing(Kind kind) {
        return operations.inForce().stream()
                .filter(version -> !Collections.disjoint(version.definition().keyKinds(), kind.keys()))
                .toList();
    }

    /** The colours by which the number of a plate may be narrowed. */
    List<CodeList.Entry> colours() {
        for (var version : knowing(Kind.VEHICLE)) {
            for (var document : version.definition().documents()) {
                for (var key : document.search().keys()) {
                    var list = key.colour() == null
                            ? Optional.<CodeList.Ref>empty()
                            : document.field(key.colour()).flatMap(Field::list);
                    if (list.isPresent()) {
                        return operations.codeList(list.get()).entries().stream()
                                .filter(entry -> !entry.retired())
                                .toList();
                    }
                }
            }
        }
        return List.of();
    }

    /** The use with why it happens and for whom. */
    public Use grounds(Use use, Inquiry inquiry) {
        var reason = inquiry.reason();
        var with = use.because(reason.purpose(), reason.caseReference());
        var requester = inquiry.requester();
        if (requester != null) {
            with = with.onBehalfOf(Requesters.actor(organization, requester))
                    .stating("called-back", Boolean.toString(requester.calledBack()));
        }
        return reason.note().isEmpty() ? with : with.noting(reason.note());
    }

    /** The operations a question goes to; of those that may be asked by a part of a plate, where it is one. */
    private List<OperationVersion> asked(Asker asker, Inquiry inquiry, Instant now) {
        var asked = askedByKind(asker, inquiry, now);
        return inquiry.partial()
                ? asked.stream()
                        .filter(version -> version.definition().keyKinds().contains(KeyKind.PLATE_NUMBER))
                        .toList()
                : asked;
    }

    private List<OperationVersion> askedByKind(Asker asker, Inquiry inquiry, Instant now) {
        if (!inquiry.operations().isEmpty()) {
            return operations.inForceAt(now).stream()
                    .filter(version -> inquiry.operations().contains(version.code()))
                    .toList();
        }
        var open = open(asker, inquiry.kind());
        var fitting = open.stream()
                .filter(version ->
                        version.definition().purpose(inquiry.reason().purpose()).isPresent())
                .toList();
        return !fitting.isEmpty() ? fitting : !open.isEmpty() ? open : knowing(inquiry.kind());
    }

    private static Question question(
            Asker asker, Act act, OperationVersion version, Inquiry inquiry, CaseFacts facts, Instant now) {
        @Nullable String note =
                inquiry.reason().note().isEmpty() ? null : inquiry.reason().note();
        return Question.of(asker, act, version, now)
                .because(inquiry.reason().purpose(), facts.in(version))
                .saying(note);
    }
}
