package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int LARGEST = 1400;

    @Test
    void frontierHasTheRootOfTheReferenceAtEverySize() {
        Seeded.forAll(3, random -> {
            NaiveTree tree = NaiveTree.random(random, 300);
            Frontier frontier = new Frontier();
            for (int size = 0; size < 300; size++) {
                assertThat(frontier.size()).isEqualTo(size);
                assertThat(frontier.root()).isEqualTo(tree.root(size));
                frontier.append(tree.leaves().get(size));
            }
        });
    }

    @Test
    void proofsFromTilesAreThoseOfTheReference() {
        Seeded.forAll(60, random -> {
            int size = random.nextInt(1, LARGEST);
            NaiveTree tree = NaiveTree.random(random, size);
            Tiles tiles = Tiles.of(tree);
            int index = random.nextInt(size);
            int oldSize = random.nextInt(1, size + 1);
            assertThat(Proofs.root(tiles, size)).isEqualTo(tree.root(size));
            assertThat(Proofs.root(tiles, oldSize)).isEqualTo(tree.root(oldSize));
            assertThat(Proofs.inclusion(tiles, index, size)).isEqualTo(tree.path(index, 0, size));
            assertThat(Proofs.consistency(tiles, oldSize, size)).isEqualTo(tree.consistency(oldSize, size));
        });
    }

    @Test
    void proofsVerifyAndNothingElseDoes() {
        Seeded.forAll(200, random -> {
            int size = random.nextInt(1, 600);
            int index = random.nextInt(size);
            NaiveTree tree = NaiveTree.random(random, size);
            List<Hash> proof = tree.path(index, 0, size);
            Hash leaf = tree.leaves().get(index);
            Hash root = tree.root(size);
            assertThat(Merkle.verifyInclusion(index, size, leaf, proof, root)).isTrue();
            assertThat(Merkle.verifyInclusion(index, size, root, proof, leaf)).isEqualTo(size == 1);
            assertThat(Merkle.verifyInclusion(-1, size, leaf, proof, root)).isFalse();
            assertThat(Merkle.verifyInclusion(size, size, leaf, proof, root)).isFalse();
            int other = random.nextInt(size);
            assertThat(Merkle.verifyInclusion(other, size, leaf, proof, root)).isEqualTo(other == index);
            Spoiled.each(
                    random,
                    proof,
                    spoiled -> assertThat(Merkle.verifyInclusion(index, size, leaf, spoiled, root))
                            .isFalse());
        });
    }

    @Test
    void consistencyVerifiesAndNothingElseDoes() {
        Seeded.forAll(300, random -> {
            int size = random.nextInt(2, 600);
            int oldSize = random.nextInt(1, size);
            NaiveTree tree = NaiveTree.random(random, size);
            List<Hash> proof = tree.consistency(oldSize, size);
            Hash oldRoot = tree.root(oldSize);
            Hash root = tree.root(size);
            assertThat(Merkle.verifyConsistency(oldSize, size, oldRoot, root, proof))
                    .isTrue();
            assertThat(Merkle.verifyConsistency(oldSize, size, root, oldRoot, proof))
                    .isFalse();
            assertThat(Merkle.verifyConsistency(oldSize, size, oldRoot, oldRoot, proof))
                    .isFalse();
            assertThat(Merkle.verifyConsistency(oldSize, size, root, root, proof))
                    .isFalse();
            assertThat(Merkle.verifyConsistency(size, oldSize, root, oldRoot, proof))
                    .isFalse();
            assertThat(Merkle.verifyConsistency(0, size, oldRoot, root, proof)).isFalse();
            assertThat(Merkle.verifyConsistency(-oldSize, size, oldRoot, root, proof))
                    .isFalse();
            Spoiled.each(
                    random,
                    proof,
                    spoiled -> assertThat(Merkle.verifyConsistency(oldSize, size, oldRoot, root, spoiled))
                            .isFalse());
        });
    }

    @Test
    void equalSizesNeedEqualRootsAndNoProof() {
        Hash one = Hash.sha256(new byte[] {1});
        Hash two = Hash.sha256(new byte[] {2});
        assertThat(Merkle.verifyConsistency(7, 7, one, one, List.of())).isTrue();
        assertThat(Merkle.verifyConsistency(7, 7, one, two, List.of())).isFalse();
        assertThat(Merkle.verifyConsistency(7, 7, one, one, List.of(one))).isFalse();
        assertThat(Merkle.verifyConsistency(0, 0, Merkle.emptyRoot(), Merkle.emptyRoot(), List.of()))
                .isTrue();
        assertThat(Merkle.verifyConsistency(0, 7, Merkle.emptyRoot(), one, List.of()))
                .isFalse();
    }

    @Test
    void everySubtreeOfASmallTreeVerifies() {
        Seeded.forAll(2, random -> {
            NaiveTree tree = NaiveTree.random(random, 33);
            for (int size = 1; size <= 33; size++) {
                for (int start = 0; start < size; start++) {
                    for (int end = start + 1; end <= size; end++) {
                        checkSubtree(tree, start, end, size);
                    }
                }
            }
        });
    }

    private static void checkSubtree(NaiveTree tree, int start, int end, int size) {
        int ceiling = 1;
        while (ceiling < end - start) {
            ceiling *= 2;
        }
        boolean valid = start % ceiling == 0;
        assertThat(Merkle.isSubtree(start, end)).as("%d..%d", start, end).isEqualTo(valid);
        if (!valid) {
            assertThat(Merkle.verifySubtreeConsistency(
                            start, end, size, List.of(), tree.mth(start, end), tree.root(size)))
                    .isFalse();
            return;
        }
        Hash node = tree.mth(start, end);
        List<Hash> proof = tree.subtreeProof(start, end, size);
        assertThat(Merkle.verifySubtreeConsistency(start, end, size, proof, node, tree.root(size)))
                .as("[%d, %d) of %d", start, end, size)
                .isTrue();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(node);
        assertThat(Merkle.verifySubtreeConsistency(start, end, size, longer, node, tree.root(size)))
                .isFalse();
        int last = end - 1;
        List<Hash> path = tree.path(last, start, end);
        assertThat(Merkle.verifySubtreeInclusion(last, start, end, tree.leaves().get(last), path, node))
                .isTrue();
        assertThat(Merkle.verifySubtreeInclusion(end, start, end, tree.leaves().get(last), path, node))
                .isFalse();
        assertThat(Merkle.verifySubtreeInclusion(
                        start - 1, start, end, tree.leaves().get(last), path, node))
                .isFalse();
    }

    @Test
    void impossibleSubtreesAreRefused() {
        Hash any = Hash.sha256(new byte[0]);
        assertThat(Merkle.isSubtree(-1, 1)).isFalse();
        assertThat(Merkle.isSubtree(2, 1)).isFalse();
        assertThat(Merkle.isSubtree(5, 5)).isTrue();
        assertThat(Merkle.isSubtree(0, Long.MAX_VALUE)).isTrue();
        assertThat(Merkle.isSubtree(1, Long.MAX_VALUE)).isFalse();
        assertThat(Merkle.verifySubtreeConsistency(0, 8, 7, List.of(), any, any))
                .isFalse();
        assertThat(Merkle.verifySubtreeConsistency(0, 0, 0, List.of(), any, Hash.sha256(new byte[1])))
                .isFalse();
        assertThat(Merkle.verifySubtreeConsistency(0, 0, 3, List.of(), any, Hash.sha256(new byte[1])))
                .isTrue();
    }

    @Test
    void aTileSourceThatAnswersTooLittleIsRefused() {
        NaiveTree tree = Seeded.tree(20);
        TileSource shortTiles = (level, index, width) -> new byte[width * Hash.LENGTH - 1];
        assertThatThrownBy(() -> Proofs.root(shortTiles, tree.leaves().size()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("20 hashes");
    }

    @Test
    void proofsOfWhatIsNotThereAreRefused() {
        Tiles tiles = Tiles.of(Seeded.tree(3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(tiles, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.inclusion(tiles, -1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(tiles, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.consistency(tiles, 4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Proofs.root(tiles, -1));
        assertThat(Proofs.root(tiles, 0)).isEqualTo(Merkle.emptyRoot());
        assertThat(Proofs.consistency(tiles, 3, 3)).isEmpty();
    }

    @Test
    void anInclusionProofReadsAFewTilesOnly() {
        Tiles tiles = Tiles.of(Seeded.tree(70_001));
        assertThat(Proofs.inclusion(tiles, 12_345, 70_001)).hasSize(17);
        assertThat(tiles.reads()).isLessThanOrEqualTo(5);
    }

    @Test
    void writerGoesOnWhereItStoppedAtAnySize() {
        Seeded.forAll(20, random -> {
            int size = random.nextInt(LARGEST);
            NaiveTree tree = NaiveTree.random(random, LARGEST);
            Tiles before = new Tiles();
            tree.leaves().subList(0, size).forEach(before.writer()::append);
            Tiles whole = Tiles.of(tree);
            var handed = new HashMap<>(before.full());
            TreeWriter resumed = TreeWriter.resume(before, size, handed::put);
            assertThat(resumed.size()).isEqualTo(size);
            assertThat(resumed.root()).isEqualTo(tree.root(size));
            assertThat(resumed.frontier().hashes())
                    .isEqualTo(before.writer().frontier().hashes());
            tree.leaves().subList(size, LARGEST).forEach(resumed::append);
            assertThat(resumed.root()).isEqualTo(tree.root(LARGEST));
            assertThat(handed.keySet()).isEqualTo(whole.full().keySet());
            handed.forEach((tile, hashes) ->
                    assertThat(hashes).as(tile.path()).isEqualTo(whole.full().get(tile)));
            int width = LARGEST & 0xff;
            assertThat(resumed.tile(0, LARGEST >> 8, width))
                    .isEqualTo(whole.writer().tile(0, LARGEST >> 8, width));
        });
    }

    @Test
    void frontierOfASizeKnowsOnlyThatSize() {
        Seeded.forAll(30, random -> {
            int size = random.nextInt(1, LARGEST);
            NaiveTree tree = NaiveTree.random(random, size);
            int smaller = random.nextInt(size);
            Frontier frontier = Frontier.of(Tiles.of(tree), smaller);
            assertThat(frontier.root()).isEqualTo(tree.root(smaller));
            Frontier copy = frontier.copy();
            tree.leaves().subList(smaller, size).forEach(frontier::append);
            assertThat(frontier.root()).isEqualTo(tree.root(size));
            assertThat(copy.size()).isEqualTo(smaller);
            assertThat(copy.root()).isEqualTo(tree.root(smaller));
        });
    }

    @Test
    void aFrontierNeedsAHashForEachSubtree() {
        Hash any = Merkle.emptyRoot();
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(3, List.of(any)));
        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(-1, List.of(any)));
        assertThat(Frontier.of(0, List.of()).root()).isEqualTo(Merkle.emptyRoot());
        assertThat(Frontier.of(4, List.of(any)).root()).isEqualTo(any);
    }

    @Test
    void onlyTheEdgeIsAskedOfTheWriter() {
        TreeWriter writer = Tiles.of(Seeded.tree(257)).writer();
        assertThat(writer.tile(0, 1, 1)).hasSize(32);
        assertThat(writer.tile(1, 0, 1)).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> writer.tile(0, 0, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.tile(0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.tile(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.tile(2, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> writer.tile(8, 0, 1));
    }

    @Test
    void proofsOfVeryLargeTreesAreChecked() {
        // A tree of 2^62 equal leaves has one hash per level, so its proofs can be written down.
        List<Hash> levels = new ArrayList<>();
        Hash hash = Merkle.leafHash(new byte[0]);
        for (int level = 0; level < 62; level++) {
            levels.add(hash);
            hash = Merkle.nodeHash(hash, hash);
        }
        long size = 1L << 62;
        assertThat(Merkle.verifyInclusion(size - 1, size, levels.getFirst(), levels, hash))
                .isTrue();
        assertThat(Merkle.verifyConsistency(size / 2, size, levels.getLast(), hash, List.of(levels.getLast())))
                .isTrue();
        assertThat(Merkle.verifyInclusion(size, size, levels.getFirst(), levels, hash))
                .isFalse();
        assertThat(Merkle.verifyConsistency(size / 2, Long.MIN_VALUE, hash, hash, levels))
                .isFalse();
    }
}
