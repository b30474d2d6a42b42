package akashi.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One kept-alive HTTP/1.1 connection with its cookies. As small as it can be, because the load generator shares the
 * machine's two cores with the program it measures.
 */
final class HttpLine implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final long LONGEST_IDLE = 5_000_000_000L;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private long last = System.nanoTime();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    HttpLine(int port) throws IOException {
        this.port = port;
        this.socket = connect(port);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Opens a new connection where the server has said it closes this one, or may have closed it for being idle. */
    private void refresh() throws IOException {
        if (closing || System.nanoTime() - last > LONGEST_IDLE) {
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
            closing = false;
        }
    }

    /** Status and body of a response. */
    record Response(int status, String body) {}

    /** A header sent with every request from now on. */
    void always(String name, String value) {
        headers.put(name, value);
    }

    Response get(String path) throws IOException {
        return send("GET", path, "");
    }

    Response post(String path, String json) throws IOException {
        return send("POST", path, json);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Response send(String method, String path, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nAccept: application/json\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!cookies.isEmpty()) {
            head.append("Cookie: ")
                    .append(cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")))
                    .append("\r\n");
        }
        if (method.equals("POST")) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        var headBytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var whole = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
        System.arraycopy(body, 0, whole, headBytes.length, body.length);
        refresh();
        out.write(whole);
        out.flush();
        var response = receive();
        last = System.nanoTime();
        return response;
    }

    private Response receive() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            var name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = header.substring(colon + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "set-cookie" -> keep(value);
                case "connection" -> closing = value.equalsIgnoreCase("close");
                default -> {
                    // no other header matters here
                }
            }
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        return new Response(status, new String(body, StandardCharsets.UTF_8));
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            skipLine();
        }
        skipLine();
        return body.toByteArray();
    }

    private void skipLine() throws IOException {
        if (!line().isEmpty()) {
            throw new IOException("The response's chunks are not well formed");
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection in mid-answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
