package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.server.ApiContract.Operation;
import dev.gantry.server.json.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code openapi.yaml} tells of every route and of no other, and hangs together. {@link RunningServer} checks answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTest {

    /** For people, not for programs: the pages, by how their addresses begin. */
    private static final Set<String> PAGES = Set.of(
            "assets",
            "api",
            "live",
            "history",
            "sightings",
            "reads",
            "review",
            "statistics",
            "cameras",
            "try",
            "system");

    private final ApiContract contract = ApiContract.SHIPPED;

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(Fakes.finding(), Fakes.reading("", 0));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        Set<String> routes = server.gantry().routes().stream()
                .map(route -> route.replaceAll("<(\\w+)>", "{$1}")) // a name that may hold slashes
                .filter(route -> !isPage(route) && !route.startsWith("OPTIONS ")) // browsers ask it by themselves
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract.operations().stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(routes);
    }

    private static boolean isPage(String route) {
        String path = route.substring(route.indexOf('/') + 1);
        return PAGES.contains(path.split("/", 2)[0]) && !path.startsWith("api/");
    }

    @Test
    void isServedAsItWasWrittenAndAsJson() throws Exception {
        var yaml = server.get("/api/v1/openapi.yaml");
        var json = server.get("/api/v1/openapi.json");

        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(RunningServer.json(json));
        assertThat(yaml.body()).startsWith("openapi: 3.1");
    }

    @Test
    void namesEachOperationOnceUnderATagThatThereIs() {
        List<String> tags = contract.document()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asText())
                .toList();

        assertThat(contract.operations().stream()
                        .map(Operation::description)
                        .distinct() // several paths may share one
                        .map(description -> description.path("operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
        for (Operation operation : contract.operations()) {
            JsonNode description = operation.description();
            assertThat(description.path("tags")).as(operation.toString()).isNotEmpty();
            assertThat(description.path("tags").valueStream().map(JsonNode::asText))
                    .isSubsetOf(tags);
            assertThat(description.path("summary").asText())
                    .as(operation.toString())
                    .endsWith(".");
        }
    }

    @Test
    void describesEveryNameInAPath() {
        for (Operation operation : contract.operations()) {
            if (operation
                    .description()
                    .path("x-also-at")
                    .valueStream()
                    .anyMatch(path -> operation.path().equals(path.asText()))) {
                continue; // its name stands for anything
            }
            Stream<String> described = operation
                    .description()
                    .path("parameters")
                    .valueStream()
                    .map(contract::resolved)
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> "{" + parameter.path("name").asText() + "}");
            assertThat(described)
                    .as(operation.toString())
                    .containsExactlyElementsOf(Stream.of(operation.path().split("/"))
                            .filter(segment -> segment.startsWith("{"))
                            .toList());
        }
    }

    @Test
    void hasNoReferenceToNothingAndNoComponentThatNobodyUses() {
        Set<String> references =
                contract.document().findValuesAsText("$ref").stream().collect(Collectors.toCollection(TreeSet::new));
        Set<String> components = contract.document()
                .path("components")
                .propertyStream()
                .flatMap(kind -> kind.getValue()
                        .propertyStream()
                        .map(component -> "#/components/%s/%s".formatted(kind.getKey(), component.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(references).isEqualTo(components);
    }

    @Test
    void hasNoTextWithAnUnquotedComma() {
        List<String> keys = contract.document().findParents("description").stream()
                .flatMap(JsonNode::propertyStream)
                .filter(property -> property.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(keys).isEmpty(); // "{description: one, two}" has a key "two"
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        int checked = 0;
        for (JsonNode content : contract.document().findValues("content")) {
            for (JsonNode media : content) {
                if (media.has("example") && media.has("schema")) {
                    contract.assertValid("example", media.path("schema"), media.path("example"));
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void namesEveryErrorThatARequestMayMeet() {
        JsonNode codes = contract.document().at("/components/schemas/Error/properties/error/properties/code/enum");

        assertThat(codes.valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(Stream.of(ErrorCode.values())
                        .filter(code -> code != ErrorCode.UNREADABLE_FILE) // of the command line
                        .map(ErrorCode::name)
                        .toList());
    }
}
