package akashi.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Looks at the certificate and the key that HTTPS is served with, before the server would stumble over them. */
final class Tls {
    private static final String CERTIFICATE = "AKASHI_TLS_CERT";
    private static final String KEY = "AKASHI_TLS_KEY";

    private Tls() {}

    /** Notes what is wrong with the two files, which can be read. */
    static void check(Path certificate, Path key, SiteSettings settings) {
        var leaf = certificate(certificate, settings);
        var secret = key(key, settings);
        if (leaf == null || secret == null) {
            return;
        }
        try {
            leaf.checkValidity();
        } catch (CertificateException e) {
            settings.fault(
                    CERTIFICATE,
                    "証明書の有効期間の外です（" + leaf.getNotBefore() + " から " + leaf.getNotAfter() + "）。",
                    "holds a certificate that is not valid today (" + leaf.getNotBefore() + " to " + leaf.getNotAfter()
                            + ").");
        }
        if (!belongTogether(leaf, secret)) {
            settings.fault(
                    KEY, "鍵が AKASHI_TLS_CERT の証明書のものではありません。", "holds a key that is not that of the certificate.");
        }
    }

    private static @Nullable X509Certificate certificate(Path file, SiteSettings settings) {
        try {
            return PemContent.load(file).getCertificates().getFirst();
        } catch (IOException | RuntimeException e) {
            settings.fault(
                    CERTIFICATE, "PEM の証明書が読み取れません: " + file, "no PEM certificate can be read from " + file + ".");
            return null;
        }
    }

    private static @Nullable PrivateKey key(Path file, SiteSettings settings) {
        try {
            var key = PemContent.load(file).getPrivateKey();
            if (key != null) {
                return key;
            }
        } catch (IOException | RuntimeException e) {
            // said below, as for a file without a key
        }
        settings.fault(
                KEY,
                "PEM の秘密鍵（暗号化していないもの）が読み取れません: " + file,
                "no PEM private key (not encrypted) can be read from " + file + ".");
        return null;
    }

    /** Signs with one and checks with the other. */
    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            var signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> key.getAlgorithm();
                    });
            var sample = new byte[] {1, 2, 3};
            signature.initSign(key);
            signature.update(sample);
            var signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
