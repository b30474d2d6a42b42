package akashi.confirmation;

import akashi.definition.Label;
import akashi.operation.Operations;
import akashi.organization.Person;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request with the names a page shows. */
record ConfirmationView(
        HitConfirmation confirmation,
        Label operation,
        @Nullable Unit registering,
        @Nullable Unit asking,
        @Nullable Person asker,
        @Nullable Person replier,
        boolean late) {

    static ConfirmationView of(HitConfirmation one, Operations operations, Roster roster, Instant now) {
        var reply = one.reply();
        return new ConfirmationView(
                one,
                operations
                        .version(one.about().operationVersion())
                        .map(version -> version.definition().name())
                        .orElse(new Label(
                                one.about().operation().value(),
                                one.about().operation().value())),
                unit(roster, one.about().unit()),
                unit(roster, one.asked().unit()),
                roster.byStaffNumber(one.asked().staffNumber()).orElse(null),
                reply == null ? null : roster.byStaffNumber(reply.staffNumber()).orElse(null),
                one.late(now));
    }

    private static @Nullable Unit unit(Roster roster, UnitId id) {
        return roster.unit(id).orElse(null);
    }

    /** Unit, rank and name of a person, or the number where the person is no longer in the register. */
    static String name(@Nullable Person person, String staffNumber, Locale language) {
        return person == null ? staffNumber : person.titled(language);
    }

    static String name(@Nullable Unit unit, Locale language) {
        return unit == null ? "—" : unit.name(language);
    }

    /** Address of the record's own page. */
    String recordPath() {
        return "/records/" + confirmation.about().operation().value() + "/"
                + java.net.URLEncoder.encode(
                        confirmation.about().recordNumber(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
