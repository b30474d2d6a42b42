package akashi.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who reads pages without a browser: follows links, fills and sends forms as they stand in the page. */
final class Pages implements AutoCloseable {
    private static final String BOUNDARY = "akashi-e2e-boundary";
    private static final Pattern FORM =
            Pattern.compile("(?s)<form method=\"(post|get)\" action=\"([^\"]+)\"([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("(?s)<select[^>]*\\bname=\"([^\"]+)\"[^>]*>(.*?)</select>");
    private static final Pattern VALUE = Pattern.compile("<option[^>]*value=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private final Program program;
    private final HttpClient client;

    Pages(Program program) {
        this.program = program;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** A page as it came. */
    record Page(int status, String path, String text) {
        /** The forms that send something. */
        List<Form> forms() {
            return all().filter(form -> !form.asks()).toList();
        }

        /** The forms that only ask for a page. */
        List<Form> searches() {
            return all().filter(Form::asks).toList();
        }

        /** How many forms there are in the page, however they are written. */
        int formTags() {
            return text.split("<form\\b", -1).length - 1;
        }

        private Stream<Form> all() {
            return FORM.matcher(text)
                    .results()
                    .map(found -> new Form(
                            plain(found.group(2)),
                            found.group(1).equals("get"),
                            found.group(3).contains("multipart"),
                            fields(found.group(4)),
                            files(found.group(4))));
        }

        private static Set<String> files(String form) {
            return FIELD.matcher(form)
                    .results()
                    .map(one -> attributes(one.group(2)))
                    .filter(one -> "file".equals(one.get("type")) && one.containsKey("name"))
                    .map(one -> one.get("name"))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        private static Map<String, String> attributes(String tag) {
            return ATTRIBUTE
                    .matcher(tag)
                    .results()
                    .collect(Collectors.toMap(one -> one.group(1), one -> plain(one.group(2)), (one, _) -> one));
        }

        /** Paths on this server that it links to. */
        Set<String> links() {
            var links = new LinkedHashSet<String>();
            var found = LINK.matcher(text);
            while (found.find()) {
                links.add(plain(found.group(1)));
            }
            return links;
        }

        private static Map<String, String> fields(String form) {
            var fields = new LinkedHashMap<String, String>();
            var found = FIELD.matcher(form);
            while (found.find()) {
                var attributes = attributes(found.group(2));
                if (attributes.containsKey("name") && !"file".equals(attributes.get("type"))) {
                    fields.putIfAbsent(attributes.get("name"), attributes.getOrDefault("value", ""));
                }
            }
            var options = OPTION.matcher(form);
            while (options.find()) {
                var values = VALUE.matcher(options.group(2));
                while (values.find()) {
                    if (!values.group(1).isEmpty()) {
                        fields.put(options.group(1), plain(values.group(1)));
                    }
                }
            }
            return fields;
        }

        private static String plain(String text) {
            return text.replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
    }

    /** A form: where it goes, what it would send if nothing were typed, and the names of its fields for files. */
    record Form(String action, boolean asks, boolean multipart, Map<String, String> fields, Set<String> files) {}

    Pages signIn(String staffNumber) throws IOException, InterruptedException {
        var form = open("/sign-in").forms().stream()
                .filter(one -> one.fields().containsKey("password"))
                .findFirst()
                .orElseThrow(() -> new IOException("The sign-in page has no form"));
        var page = send(form, Map.of("staffNumber", staffNumber, "password", Tour.PASSWORD));
        if (page.status() != 200 || page.text().contains("name=\"password\"")) {
            throw new IOException(staffNumber + " was not let in: " + page.status());
        }
        return this;
    }

    Page open(String path) throws IOException, InterruptedException {
        return page(request(path).GET().build());
    }

    /** Sends a form with these fields changed. */
    Page send(Form form, Map<String, String> changed) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(form.fields());
        all.putAll(changed);
        if (form.multipart()) {
            return multipart(form, all, "");
        }
        var body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        if (form.asks()) {
            return page(request(form.action() + "?" + body).GET().build());
        }
        return page(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a form with a file. */
    Page upload(Form form, String field, String name, String file) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<>(form.fields());
        fields.remove(field);
        return multipart(
                form,
                fields,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, field, name, file));
    }

    private Page multipart(Form form, Map<String, String> fields, String file)
            throws IOException, InterruptedException {
        var parts = new StringBuilder();
        fields.forEach((key, value) -> parts.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, key, value)));
        return page(request(form.action())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(parts + file + "--" + BOUNDARY + "--\r\n"))
                .build());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(program.url(address(path))))
                .timeout(Duration.ofMinutes(2))
                .header("Sec-Fetch-Site", "same-origin");
    }

    private Page page(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Page(response.statusCode(), response.uri().getRawPath(), response.body());
    }

    /** The path with everything but its own signs encoded, as a browser sends it. */
    private static String address(String path) {
        var address = new StringBuilder();
        path.codePoints()
                .forEach(point -> address.append(
                        point > ' ' && point < 127 && "\"<>\\^`{|}".indexOf(point) < 0
                                ? Character.toString(point)
                                : encoded(Character.toString(point))));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
