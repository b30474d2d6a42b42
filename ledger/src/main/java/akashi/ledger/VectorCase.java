package akashi.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object of a vector file, with the accessors its layouts need. */
record VectorCase(Map<?, ?> members) {
    static VectorCase of(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new VectorCase(members);
        }
        throw new MalformedException("an object is missing");
    }

    static VectorCase file(byte[] json) {
        return of(CanonicalJson.parse(json));
    }

    static List<VectorCase> lines(byte[] jsonLines) {
        return Text.utf8(jsonLines, "the file")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> of(CanonicalJson.parse(line)))
                .toList();
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedException("the text " + name + " is missing");
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    boolean has(String name) {
        Object value = members.get(name);
        return value != null && value != CanonicalJson.Null.NULL;
    }

    /** A size or index; what a signed 64-bit number cannot hold comes out as -1, which nothing accepts. */
    long number(String name) {
        if (members.get(name) instanceof Double number) {
            return number < 0x1p63 ? number.longValue() : -1;
        }
        throw new MalformedException("the number " + name + " is missing");
    }

    VectorCase object(String name) {
        return of(members.get(name));
    }

    List<VectorCase> objects(String name) {
        return list(name).stream().map(VectorCase::of).toList();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw new MalformedException("the list " + name + " holds something else than text");
            }
            texts.add(text);
        }
        return texts;
    }

    List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    byte[] hex(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    byte[] base64(String name) {
        return Base64.getDecoder().decode(text(name));
    }

    /**
     * A hash that is only compared. Some vectors put short texts where roots belong; they are kept apart from each
     * other and from every real hash by hashing them.
     */
    Hash root(String name) {
        return hashLike(base64(name));
    }

    List<Hash> proof(String name) {
        return texts(name).stream()
                .map(text -> hashLike(Base64.getDecoder().decode(text)))
                .toList();
    }

    private static Hash hashLike(byte[] bytes) {
        return bytes.length == Hash.LENGTH ? Hash.of(bytes) : Hash.sha256(bytes);
    }
}
