package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Keeps {@code docs/architecture/modules.md} true: it is drawn from the code, and this test fails when it differs. Run
 * with {@code -Dakashi.draw=true} to draw it anew.
 */
class ModuleMapTest {
    private static final Path MAP = Path.of("../docs/architecture/modules.md");
    private static final ApplicationModules MODULES = ApplicationModules.of(Akashi.class);

    @Test
    void theDrawnMapIsTheCode() throws IOException {
        var drawn = draw();
        if (Boolean.getBoolean("akashi.draw")) {
            Files.writeString(MAP, drawn);
        }
        assertThat(Files.readString(MAP))
                .as("the module map is old; draw it anew with -Dtest=ModuleMapTest -Dakashi.draw=true")
                .isEqualTo(drawn);
    }

    private static String draw() {
        var uses = new HashMap<String, Set<String>>();
        for (var module : MODULES) {
            uses.put(name(module), usedBy(module));
        }
        var modules = MODULES.stream()
                .sorted(Comparator.comparingInt((ApplicationModule module) -> -depth(name(module), uses))
                        .thenComparing(ModuleMapTest::name))
                .toList();
        return """
                # Modules

                Drawn from the code by `ModuleMapTest`; do not edit. An arrow means "calls"; arrows that follow from others are left
                out of the picture and stand in the table. `web` and `calendar`, which nearly everybody calls, are left out too.

                ```mermaid
                flowchart TD
                %s
                ```

                | module | public types | calls |
                |---|---|---|
                %s
                """.formatted(arrows(modules, uses), rows(modules, uses));
    }

    private static String arrows(List<ApplicationModule> modules, Map<String, Set<String>> uses) {
        var plain = Set.of("web", "calendar");
        return modules.stream()
                .map(ModuleMapTest::name)
                .filter(name -> !plain.contains(name))
                .flatMap(from -> uses.getOrDefault(from, Set.of()).stream()
                        .filter(to -> !plain.contains(to))
                        .filter(to -> uses.getOrDefault(from, Set.of()).stream()
                                .noneMatch(between -> !between.equals(to) && reaches(between, to, uses)))
                        .map(to -> "    " + from + " --> " + to))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(List<ApplicationModule> modules, Map<String, Set<String>> uses) {
        return modules.stream()
                .map(module -> "| `%s` | %s | %s |"
                        .formatted(
                                name(module),
                                module.getNamedInterfaces().stream()
                                        .flatMap(part -> part.asJavaClasses())
                                        .map(type -> type.getSimpleName())
                                        .filter(type -> !type.isEmpty()
                                                && !type.endsWith("Generated")
                                                && !type.equals("package-info"))
                                        .distinct()
                                        .count(),
                                String.join(", ", uses.getOrDefault(name(module), Set.of()))))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> usedBy(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(ModuleMapTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> uses) {
        return uses.getOrDefault(from, Set.of()).stream().anyMatch(next -> next.equals(to) || reaches(next, to, uses));
    }

    private static int depth(String module, Map<String, Set<String>> uses) {
        return uses.getOrDefault(module, Set.of()).stream()
                .mapToInt(used -> 1 + depth(used, uses))
                .max()
                .orElse(0);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
