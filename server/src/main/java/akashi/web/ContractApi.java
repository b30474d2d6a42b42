package akashi.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The contract of the JSON API (OpenAPI 3.1), written by hand and read once. Like everything else it is shown to
 * whoever is signed in: it names operations and rules of the inside.
 */
@RestController
class ContractApi {
    private static final ClassPathResource FILE = new ClassPathResource("openapi/akashi-v1.yaml");

    private final String yaml;
    private final String json;

    ContractApi() {
        try {
            yaml = FILE.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The API's contract cannot be read", e);
        }
        json = JsonMapper.shared().writeValueAsString(new YAMLMapper().readTree(yaml));
    }

    @GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml;charset=UTF-8")
    String yaml() {
        return yaml;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] json() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
