package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.WholeTest;
import akashi.web.Messages;
import akashi.web.Retiring;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document says everything the program maps, nothing else, and is sound in itself. */
@WholeTest
class OpenApiTest {
    private final Contract contract = new Contract();
    private final RequestMappingHandlerMapping mappings;
    private final Messages messages;

    OpenApiTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, Messages messages) {
        this.mappings = mappings;
        this.messages = messages;
    }

    @Test
    void everyMappedOperationIsDescribedAndTheOtherWayRound() {
        var mapped = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + pattern))));

        assertThat(mapped).hasSizeGreaterThan(15);
        assertThat(contract.operations().keySet()).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void whatGoesAwayIsDeprecatedInTheContractForTwoYearsAtLeast() {
        var going = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            var retiring = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Retiring.class);
            if (retiring != null) {
                assertThat(LocalDate.parse(retiring.since()).plusMonths(24))
                        .as("%s", method)
                        .isBeforeOrEqualTo(LocalDate.parse(retiring.sunset()));
                info.getPatternValues()
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> going.add(verb + " " + pattern)));
            }
        });
        var deprecated = new TreeSet<String>();
        contract.operations().forEach((name, operation) -> {
            if (operation.path("deprecated").asBoolean(false)) {
                deprecated.add(name);
            }
        });

        assertThat(deprecated).isEqualTo(going);
    }

    @Test
    void everyOperationSaysWhatItIsHowItIsRefusedAndGivesAnExample() {
        contract.operations().forEach((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("operationId").asString("")).as(name).isNotBlank();
            assertThat(operation.path("tags").size()).as(name).isEqualTo(1);
            assertThat(problems(operation))
                    .as(name + " has a problem of the caller")
                    .isNotEmpty();
            assertThat(examples(operation)).as(name + " has an example").isPositive();
        });
        assertThat(contract.operations().values().stream()
                        .map(operation -> operation.get("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatChangesSomethingNeedsTheToken() {
        contract.operations().forEach((name, operation) -> {
            if (operation.path("operationId").asString().equals("signIn")) {
                assertThat(operation.get("security").isEmpty()).isTrue();
            } else {
                var security = operation.has("security")
                        ? operation.get("security")
                        : contract.document().get("security");
                assertThat(security.get(0).has("session")).as(name).isTrue();
                assertThat(security.get(0).has("csrf")).as(name).isEqualTo(!name.startsWith("GET "));
            }
        });
    }

    @Test
    void everyReferenceLeadsSomewhereAndNothingStandsUnused() {
        var used = new TreeSet<String>();
        walk(contract.document(), used);
        used.forEach(reference -> assertThat(
                        contract.document().at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        for (var kind : List.of("schemas", "responses", "parameters")) {
            contract.document()
                    .at("/components/" + kind)
                    .properties()
                    .forEach(component -> assertThat(used).contains("#/components/" + kind + "/" + component.getKey()));
        }
    }

    @Test
    void everySchemaIsOneAndEveryExampleFitsItsOwn() {
        contract.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> contract.schema(schema.getValue(), false).initializeValidators());
        var checked = new ArrayList<String>();
        contract.operations().forEach((name, operation) -> {
            examplesFit(name + " request", operation.path("requestBody"), checked);
            operation
                    .get("responses")
                    .properties()
                    .forEach(response -> examplesFit(
                            name + " " + response.getKey(), contract.resolved(response.getValue()), checked));
        });
        assertThat(checked).hasSizeGreaterThan(20);
    }

    @Test
    void everySchemaFitsTheMetaSchema() {
        var meta = com.networknt.schema.SchemaRegistry.withDefaultDialect(
                        com.networknt.schema.SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        contract.document()
                .at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(meta.validate(schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void theDocumentHasTheShapeOfOpenApi31() {
        var document = contract.document();
        assertThat(document.get("openapi").asString()).startsWith("3.1.");
        assertThat(names(document))
                .isSubsetOf(
                        "openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "paths", "components");
        assertThat(names(document.get("info"))).contains("title", "version");
        document.get("paths").properties().forEach(path -> {
            assertThat(names(path.getValue()))
                    .as(path.getKey())
                    .allMatch(name -> name.equals("parameters") || Contract.METHODS.contains(name));
            path.getValue().path("parameters").forEach(parameter -> parameter(path.getKey(), parameter));
        });
        contract.operations().forEach((name, operation) -> {
            assertThat(names(operation))
                    .as(name)
                    .isSubsetOf(
                            "tags",
                            "summary",
                            "description",
                            "operationId",
                            "parameters",
                            "requestBody",
                            "responses",
                            "security");
            operation.path("parameters").forEach(parameter -> parameter(name, parameter));
            operation.get("responses").properties().forEach(response -> {
                assertThat(response.getKey()).matches("[2345][0-9]{2}");
                assertThat(contract.resolved(response.getValue())
                                .path("description")
                                .asString(""))
                        .as(name + " " + response.getKey())
                        .isNotBlank();
            });
        });
    }

    @Test
    void pathParametersAreThoseOfThePath() {
        contract.document().get("paths").properties().forEach(path -> {
            var stated = new TreeSet<String>();
            path.getValue()
                    .path("parameters")
                    .forEach(parameter ->
                            stated.add(contract.resolved(parameter).get("name").asString()));
            var named = new TreeSet<String>();
            var braces = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
            while (braces.find()) {
                named.add(braces.group(1));
            }
            assertThat(stated).as(path.getKey()).isEqualTo(named);
        });
    }

    @Test
    void everyProblemOfTheMessagesIsNamedAndTheOtherWayRound() {
        var types = new TreeSet<String>();
        contract.document()
                .at("/components/schemas/ProblemType/enum")
                .forEach(type -> types.add(type.asString().replace("urn:akashi:problem:", "")));
        var worded = new TreeSet<String>();
        messages.keys("en").stream()
                .filter(key -> key.startsWith("problem.") && key.endsWith(".title"))
                .forEach(key -> worded.add(key.substring("problem.".length(), key.length() - ".title".length())));

        assertThat(types).containsAll(worded);
        types.removeAll(worded);
        assertThat(types).allMatch(name -> messages.has(Locale.ENGLISH, "error." + name + ".title"));
    }

    private void parameter(String where, JsonNode stated) {
        var parameter = contract.resolved(stated);
        assertThat(names(parameter)).as(where).contains("name", "in", "schema", "example");
        assertThat(parameter.get("in").asString()).isIn("path", "query");
        assertThat(parameter.path("required").asBoolean(false))
                .as(where)
                .isEqualTo(parameter.get("in").asString().equals("path"));
        contract.fits(parameter.get("schema"), parameter.get("example"), where);
    }

    private List<String> problems(JsonNode operation) {
        return operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("4"))
                .filter(response ->
                        contract.resolved(response.getValue()).path("content").has("application/problem+json"))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private int examples(JsonNode operation) {
        var found = new ArrayList<JsonNode>(operation.path("requestBody").findValues("example"));
        found.addAll(operation.path("requestBody").findValues("examples"));
        operation.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        found.addAll(contract.resolved(response.getValue()).findValues("example")));
        return operation.get("responses").has("204") ? 1 : found.size();
    }

    private void examplesFit(String name, JsonNode described, List<String> checked) {
        described.path("content").properties().forEach(content -> {
            var schema = content.getValue().get("schema");
            if (content.getValue().has("example")) {
                contract.fits(schema, content.getValue().get("example"), name);
                checked.add(name);
            }
            content.getValue().path("examples").properties().forEach(example -> {
                contract.fits(schema, example.getValue().get("value"), name + " " + example.getKey());
                checked.add(name + example.getKey());
            });
        });
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    private static void walk(JsonNode node, Set<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> walk(child, references));
    }
}
