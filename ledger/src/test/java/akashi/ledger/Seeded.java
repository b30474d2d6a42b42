package akashi.ledger;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Tries a property on random input that can be repeated: a failure names its seed, and {@code -Dseed=N} runs that one
 * alone.
 */
final class Seeded {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long FIRST = 20260401;

    private Seeded() {}

    @FunctionalInterface
    interface Property {
        void check(RandomGenerator random);
    }

    static void forAll(int tries, Property property) {
        String only = System.getProperty("seed");
        long first = only == null ? FIRST : Long.parseLong(only);
        for (long seed = first; seed < first + (only == null ? tries : 1); seed++) {
            try {
                property.check(RANDOM.create(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Failed with -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** A tree of random leaves, always the same. */
    static NaiveTree tree(int size) {
        return NaiveTree.random(RANDOM.create(FIRST), size);
    }

    static byte[] bytes(RandomGenerator random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A copy with one bit turned. */
    static byte[] flipped(RandomGenerator random, byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }
}
