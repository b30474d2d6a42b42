package akashi.reorganization;

import akashi.organization.AppointmentKind;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Snapshot;
import akashi.organization.Span;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.OrderLine;
import akashi.reorganization.Line.PersonLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says the lines of a transfer order (人事異動) as lines about people and appointments, against what is held: an order
 * names what is new, everything else about the person stays.
 */
final class Orders {
    private final Snapshot base;
    private final LocalDate today;
    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** What came of it: plain lines, and what is wrong with orders as such. */
    record Expanded(List<Line> lines, List<Fault> faults) {}

    private Orders(Snapshot base, LocalDate today) {
        this.base = base;
        this.today = today;
    }

    static Expanded expand(Snapshot base, LocalDate today, List<? extends Line> given) {
        var orders = new Orders(base, today);
        var byPerson = new HashMap<String, List<OrderLine>>();
        for (Line line : given) {
            if (line instanceof OrderLine order) {
                byPerson.computeIfAbsent(order.staffNumber(), _ -> new ArrayList<>())
                        .add(order);
            } else {
                orders.lines.add(line);
            }
        }
        // In the order of the file, so that faults are named from top to bottom.
        byPerson.values().stream()
                .sorted(Comparator.comparingInt(list -> list.getFirst().at().line()))
                .forEach(orders::person);
        return new Expanded(orders.lines, orders.faults);
    }

    private void person(List<OrderLine> orders) {
        var id = base.staffNumbers().get(orders.getFirst().staffNumber());
        if (id == null) {
            orders.forEach(order ->
                    faults.add(order.at().fault(Columns.STAFF_NUMBER, "order-person-unknown", order.staffNumber())));
            return;
        }
        once(orders);
        var states = new HashMap<LocalDate, Person>();
        orders.stream().sorted(Comparator.comparing(OrderLine::from)).forEach(order -> order(order, id, states));
    }

    /** Two principal posts, or two states, from the same day contradict each other. */
    private void once(List<OrderLine> orders) {
        Map<String, OrderLine> first = new HashMap<>();
        for (var order : orders) {
            var what = order.order() == Order.TRANSFER
                    ? "two-principal-posts"
                    : order.order().duty() == null ? null : "two-states";
            if (what == null) {
                continue;
            }
            var other = first.putIfAbsent(what + order.from(), order);
            if (other != null) {
                faults.add(order.at()
                        .fault(
                                Columns.ORDER,
                                what,
                                order.staffNumber(),
                                order.from().toString(),
                                other.at().line()));
            }
        }
    }

    private void order(OrderLine order, PersonId id, Map<LocalDate, Person> states) {
        if (order.from().isBefore(today) && !order.correction()) {
            faults.add(order.at().fault(Columns.ORDER_DAY, "past", order.from().toString(), today.toString()));
            return;
        }
        state(order, id, states);
        switch (order.order()) {
            case TRANSFER -> appointment(order, AppointmentKind.PRINCIPAL);
            case CONCURRENT -> appointment(order, AppointmentKind.CONCURRENT);
            case ACTING -> appointment(order, AppointmentKind.ACTING);
            case RELIEVED -> relieved(order, id);
            case REINSTATED, CHILDCARE_LEAVE, LEAVE, SUSPENSION, SECONDMENT, RETIRED, DISMISSED -> {}
        }
    }

    private void appointment(OrderLine order, AppointmentKind kind) {
        var post = order.post();
        if (post == null) {
            faults.add(order.at()
                    .fault(Columns.POST, "order-needs-post", order.order().written()));
            return;
        }
        lines.add(new AppointmentLine(
                order.at(), order.staffNumber(), post, kind, order.document(), Span.since(order.from())));
    }

    private void relieved(OrderLine order, PersonId id) {
        var held = base.appointmentsOfPerson().of(id).stream()
                .filter(appointment -> appointment.kind() != AppointmentKind.PRINCIPAL
                        && appointment.post().equals(base.postCodes().get(order.post()))
                        && appointment.span().contains(order.from())
                        && appointment.span().from().isBefore(order.from()))
                .findFirst();
        if (held.isEmpty()) {
            faults.add(order.at()
                    .fault(
                            Columns.POST,
                            "not-held",
                            order.staffNumber(),
                            order.post() == null ? "" : order.post(),
                            order.from().toString()));
            return;
        }
        lines.add(new AppointmentLine(
                order.at(),
                order.staffNumber(),
                base.posts().of(held.get().post()).getFirst().code(),
                held.get().kind(),
                order.document(),
                new Span(held.get().span().from(), order.from())));
    }

    /** A line about the person where state or rank is another from then on; orders of one day make one line. */
    private void state(OrderLine order, PersonId id, Map<LocalDate, Person> states) {
        var before = states.containsKey(order.from()) ? states.get(order.from()) : inForce(id, order.from(), states);
        if (before == null) {
            faults.add(order.at()
                    .fault(
                            Columns.STAFF_NUMBER,
                            "person-not-in-force",
                            order.staffNumber(),
                            order.from().toString()));
            return;
        }
        var duty = order.order().duty();
        var rank = order.rank();
        if ((duty == null || duty == before.duty()) && (rank == null || rank == before.rank())) {
            return;
        }
        var after = new Person(
                id,
                before.staffNumber(),
                before.name(),
                before.kana(),
                before.romaji(),
                rank == null ? before.rank() : rank,
                before.employment(),
                duty == null ? before.duty() : duty,
                before.sample(),
                new Span(order.from(), before.span().until()));
        var earlier = states.put(order.from(), after);
        if (earlier != null) {
            lines.removeIf(line -> line instanceof PersonLine written
                    && written.staffNumber().equals(order.staffNumber())
                    && written.span().from().equals(order.from()));
        }
        lines.add(new PersonLine(
                order.at(),
                after.staffNumber(),
                after.name(),
                after.kana(),
                after.romaji(),
                after.rank(),
                after.employment(),
                after.duty(),
                after.sample(),
                after.span()));
    }

    private @Nullable Person inForce(PersonId id, LocalDate day, Map<LocalDate, Person> states) {
        var held = base.people().of(id).stream()
                .filter(person -> person.span().contains(day))
                .findFirst()
                .orElse(null);
        // An order of an earlier day in the same file has changed the person since.
        var latest = states.entrySet().stream()
                .filter(entry -> entry.getKey().isBefore(day))
                .max(Map.Entry.comparingByKey());
        if (held == null
                || latest.isEmpty()
                || latest.get().getKey().isBefore(held.span().from())) {
            return held;
        }
        return latest.get().getValue();
    }
}
