package akashi.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with the JDK's provider, keys as the raw 32 bytes that C2SP texts carry. */
final class Ed25519 {
    static final int KEY = 32;
    static final int SIGNATURE = 64;

    /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] newSeed() {
        byte[] seed = new byte[KEY];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    /**
     * The key pair of a seed: the JDK derives the public key only while it generates, so it is handed the seed as
     * chance.
     */
    static KeyPair keyPair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            boolean sameSeed = pair.getPrivate() instanceof EdECPrivateKey key
                    && key.getBytes()
                            .filter(bytes -> Arrays.equals(bytes, seed))
                            .isPresent();
            if (!sameSeed) {
                throw new IllegalStateException("The JDK made another key than the seed's");
            }
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 25 runtime must have Ed25519", e);
        }
    }

    static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, SPKI.length, encoded.length);
    }

    /**
     * The public key of those 32 bytes.
     *
     * @throws MalformedException if they name no point of the curve
     */
    static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("the public key is not one of Ed25519");
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 must sign any message", e);
        }
    }

    /** False for whatever is not this key's signature of the message, malformed signatures included. */
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Chance that always comes out the same. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
