package akashi.transfer;

import akashi.organization.Appointment;
import akashi.organization.AppointmentKind;
import akashi.organization.DutyState;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.Roster;
import akashi.reorganization.ImportFile;
import akashi.reorganization.Order;
import akashi.reorganization.PlannedOrganization.Move;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes the order that puts people back where they were before another one (元に戻す発令). What took effect stays written:
 * the opposite is a line of its own, from today or from the day of an order that is still to come.
 */
@Component
class Opposite {
    private static final String HEADER = "職員番号,発令,職コード,発令日,階級\n";

    private final Organization organization;

    Opposite(Organization organization) {
        this.organization = organization;
    }

    /** The file for these moves, as somebody would have typed it; empty where everybody is as before. */
    Optional<ImportFile> of(Transfer transfer, List<Move> moves) {
        var first = new LinkedHashMap<PersonId, LocalDate>();
        for (var move : moves) {
            first.merge(move.person(), move.day(), (one, other) -> one.isBefore(other) ? one : other);
        }
        var text = new StringBuilder();
        first.forEach((person, day) -> lines(person, day, text));
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportFile(
                        "第" + transfer.number() + "号を元に戻す発令.csv", (HEADER + text).getBytes(StandardCharsets.UTF_8)));
    }

    private void lines(PersonId person, LocalDate moved, StringBuilder text) {
        var today = organization.roster().date();
        var from = from(moved, today);
        var before = organization.roster(moved.minusDays(1));
        var then = organization.roster(moved.isAfter(today) ? moved : today);
        var was = before.person(person);
        var is = then.person(person);
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        var line = new Line(was.get().staffNumber(), text);
        if (was.get().duty() != is.get().duty()) {
            line.add(word(was.get().duty()), "", from, "");
        }
        var rank = was.get().rank() == is.get().rank() ? "" : was.get().rank().written();
        var post = before.principalOf(person).flatMap(held -> before.post(held.post()));
        var now = then.principalOf(person).flatMap(held -> then.post(held.post()));
        if (post.isPresent() && (!rank.isEmpty() || !post.map(Post::id).equals(now.map(Post::id)))) {
            line.add(Order.TRANSFER.written(), post.get().code(), from, rank);
        }
        further(person, then, before)
                .forEach(held -> then.post(held.post())
                        .ifPresent(gained -> line.add(
                                Order.RELIEVED.written(),
                                gained.code(),
                                // A post is held for a day at least.
                                held.span().from().isBefore(from) ? from : from.plusDays(1),
                                "")));
        further(person, before, then)
                .forEach(held -> before.post(held.post())
                        .ifPresent(lost -> line.add(
                                (held.kind() == AppointmentKind.ACTING ? Order.ACTING : Order.CONCURRENT).written(),
                                lost.code(),
                                from,
                                "")));
    }

    /** What began today is never rewritten, so it is put right with tomorrow's first minute. */
    private static LocalDate from(LocalDate moved, LocalDate today) {
        return moved.equals(today) ? today.plusDays(1) : moved.isBefore(today) ? today : moved;
    }

    /** Further posts held in one roster and not in the other. */
    private static List<Appointment> further(PersonId person, Roster in, Roster notIn) {
        var others = notIn.appointmentsOf(person);
        return in.appointmentsOf(person).stream()
                .filter(held -> held.kind() != AppointmentKind.PRINCIPAL)
                .filter(held -> others.stream()
                        .noneMatch(other -> other.post().equals(held.post()) && other.kind() == held.kind()))
                .toList();
    }

    private static String word(DutyState duty) {
        return duty.mayAct() ? Order.REINSTATED.written() : duty.written();
    }

    /** One line of the file about one person. */
    private record Line(String staff, StringBuilder text) {
        void add(String order, String post, LocalDate day, String rank) {
            text.append(String.join(",", staff, order, post, day.toString(), rank))
                    .append('\n');
        }
    }
}
