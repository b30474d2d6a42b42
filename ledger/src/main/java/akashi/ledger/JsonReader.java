package akashi.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON document by the rules that {@link CanonicalJson#parse(byte[])} states. */
final class JsonReader {
    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Object document() {
        skipSpace();
        Object value = value(0);
        skipSpace();
        if (at != text.length()) {
            throw fault("something follows the value");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > CanonicalJson.MAX_DEPTH) {
            throw fault("it is nested deeper than " + CanonicalJson.MAX_DEPTH);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", CanonicalJson.Null.NULL);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            if (peek() != '"') {
                throw fault("a member's name is missing");
            }
            String name = string();
            skipSpace();
            expect(':');
            skipSpace();
            if (members.containsKey(name)) {
                throw fault("a member's name is there twice");
            }
            members.put(name, value(depth + 1));
            skipSpace();
            if (endsWith('}')) {
                return members;
            }
        }
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(value(depth + 1));
            skipSpace();
            if (endsWith(']')) {
                return elements;
            }
        }
    }

    /** Past a comma and the space behind it, or past the end of the object or array. */
    private boolean endsWith(char end) {
        if (peek() == end) {
            at++;
            return true;
        }
        expect(',');
        skipSpace();
        return false;
    }

    private String string() {
        int start = ++at;
        while (plain(peek())) {
            at++;
        }
        if (peek() == '"') {
            return text.substring(start, at++);
        }
        StringBuilder out = new StringBuilder(text.length() < 256 ? text.length() : 256).append(text, start, at);
        for (char c = peek(); c != '"'; c = peek()) {
            if (c == '\\') {
                at++;
                escape(out);
            } else if (c < ' ') {
                throw fault("a control character stands in a string");
            } else {
                unit(c, out);
                at++;
            }
        }
        at++;
        requireNoDangling(out);
        return out.toString();
    }

    private boolean plain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
    }

    private void escape(StringBuilder out) {
        char c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> unit(c, out);
            case 'b' -> unit('\b', out);
            case 'f' -> unit('\f', out);
            case 'n' -> unit('\n', out);
            case 'r' -> unit('\r', out);
            case 't' -> unit('\t', out);
            case 'u' -> unit(hex(), out);
            default -> throw fault("an escape is unknown");
        }
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw fault("an escape has no four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private void unit(char c, StringBuilder out) {
        if (Character.isLowSurrogate(c)) {
            if (!danglingHigh(out)) {
                throw fault("a low surrogate stands alone");
            }
            int pair = Character.toCodePoint(out.charAt(out.length() - 1), c);
            out.setLength(out.length() - 1);
            out.appendCodePoint(pair);
            return;
        }
        requireNoDangling(out);
        out.append(c);
    }

    private void requireNoDangling(StringBuilder out) {
        if (danglingHigh(out)) {
            throw fault("a high surrogate stands alone");
        }
    }

    private static boolean danglingHigh(StringBuilder out) {
        return !out.isEmpty() && Character.isHighSurrogate(out.charAt(out.length() - 1));
    }

    private Object literal(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw fault("a value is missing");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peekOrEnd() == '0') {
            at++;
        } else {
            digits();
        }
        if (peekOrEnd() == '.') {
            at++;
            digits();
        }
        if (peekOrEnd() == 'e' || peekOrEnd() == 'E') {
            at++;
            if (peekOrEnd() == '+' || peekOrEnd() == '-') {
                at++;
            }
            digits();
        }
        double value = Double.parseDouble(text.substring(start, at));
        if (Double.isInfinite(value)) {
            throw fault("a number is too large");
        }
        return value;
    }

    private void digits() {
        int start = at;
        while (peekOrEnd() >= '0' && peekOrEnd() <= '9') {
            at++;
        }
        if (at == start) {
            throw fault("a value is missing");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw fault("'" + c + "' is missing");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("it ends too early");
        }
        return text.charAt(at);
    }

    private char peekOrEnd() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private MalformedException fault(String what) {
        return new MalformedException("not JSON: " + what + ", at character " + (at + 1));
    }
}
