package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD is answered as GET is, without the body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadTest {

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(Fakes.finding(), Fakes.reading("", 0));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/health", "/assets/style.css", "/api/v1/openapi.yaml", "/nothing", "/api/v1/recognize"})
    void answersWithTheStatusAndTheHeadersOfGet(String path) throws Exception {
        HttpResponse<String> get = server.get(path);
        HttpResponse<String> head =
                server.send(HttpRequest.newBuilder(server.uri(path)).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(withoutDate(head.headers())).isEqualTo(withoutDate(get.headers()));
        assertThat(head.headers().firstValue("Content-Length"))
                .hasValue(String.valueOf(get.body().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void sendsNoBodyOnTheWire() throws Exception {
        try (var client = server.connect()) {
            client.getOutputStream()
                    .write("HEAD /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n").doesNotContain("models_loaded");
        }
    }

    private static HttpHeaders withoutDate(HttpHeaders headers) {
        return HttpHeaders.of(headers.map(), (name, _) -> !name.equalsIgnoreCase("date"));
    }
}
