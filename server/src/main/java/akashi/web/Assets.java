package akashi.web;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of style sheets and scripts with a mark of their content, so that browsers may keep them for long. */
@Component
class Assets {
    private final Map<String, String> marked = new ConcurrentHashMap<>();

    /** The path with {@code ?v=} and the beginning of the content's SHA-256. */
    String path(String path) {
        return marked.computeIfAbsent(path, Assets::mark);
    }

    private static String mark(String path) {
        try (var content = new ClassPathResource("static" + path).getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The asset " + path + " is not in the program", e);
        }
    }
}
