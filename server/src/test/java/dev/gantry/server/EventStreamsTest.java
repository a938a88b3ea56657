package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all streams have in common: resuming, filters, limits, ends. */
@Timeout(120)
class EventStreamsTest {

    private static final String SUBSCRIBERS = "gantry_event_subscribers";

    private RunningServer server = start(Map.of());

    private static RunningServer start(Map<String, String> settings) {
        return RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("PHOTO1", 0.9), settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void read(String plate, double percent, String camera) throws Exception {
        HttpResponse<String> answer = server.post(
                "/alpr_data",
                "application/json",
                "{\"plate\":\"%s\",\"confidence\":%s,\"camera\":\"%s\"}".formatted(plate, percent, camera));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private EventClient listen(String path, String... headers) throws Exception {
        return EventClient.open(server.uri(path), headers);
    }

    @Test
    void goesOnAfterTheLastEventThatTheClientHas() throws Exception {
        for (int i = 1; i <= 5; i++) {
            read("A" + i, 90, "gate");
        }
        try (var byHeader = listen("/stream", "Last-Event-ID", "3");
                var byParameter = listen("/stream?lastEventId=4");
                var header = listen("/stream?lastEventId=0", "Last-Event-ID", "4");
                var newOnly = listen("/stream");
                var future = listen("/stream?lastEventId=999999999999999999");
                var foreign = listen("/stream", "Last-Event-ID", "1476716853320-0")) {
            assertThat(byHeader.event()).isEqualTo("id: 4\ndata: A4\n");
            assertThat(byParameter.event()).isEqualTo("id: 5\ndata: A5\n");
            assertThat(header.event()).isEqualTo("id: 5\ndata: A5\n");
            read("A6", 90, "gate");
            assertThat(newOnly.event()).isEqualTo("id: 6\ndata: A6\n");
            assertThat(future.event()).isEqualTo("id: 6\ndata: A6\n");
            assertThat(foreign.event()).isEqualTo("id: 6\ndata: A6\n");
        }
    }

    @Test
    void showsOnlyWhatIsAskedFor() throws Exception {
        read("AB-12 CD", 40, "gate");
        read("EF34", 95, "yard");
        read("GH56", 95, "gate");
        try (var camera = listen("/stream?lastEventId=0&camera=yard");
                var confidence = listen("/stream?lastEventId=0&min_confidence=0.9");
                var plate = listen("/stream?lastEventId=0&plate=ab12cd");
                var all = listen("/stream?lastEventId=0&camera=gate&min_confidence=0.9");
                var own = listen("/api/v1/events?lastEventId=0&camera=gate&minConfidence=0.9")) {
            assertThat(camera.data()).isEqualTo("EF34");
            assertThat(confidence.data()).isEqualTo("EF34");
            assertThat(plate.data()).isEqualTo("AB-12 CD");
            assertThat(all.data()).isEqualTo("GH56");
            assertThat(own.data()).contains("\"text\":\"GH56\"");
        }
    }

    @Test
    void givesWholeReadsAsJsonWhenAsked() throws Exception {
        read("AB12", 90, "gate");
        try (var byParameter = listen("/stream?lastEventId=0&format=json");
                var byHeader = listen("/stream?lastEventId=0", "Accept", "application/json");
                var text = listen("/stream?lastEventId=0&format=text", "Accept", "application/json");
                var browser = listen("/stream?lastEventId=0", "Accept", "text/event-stream")) {
            JsonNode read = Json.mapper().readTree(byParameter.data());
            assertThat(read.path("text").asText()).isEqualTo("AB12");
            assertThat(read.path("confidence").asDouble()).isEqualTo(0.9);
            assertThat(Json.mapper().readTree(byHeader.data())).isEqualTo(read);
            assertThat(text.data()).isEqualTo("AB12");
            assertThat(browser.data()).isEqualTo("AB12");
        }
    }

    @Test
    void ownEventsHaveTypes() throws Exception {
        read("AB12", 90, "gate");
        try (var events = listen("/api/v1/events?lastEventId=0");
                var reads = listen("/api/v1/events?lastEventId=0&type=camera,read")) {
            assertThat(events.event()).startsWith("id: 1\nevent: read\ndata: {\"id\":1,");
            assertThat(reads.event()).startsWith("id: 1\nevent: read\n");
        }
    }

    @Test
    void whatWasDeletedIsNotToldAgain() throws Exception {
        read("A1", 90, "gate");
        read("B2", 90, "gate");
        try (var live = listen("/stream?lastEventId=0")) {
            assertThat(live.data()).isEqualTo("A1");
            assertThat(live.data()).isEqualTo("B2");
        }
        HttpResponse<String> deleted = server.send(
                HttpRequest.newBuilder(server.uri("/api/v1/reads/1")).DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);

        try (var plates = listen("/stream?lastEventId=0");
                var own = listen("/api/v1/events?lastEventId=0");
                var soFar = listen("/alpr/events")) {
            assertThat(plates.data()).isEqualTo("B2");
            assertThat(own.event()).isEqualTo("id: 1\nevent: forgotten\ndata: {}\n");
            assertThat(soFar.data()).contains("B2").doesNotContain("A1");
        }
    }

    @Test
    void otherTypesAreLeftOutWhenSomeAreAskedFor() throws Exception {
        try (var cameras = listen("/api/v1/events?type=camera")) {
            read("AB12", 90, "gate");
            server.gantry().close();

            assertThat(cameras.frame()).hasValue(": connected\n");
            assertThat(cameras.frame()).isEmpty();
        }
    }

    /** As in {@code /api/v1/reads}: forms send what was left empty. */
    @Test
    void anEmptyFilterIsNone() throws Exception {
        read("AB12", 90, "gate");
        try (var stream = listen("/stream?lastEventId=0&camera=&plate=&min_confidence=");
                var own = listen("/api/v1/events?lastEventId=0&camera=&plate=&minConfidence=&type=")) {
            assertThat(stream.data()).isEqualTo("AB12");
            assertThat(own.data()).contains("\"text\":\"AB12\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stream?min_confidence=high",
                "/stream?min_confidence=2",
                "/stream?min_confidence=NaN",
                "/stream?format=xml",
                "/stream?lastEventId=-1",
                "/stream?lastEventId=9999999999999999999",
                "/api/v1/events?lastEventId=x",
                "/api/v1/events?minConfidence=1.5"
            })
    void refusesWrongParameters(String path) throws Exception {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningServer.json(answer).path("error").path("code").asText())
                .isEqualTo("INVALID_REQUEST");
    }

    @Test
    void aSilentStreamSaysEvery15SecondsThatItIsThere() throws Exception {
        try (var stream = listen("/stream")) {
            assertThat(stream.frame()).hasValue(": connected\n");
            long start = System.nanoTime();
            assertThat(stream.frame()).hasValue(": still here\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void noMoreClientsThanAllowedListen() throws Exception {
        server.close();
        server = start(Map.of("events.subscribers", "1"));
        try (var _ = listen("/stream")) {
            server.awaitMetric(SUBSCRIBERS, 1);
            HttpResponse<String> second = server.get("/api/v1/events");
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            assertThat(RunningServer.json(second).path("error").path("code").asText())
                    .isEqualTo("OVERLOADED");
        }
        server.awaitMetric(SUBSCRIBERS, 0); // noticed without an event
        try (var again = listen("/stream")) {
            read("AB12", 90, "gate");
            assertThat(again.data()).isEqualTo("AB12");
        }
        assertThat(server.metric("gantry_events_sent_total")).isEqualTo(1);
    }

    @Test
    void endsAtOnceWhenTheServerEnds() throws Exception {
        try (var stream = listen("/stream")) {
            stream.frame();
            long start = System.nanoTime();
            server.gantry().close();

            assertThat(stream.frame()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
        }
    }

    @Test
    void aClientThatTakesNothingHoldsNobodyUp() throws Exception {
        try (var stalled = stall("/api/v1/events");
                var quick = listen("/stream")) {
            server.awaitMetric(SUBSCRIBERS, 2);
            for (int i = 0; i < 300; i++) {
                read("A" + i, 90, "gate");
                assertThat(quick.data()).isEqualTo("A" + i);
            }
            assertThat(stalled.isConnected()).isTrue();
        }
    }

    /** Asks and never reads. */
    private Socket stall(String path) throws IOException {
        Socket socket = server.connect();
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
