package akashi.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Proofs that are almost right. */
final class Spoiled {
    private Spoiled() {}

    static void each(RandomGenerator random, List<Hash> proof, Consumer<List<Hash>> check) {
        Hash strange = Hash.sha256(Seeded.bytes(random, 8));
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(random.nextInt(proof.size() + 1), strange);
        check.accept(longer);
        if (proof.isEmpty()) {
            return;
        }
        int place = random.nextInt(proof.size());
        List<Hash> shorter = new ArrayList<>(proof);
        Hash removed = shorter.remove(place);
        check.accept(shorter);
        List<Hash> flipped = new ArrayList<>(proof);
        flipped.set(place, Hash.of(Seeded.flipped(random, removed.bytes())));
        check.accept(flipped);
        List<Hash> doubled = new ArrayList<>(proof);
        doubled.add(place, removed);
        check.accept(doubled);
        if (proof.size() > 1) {
            List<Hash> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, place, (place + 1) % proof.size());
            check.accept(swapped);
        }
    }
}
