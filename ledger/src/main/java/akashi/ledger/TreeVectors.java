package akashi.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Vectors about the tree: proof probes, generated proofs, the reference tree of RFC 6962. */
final class TreeVectors {
    private TreeVectors() {}

    static void probes(byte[] content, KnownAnswers answers) {
        for (VectorCase probe : VectorCase.lines(content)) {
            String name = probe.text("case");
            String kind = name.substring(0, Math.max(0, name.indexOf('/')));
            answers.check(name, () -> verify(kind, probe) != probe.flag("wantErr"));
        }
    }

    static void proofs(byte[] content, KnownAnswers answers) {
        int line = 0;
        for (VectorCase proof : VectorCase.lines(content)) {
            String kind = proof.text("type");
            String name = "line " + ++line + ": " + kind + " " + proof.text("desc");
            boolean leafFits = !proof.has("entry")
                    || Merkle.leafHash(Text.bytes(proof.text("entry"))).equals(proof.root("leafHash"));
            answers.check(name, () -> leafFits && verify(kind, proof) != proof.flag("wantErr"));
        }
    }

    private static boolean verify(String kind, VectorCase probe) {
        List<Hash> proof = probe.proof("proof");
        return switch (kind) {
            case "inclusion" ->
                wholeLeaf(probe)
                        && Merkle.verifyInclusion(
                                probe.number("leafIdx"),
                                probe.number("treeSize"),
                                probe.root("leafHash"),
                                proof,
                                probe.root("root"));
            case "consistency" ->
                Merkle.verifyConsistency(
                        probe.number("size1"), probe.number("size2"), probe.root("root1"), probe.root("root2"), proof);
            case "subtreeinclusion" ->
                wholeLeaf(probe)
                        && Merkle.verifySubtreeInclusion(
                                probe.number("leafIdx"),
                                probe.number("start"),
                                probe.number("end"),
                                probe.root("leafHash"),
                                proof,
                                probe.root("root"));
            case "subtreeconsistency" ->
                Merkle.verifySubtreeConsistency(
                        probe.number("start"),
                        probe.number("end"),
                        probe.number("size"),
                        proof,
                        probe.root("root1"),
                        probe.root("root2"));
            default -> throw new MalformedException("nothing is known about proofs of the kind " + kind);
        };
    }

    private static boolean wholeLeaf(VectorCase probe) {
        return probe.base64("leafHash").length == Hash.LENGTH;
    }

    static void referenceTree(byte[] content, KnownAnswers answers) {
        VectorCase file = VectorCase.file(content);
        List<Hash> leaves = file.texts("leafInputsHex").stream()
                .map(hex -> Merkle.leafHash(HexFormat.of().parseHex(hex)))
                .toList();
        List<?> levels = file.list("nodeHashesHex");
        List<Hash> nodes = leaves;
        for (int level = 0; level < levels.size(); level++) {
            answers.check(
                    "nodes of level " + level,
                    nodes.stream().map(Hash::toString).toList().equals(levels.get(level)));
            nodes = parents(nodes);
        }
        List<String> roots = file.texts("rootHashesHexBySize");
        Frontier tree = new Frontier();
        for (int size = 0; size < roots.size(); size++) {
            answers.check("root of size " + size, tree.root().toString().equals(roots.get(size)));
            if (size < leaves.size()) {
                tree.append(leaves.get(size));
            }
        }
    }

    private static List<Hash> parents(List<Hash> nodes) {
        return IntStream.range(0, nodes.size() / 2)
                .mapToObj(i -> Merkle.nodeHash(nodes.get(2 * i), nodes.get(2 * i + 1)))
                .toList();
    }
}
