package akashi.ledger;

import java.util.Arrays;

/** Vectors about canonical JSON: ECMAScript numbers, generated documents, pairs of input and output. */
final class JsonVectors {
    private JsonVectors() {}

    static void numbers(byte[] content, KnownAnswers answers) {
        Text.utf8(content, "the file").lines().filter(line -> !line.isBlank()).forEach(line -> {
            int comma = line.indexOf(',');
            answers.check(line, () -> {
                double value =
                        Double.longBitsToDouble(Long.parseUnsignedLong(line.substring(0, Math.max(0, comma)), 16));
                String expected = line.substring(comma + 1);
                return JsonNumber.text(value).equals(expected)
                        && CanonicalJson.parse(expected) instanceof Double read
                        && read == value;
            });
        });
    }

    static void documents(byte[] content, KnownAnswers answers) {
        int line = 0;
        for (VectorCase document : VectorCase.lines(content)) {
            answers.check("line " + ++line, () -> {
                byte[] expected = Text.bytes(document.text("canonical"));
                byte[] actual = CanonicalJson.canonicalise(Text.bytes(document.text("input")));
                return Arrays.equals(actual, expected)
                        && Arrays.equals(CanonicalJson.canonicalise(expected), expected)
                        && Hash.sha256(actual).toString().equals(document.text("sha256"));
            });
        }
    }

    static void pair(String name, byte[] input, byte[] output, KnownAnswers answers) {
        answers.check(name, () -> Arrays.equals(CanonicalJson.canonicalise(input), trimmed(output)));
    }

    /** Without the newline an editor may have put at the end of the file. */
    private static byte[] trimmed(byte[] file) {
        int length = file.length;
        while (length > 0 && file[length - 1] == '\n') {
            length--;
        }
        return Arrays.copyOf(file, length);
    }
}
