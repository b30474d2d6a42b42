package akashi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of {@code localhost} for tests, signed by itself and made on the spot, as two PEM files.
 *
 * @param certificate the certificate
 * @param key its key, mode 0600
 */
public record Certificates(Path certificate, Path key) {
    private static final String SECRET = "made-for-a-test";

    /** Valid for thirty days from then ({@code -40d}, {@code -1d}, …). */
    public static Certificates from(Path folder, String start)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = Files.createTempDirectory(folder, "tls").resolve("store.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-startdate",
                        start,
                        "-validity",
                        "30",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no certificate");
        }
        var keys = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
        return new Certificates(
                pem(
                        store.resolveSibling("site.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("site").getEncoded()),
                pem(
                        store.resolveSibling("site.key"),
                        "PRIVATE KEY",
                        keys.getKey("site", SECRET.toCharArray()).getEncoded()));
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                        + "\n-----END " + what + "-----\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
