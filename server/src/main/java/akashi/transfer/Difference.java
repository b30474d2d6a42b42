package akashi.transfer;

import akashi.access.Asker;
import akashi.access.Prospects.Prospect;
import akashi.access.Rights;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody gains and loses between two days.
 *
 * @param gained acts in operations that are new or reach further, with how far
 * @param lost acts in operations that are gone or reach less far, with how far they did
 * @param actsGained acts of the house that are new; {@code actsLost} likewise
 * @param kept further posts (兼務・事務取扱) that go on, for whoever should have said they end
 */
record Difference(
        List<Reach> gained, List<Reach> lost, List<String> actsGained, List<String> actsLost, List<Asker.Office> kept) {
    Difference {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
        actsGained = List.copyOf(actsGained);
        actsLost = List.copyOf(actsLost);
        kept = List.copyOf(kept);
    }

    /** An act in an operation and how far it reaches. */
    record Reach(OperationCode operation, Act act, Scope scope) {}

    private record What(String operation, Act act) implements Comparable<What> {
        @Override
        public int compareTo(What other) {
            var byOperation = operation.compareTo(other.operation);
            return byOperation == 0 ? act.compareTo(other.act) : byOperation;
        }
    }

    static Difference between(Prospect before, Prospect after) {
        var held = widest(before.rights());
        var coming = widest(after.rights());
        var acts = new TreeSet<>(after.acts());
        acts.removeAll(before.acts());
        var gone = new TreeSet<>(before.acts());
        gone.removeAll(after.acts());
        var kept = after.offices().stream()
                .skip(1)
                .filter(office -> before.offices().stream()
                        .skip(1)
                        .anyMatch(
                                other -> other.post().id().equals(office.post().id())))
                .toList();
        return new Difference(beyond(coming, held), beyond(held, coming), List.copyOf(acts), List.copyOf(gone), kept);
    }

    /** Whether nothing is gained or lost but, perhaps, the unit within which it holds. */
    boolean none() {
        return gained.isEmpty() && lost.isEmpty() && actsGained.isEmpty() && actsLost.isEmpty();
    }

    private static Map<What, Reach> widest(List<Rights.Right> rights) {
        var widest = new TreeMap<What, Reach>();
        for (var right : rights) {
            var _ = widest.merge(
                    new What(right.operation().value(), right.act()),
                    new Reach(right.operation(), right.act(), right.scope()),
                    (a, b) -> a.scope().covers(b.scope()) ? a : b);
        }
        return widest;
    }

    private static List<Reach> beyond(Map<What, Reach> some, Map<What, Reach> others) {
        return some.entrySet().stream()
                .filter(entry -> {
                    var other = others.get(entry.getKey());
                    return other == null
                            || !other.scope().covers(entry.getValue().scope());
                })
                .map(Map.Entry::getValue)
                .toList();
    }
}
