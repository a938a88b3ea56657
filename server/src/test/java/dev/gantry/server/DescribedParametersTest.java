package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.ApiContract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code openapi.yaml} has the parameters that the pages for people tell of and that the server itself names. */
class DescribedParametersTest {

    private static final ApiContract CONTRACT = ApiContract.SHIPPED;

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** The names stand in the first column of a section's table. */
    @ParameterizedTest
    @CsvSource({
        "api.md, POST /api/v1/recognize, POST /api/v1/recognize",
        "api.md, CodeProject.AI and Easy-local-ALPR, POST /v1/vision/alpr",
        "api.md, Plate Recognizer, POST /v1/plate-reader",
        "history.md, Asking, GET /api/v1/reads"
    })
    void hasWhatThePagesTellOf(String page, String section, String operation) throws IOException {
        List<String> told = namesInTables(page, section);

        assertThat(told).isNotEmpty();
        assertThat(described(operation)).containsAll(told);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/reads", "/api/v1/sightings"})
    void hasWhatASearchNames(String path) throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), Fakes.reading("", 0))) {
            String message = RunningServer.json(server.get(path + "?none=1"))
                    .at("/error/message")
                    .asText();
            String named = message.replaceFirst(".*there are (.*)\\.", "$1");

            assertThat(described("GET " + path)).containsExactlyInAnyOrder(named.split(", "));
        }
    }

    @Test
    void wherePicturesAreSentTheyMayBeForgotten() {
        List<Operation> taking = CONTRACT.operations().stream()
                .filter(operation ->
                        operation.description().at("/requestBody/content").has("multipart/form-data")
                                || operation.path().contains("/recognize"))
                .toList();

        assertThat(taking)
                .hasSizeGreaterThan(10)
                .allSatisfy(operation -> assertThat(described(operation)).contains("X-Gantry-Keep"));
    }

    private static List<String> namesInTables(String page, String section) throws IOException {
        var names = new ArrayList<String>();
        boolean inside = false;
        boolean inTable = false;
        for (String line : Files.readAllLines(Path.of("..", "docs", page))) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + section);
            }
            inTable = line.startsWith("|") && (inTable || line.matches("\\| (Parameter|Field) \\|.*"));
            if (inside && inTable) {
                Matcher name = NAME.matcher(line.split("\\|", -1)[1]);
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    private static Set<String> described(String operation) {
        return CONTRACT.operations().stream()
                .filter(one -> one.toString().equals(operation))
                .findFirst()
                .map(DescribedParametersTest::described)
                .orElseThrow();
    }

    /** Parameters and fields of forms. */
    private static Set<String> described(Operation operation) {
        Stream<String> parameters = operation
                .description()
                .path("parameters")
                .valueStream()
                .map(parameter -> CONTRACT.resolved(parameter).path("name").asText());
        Stream<String> fields = operation
                .description()
                .at("/requestBody/content")
                .valueStream()
                .map(content -> CONTRACT.resolved(content.path("schema")))
                .flatMap(schema -> schema.path("properties").propertyStream().map(Map.Entry::getKey));
        return Stream.concat(parameters, fields).collect(Collectors.toCollection(TreeSet::new));
    }
}
