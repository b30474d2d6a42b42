package akashi.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with settings that nothing outside replaces, and with its log in a file. */
final class Starting {
    private Starting() {}

    /**
     * Starts it; its log goes to the file, and nothing of it to the console.
     *
     * @param profile {@code demo}, {@code serve} or {@code setup}
     */
    static ConfigurableApplicationContext start(
            Class<?> application, String profile, Path log, Map<String, Object> properties) {
        var all = new HashMap<>(properties);
        all.put("spring.config.location", "classpath:/application.yaml");
        all.put("logging.file.name", log.toString());
        all.put("logging.threshold.console", "OFF");
        return new SpringApplicationBuilder(application).profiles(profile).run(arguments(all));
    }

    /** As arguments they stand above every other source, so that nothing replaces what was checked. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }
}
