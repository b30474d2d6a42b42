package akashi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The yardstick of {@code verify --all}: reads every file below a folder and hashes its bytes once with SHA-256, the
 * files shared among as many threads as are asked for. A process of its own, like the check.
 */
final class HashOnce {
    private HashOnce() {}

    static void main(String[] args) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
            files = found.filter(Files::isRegularFile).toList();
        }
        var next = new AtomicInteger();
        var bytes = new AtomicLong();
        var threads = Stream.generate(() -> Thread.ofPlatform().start(() -> hash(files, next, bytes)))
                .limit(Integer.parseInt(args[1]))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(files.size() + " " + bytes.get());
    }

    private static void hash(List<Path> files, AtomicInteger next, AtomicLong bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (int n = next.getAndIncrement(); n < files.size(); n = next.getAndIncrement()) {
                byte[] content = Files.readAllBytes(files.get(n));
                if (sha.digest(content).length != 32) {
                    throw new IllegalStateException("SHA-256 has 32 bytes");
                }
                bytes.addAndGet(content.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", e);
        }
    }
}
