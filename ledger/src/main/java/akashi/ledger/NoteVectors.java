package akashi.ledger;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/** Vectors about texts and signatures: checkpoints, signed notes, proof texts, Ed25519. */
final class NoteVectors {
    private NoteVectors() {}

    static void checkpointBodies(byte[] content, KnownAnswers answers) {
        for (VectorCase test : VectorCase.file(content).objects("cases")) {
            String body = test.text("body");
            boolean right = KnownAnswers.accepted(() -> {
                Checkpoint.Lines lines = Checkpoint.Lines.of(body);
                return !test.has("rest") || lines.rest().equals(test.text("rest"));
            });
            answers.check(test.text("id"), right == test.flag("valid"));
        }
    }

    static void notes(byte[] content, KnownAnswers answers) {
        VectorCase file = VectorCase.file(content);
        if (file.has("sign")) {
            VectorCase sign = file.object("sign");
            answers.check("sign", () -> {
                NoteSigner signer = NoteSigner.parse(sign.text("signerKey"));
                SignedNote note = new SignedNote(sign.text("text"), List.of(signer.sign(sign.text("text"))));
                return note.format().equals(sign.text("signedNote"));
            });
        }
        for (VectorCase test : file.objects("open")) {
            boolean wanted = test.text("expect").equals("valid");
            boolean opened = KnownAnswers.accepted(() -> opens(test));
            answers.check(test.text("id"), opened == wanted);
        }
    }

    private static boolean opens(VectorCase test) {
        List<NoteVerifier> keys =
                test.texts("verifierKeys").stream().map(NoteVerifier::parse).toList();
        SignedNote note = SignedNote.parse(test.base64("noteBase64"));
        return switch (note.open(keys)) {
            case Opening.Opened(List<Opening.Signed> verified, List<NoteSignature> unknown) ->
                names(verified).equals(test.texts("verified"))
                        && unknown.stream().map(NoteSignature::name).toList().equals(test.texts("unverified"));
            case Opening.NoKnownSignature() -> false;
            case Opening.FalseSignature(NoteVerifier claimed) -> false;
        };
    }

    private static List<String> names(List<Opening.Signed> verified) {
        List<String> names = new ArrayList<>();
        verified.forEach(signed -> names.add(signed.signature().name()));
        return names;
    }

    static void proofTexts(byte[] content, KnownAnswers answers) {
        for (VectorCase test : VectorCase.file(content).objects("cases")) {
            String text = test.text("text");
            boolean right =
                    KnownAnswers.accepted(() -> TlogProof.parse(text).format().equals(text));
            answers.check(test.text("id"), right == test.flag("valid"));
        }
    }

    static void ed25519(byte[] content, KnownAnswers answers) {
        for (VectorCase group : VectorCase.file(content).objects("testGroups")) {
            byte[] raw = group.object("publicKey").hex("pk");
            for (VectorCase test : group.objects("tests")) {
                boolean good = KnownAnswers.accepted(() -> {
                    PublicKey key = Ed25519.publicKey(raw);
                    return Ed25519.verify(key, test.hex("msg"), test.hex("sig"));
                });
                String result = test.text("result");
                answers.check(
                        "test " + test.number("tcId"), result.equals("acceptable") || good == result.equals("valid"));
            }
        }
    }
}
