package akashi.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody at a terminal, told by its network address, who reads pages and sends forms over HTTPS. */
final class Visitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern RECEIPT = Pattern.compile("href=\"(/receipts/[^\"]+)\"");

    private final String site;
    private final HttpClient client;
    private String page = "";
    private String token = "";

    private Visitor(String site, HttpClient client) {
        this.site = site;
        this.client = client;
    }

    /** A visitor at the terminal with this address, who trusts the site's certificate and no other. */
    static Visitor at(String address, String site, Certificate trusted) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("site", trusted);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return new Visitor(
                site,
                HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(address))
                        .sslContext(context)
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(PATIENCE)
                        .build());
    }

    /** Opens a page; gives its status. */
    int open(String path) throws IOException, InterruptedException {
        return take(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    /** Opens a page with a token instead of a session; gives its status. */
    int open(String path, String bearer) throws IOException, InterruptedException {
        return take(HttpRequest.newBuilder(URI.create(site + path))
                .header("Authorization", "Bearer " + bearer)
                .GET());
    }

    /** Sends a form with the token of the last page; gives the status of the page it leads to. */
    int send(String path, String... fields) throws IOException, InterruptedException {
        var form = new StringBuilder("_csrf=").append(encoded(token));
        for (var i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return take(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Signs in and expects to be let in. */
    void signIn(String staffNumber, String password) throws IOException, InterruptedException {
        var _ = open("/sign-in");
        var status = send("/sign-in", "staffNumber", staffNumber, "password", password);
        if (status != 200 || page.contains("name=\"password\"")) {
            throw new IOException("Sign-in was answered " + status + ":\n" + page);
        }
    }

    /** Asks about a plate that is not on record, and keeps the receipt of the answer in the file. */
    Path ask(Path receipt) throws IOException, InterruptedException {
        var _ = open("/");
        var _ = send(
                "/",
                "kind",
                "vehicle",
                "purpose",
                "stop-and-question",
                "caseReference",
                "110-1122-0345",
                "operation",
                "stolen-vehicle",
                "plate",
                "青森330さ1234");
        var address = RECEIPT.matcher(page);
        if (!page.contains("該当なし") || !address.find() || open(address.group(1)) != 200) {
            throw new IOException("There is no answer with a receipt:\n" + page);
        }
        return Files.writeString(receipt, page);
    }

    String page() {
        return page;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private int take(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        page = response.body();
        var found = TOKEN.matcher(page);
        if (found.find()) {
            token = found.group(1);
        }
        return response.statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
