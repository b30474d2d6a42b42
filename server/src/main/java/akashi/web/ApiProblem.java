package akashi.web;

import java.util.List;
import java.util.Map;

/**
 * A refusal of the JSON API, answered as {@code application/problem+json} (RFC 9457).
 *
 * <p>The {@code type} is {@code urn:akashi:problem:} and the given name; it stays the same over versions. Title and
 * detail are messages {@code problem.NAME.title} and {@code problem.NAME.detail} in the caller's language.
 */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final transient List<Object> args;
    private final transient Map<String, Object> members;

    /**
     * @param status HTTP status, 400 to 499
     * @param name stable name of the problem's type
     * @param args what its messages are filled with; never personal data
     * @param members further members of the document
     */
    public ApiProblem(int status, String name, List<Object> args, Map<String, Object> members) {
        super(name, null, false, false);
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("A caller's problem has a status from 400 to 499, not " + status);
        }
        this.status = status;
        this.name = name;
        this.args = List.copyOf(args);
        this.members = Map.copyOf(members);
    }

    public ApiProblem(int status, String name) {
        this(status, name, List.of(), Map.of());
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }

    List<Object> args() {
        return args;
    }

    Map<String, Object> members() {
        return members;
    }
}
