package akashi.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists of values by key, each in a given order; immutable. */
final class Index<K, V> {
    private final Map<K, List<V>> lists;

    private Index(Map<K, List<V>> lists) {
        this.lists = lists;
    }

    static <K, V> Index<K, V> of(
            Collection<V> values, Function<? super V, ? extends K> key, Comparator<? super V> order) {
        var lists = new LinkedHashMap<K, List<V>>();
        values.stream()
                .sorted(order)
                .forEach(value -> lists.computeIfAbsent(key.apply(value), _ -> new ArrayList<>())
                        .add(value));
        lists.replaceAll((_, list) -> List.copyOf(list));
        return new Index<>(lists);
    }

    /** The values of this key in their order; none for an unknown one. */
    List<V> of(K key) {
        return lists.getOrDefault(key, List.of());
    }

    Collection<List<V>> lists() {
        return lists.values();
    }
}
