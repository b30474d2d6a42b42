package akashi.document;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.PartialDate;
import akashi.identity.SearchKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a document is about, made comparable without saying it: short hashes of a name with a complete birth date, and of
 * a staff number. Two people of the same name and birth date share one; the second person who must then release a
 * reading can tell.
 */
public final class Subjects {
    private static final int HEX_DIGITS = 20;

    private Subjects() {}

    /** The hashes of a person with these name keys and birth date; none without a complete birth date. */
    public static List<String> of(List<SearchKey> keys, @Nullable PartialDate birth) {
        if (birth == null || !birth.complete()) {
            return List.of();
        }
        List<String> subjects = new ArrayList<>();
        for (SearchKey key : keys) {
            boolean name = key.kind() == KeyKind.NAME_KANJI || key.kind() == KeyKind.NAME_KANA;
            if (name && key.grade() != Grade.WIDE) {
                subjects.add(hash("name " + key.value() + " " + birth.canonical()));
            }
        }
        return subjects.stream().distinct().sorted().toList();
    }

    /** The hash of a member of the police by staff number. */
    public static String staff(String number) {
        return hash("staff " + number);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
