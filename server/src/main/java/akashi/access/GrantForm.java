package akashi.access;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page for granting posts; everything as typed. The last day counts, as on papers. */
record GrantForm(
        String kind,
        String staffNumber,
        String operation,
        String act,
        String scope,
        String from,
        String lastDay,
        String paper) {
    private static final int LONGEST_PAPER = 200;

    GrantForm(
            @Nullable String kind,
            @Nullable String staffNumber,
            @Nullable String operation,
            @Nullable String act,
            @Nullable String scope,
            @Nullable String from,
            @Nullable String lastDay,
            @Nullable String paper) {
        this.kind = typed(kind);
        this.staffNumber = typed(staffNumber);
        this.operation = typed(operation);
        this.act = typed(act);
        this.scope = typed(scope);
        this.from = typed(from);
        this.lastDay = typed(lastDay);
        this.paper = typed(paper);
    }

    static GrantForm empty(LocalDate today) {
        return new GrantForm("STOP", "", "", "", "OWN_UNIT", today.toString(), "", "");
    }

    /** The order this says, or empty where a date or a choice cannot be read. */
    Optional<Granting.Order> order() {
        var first = day(from);
        var last = day(lastDay);
        if (first.isEmpty() || (last.isEmpty() && !lastDay.isEmpty()) || paper.length() > LONGEST_PAPER) {
            return Optional.empty();
        }
        return named(Grant.Kind.values(), kind)
                .flatMap(what -> named(Act.values(), act)
                        .flatMap(which -> named(Scope.values(), scope)
                                .filter(_ -> OperationCode.fits(operation))
                                .map(reach -> new Granting.Order(
                                        what,
                                        staffNumber,
                                        new OperationCode(operation),
                                        which,
                                        reach,
                                        first.get(),
                                        last.map(day -> day.plusDays(1)).orElse(null),
                                        paper))));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
