package akashi.witness;

import akashi.ledger.NoteVerifier;
import akashi.ledger.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Locale;

/** Reads trust files (docs/formats/trust.md), or says in one sentence why one cannot be used. */
public final class TrustFiles {
    private TrustFiles() {}

    /**
     * The witnesses of this system's ledgers.
     *
     * @throws IllegalStateException with a sentence if the file cannot be read, names no witness, or gives one no
     *     usable address
     */
    public static Trust witnesses(Path file) {
        Trust trust = read(file, "akashi.witness.witnesses");
        if (trust.witnesses().isEmpty()) {
            throw new IllegalStateException("akashi.witness.witnesses: " + file + " names no witness");
        }
        trust.witnesses().forEach(witness -> {
            var _ = address(trust, witness.key());
        });
        return trust;
    }

    /**
     * The logs that this system witnesses.
     *
     * @throws IllegalStateException with a sentence if the file cannot be read or names no log
     */
    public static Trust logs(Path file) {
        Trust trust = read(file, "akashi.witness.logs");
        if (trust.logsInForce().isEmpty()) {
            throw new IllegalStateException("akashi.witness.logs: " + file + " names no log");
        }
        return trust;
    }

    /**
     * The authorities that witnesses' certificates must come from.
     *
     * @throws IllegalStateException with a sentence if the file cannot be read or holds none
     */
    public static Collection<? extends Certificate> authorities(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new IllegalStateException("akashi.witness.ca: " + file + " holds no certificate");
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("akashi.witness.ca: " + file + " holds no certificate that can be read", e);
        }
    }

    /** Where a witness takes checkpoints: its address in the file, and {@code add-checkpoint} below it. */
    static URI address(Trust trust, NoteVerifier witness) {
        String address = trust.address(witness)
                .orElseThrow(() -> new IllegalStateException(
                        "akashi.witness.witnesses: " + witness.name() + " needs an address behind its key"));
        try {
            URI uri = new URI(address.endsWith("/") ? address + "add-checkpoint" : address + "/add-checkpoint");
            String host = uri.getHost();
            boolean here = "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            if (host == null || !("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here))) {
                throw new IllegalStateException("akashi.witness.witnesses: the address of " + witness.name()
                        + " must be https://…, or http://… on this machine");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "akashi.witness.witnesses: the address of " + witness.name() + " cannot be understood", e);
        }
    }

    private static Trust read(Path file, String setting) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(setting + ": " + file + " cannot be read", e);
        }
        return switch (Trust.parse(content)) {
            case Trust.Outcome.Read(Trust trust) -> trust;
            case Trust.Outcome.Broken(int line, Trust.Fault fault) ->
                throw new IllegalStateException(setting + ": line " + line + " of " + file + " is wrong: "
                        + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }
}
