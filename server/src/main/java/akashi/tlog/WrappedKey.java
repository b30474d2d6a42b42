package akashi.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A private key encrypted by an AES key that never leaves an HSM (PKCS#11). The file names the HSM and the key, so
 * nothing else must be set; it is useless on a machine that cannot reach that HSM, or without the PIN.
 */
final class WrappedKey {
    private static final String FORMAT = "akashi.wrapped-key/v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private WrappedKey() {}

    /**
     * Where the wrapping key is.
     *
     * @param config of the JDK's PKCS#11 provider: name, library, slot
     * @param pinFile file with the PIN, mode 0600
     * @param label of the AES key in the HSM
     */
    record Hsm(Path config, Path pinFile, String label) {
        private KeyStore open(Provider provider) throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, KeyFile.plain(pinFile, "pin-file").toCharArray());
            return store;
        }

        private Provider provider() {
            return Security.getProvider("SunPKCS11").configure(config.toString());
        }

        private byte[] bound() {
            return (FORMAT + "\n" + label).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whether a key file's text is wrapped. */
    static boolean is(String text) {
        return text.startsWith(FORMAT + "\n");
    }

    /**
     * Encrypts a key; makes the AES key in the HSM where there is none under that label, never to be read out.
     *
     * @throws IllegalStateException with a sentence if the HSM cannot be used
     */
    static String wrap(String privateText, Hsm hsm) {
        try {
            Provider provider = hsm.provider();
            KeyStore store = hsm.open(provider);
            if (!store.containsAlias(hsm.label())) {
                var generator = KeyGenerator.getInstance("AES", provider);
                generator.init(KEY_BITS);
                store.setKeyEntry(hsm.label(), generator.generateKey(), null, null);
            }
            byte[] iv = new byte[IV];
            new SecureRandom().nextBytes(iv);
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, provider, store, hsm, iv)
                    .doFinal(privateText.getBytes(StandardCharsets.US_ASCII));
            byte[] all = Arrays.copyOf(iv, IV + secret.length);
            System.arraycopy(secret, 0, all, IV, secret.length);
            return String.join(
                    "\n",
                    FORMAT,
                    "pkcs11 " + hsm.config().toAbsolutePath(),
                    "pin-file " + hsm.pinFile().toAbsolutePath(),
                    "key " + hsm.label(),
                    Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("the HSM of " + hsm.config() + " cannot be used: " + cause(e), e);
        }
    }

    /**
     * Decrypts a key.
     *
     * @throws IllegalStateException with a sentence if the file or the HSM cannot be used, or another key wrapped it
     */
    static String unwrap(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 5
                || !lines.get(1).startsWith("pkcs11 ")
                || !lines.get(2).startsWith("pin-file ")
                || !lines.get(3).startsWith("key ")) {
            throw new IllegalStateException("the wrapped key is not written as " + FORMAT + " is");
        }
        var hsm = new Hsm(
                Path.of(lines.get(1).substring("pkcs11 ".length())),
                Path.of(lines.get(2).substring("pin-file ".length())),
                lines.get(3).substring("key ".length()));
        try {
            byte[] all = Base64.getDecoder().decode(lines.get(4));
            Provider provider = hsm.provider();
            byte[] plain = cipher(Cipher.DECRYPT_MODE, provider, hsm.open(provider), hsm, Arrays.copyOf(all, IV))
                    .doFinal(all, IV, all.length - IV);
            return new String(plain, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "the key cannot be unwrapped by the HSM of " + hsm.config() + ": " + cause(e), e);
        }
    }

    private static Cipher cipher(int mode, Provider provider, KeyStore store, Hsm hsm, byte[] iv)
            throws GeneralSecurityException {
        Key key = store.getKey(hsm.label(), null);
        if (key == null) {
            throw new GeneralSecurityException("it has no key " + hsm.label());
        }
        var cipher = Cipher.getInstance(CIPHER, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(hsm.bound());
        return cipher;
    }

    /** What the HSM said; never the PIN or the key. */
    private static String cause(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName() + " " + last.getMessage();
    }
}
