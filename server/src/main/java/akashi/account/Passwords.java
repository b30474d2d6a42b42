package akashi.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords with Argon2id: 19 MiB of memory, two passes, one lane (OWASP's first choice), salt 16 and
 * hash 32 bytes. Only as many run at once as there are processors, so that a burst of attempts cannot take the memory
 * and the processors of those who are already at work.
 */
@Component
class Passwords {
    static final int LONGEST = 256;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int FEWEST_CHARACTERS = 5;

    /** Whole words an attacker tries first; a password must not consist of one of them and a few digits. */
    private static final List<String> COMMON =
            List.of("password", "passw0rd", "qwerty", "asdfgh", "akashi", "police", "keisatsu", "aomori", "letmein");

    private final AccountSettings settings;
    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;

    Passwords(AccountSettings settings) {
        this.settings = settings;
        this.nobodys = encode("the password of nobody");
    }

    String encode(String password) {
        turns.acquireUninterruptibly();
        try {
            var encoded = encoder.encode(password);
            if (encoded == null) {
                throw new IllegalStateException("A password must have a hash");
            }
            return encoded;
        } finally {
            turns.release();
        }
    }

    /** Whether this is the password. Without an account it takes as long, and is never right. */
    boolean matches(@Nullable String stored, String typed) {
        turns.acquireUninterruptibly();
        try {
            var right = encoder.matches(
                    typed.length() > LONGEST ? "too long to be right" : typed, stored == null ? nobodys : stored);
            return right && stored != null && typed.length() <= LONGEST;
        } finally {
            turns.release();
        }
    }

    /** What keeps a password from being good enough, as message keys; empty if it is. */
    List<String> weaknesses(String password, String staffNumber) {
        var found = new ArrayList<String>();
        if (password.length() < settings.passwordLength()) {
            found.add("account.password.short");
        }
        if (password.length() > LONGEST) {
            found.add("account.password.long");
        }
        if (password.contains(staffNumber)) {
            found.add("account.password.number");
        }
        if (password.chars().distinct().count() < FEWEST_CHARACTERS) {
            found.add("account.password.repeats");
        }
        var word = password.toLowerCase(Locale.ROOT).replaceAll("[0-9!-/:-@\\[-`{-~]", "");
        if (COMMON.contains(word)) {
            found.add("account.password.common");
        }
        return found;
    }
}
