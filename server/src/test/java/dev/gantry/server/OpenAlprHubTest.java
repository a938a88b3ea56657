package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub around OpenALPR, and what OpenALPR's and Rekor's programs post to it: section 6 of the contracts. */
@Timeout(120)
class OpenAlprHubTest {

    private static final String JSON = "application/json";

    /** What the daemon posts, keys that occur twice included. */
    private static final String DAEMON = """
            {"version":2,"data_type":"alpr_results","epoch_time":1476716853320,"img_width":600,"img_height":600,\
            "processing_time_ms":116.557533,"regions_of_interest":[{"x":0,"y":0,"width":600,"height":600}],\
            "results":[{"plate":"627WWI","confidence":94.338623,"matches_template":0,"plate_index":0,"region":"",\
            "region_confidence":0,"processing_time_ms":50,"requested_topn":10,"coordinates":[{"x":242,"y":360},\
            {"x":358,"y":362},{"x":359,"y":412},{"x":241,"y":408}],"candidates":[{"plate":"627WWI",\
            "confidence":94.338623,"matches_template":0},{"plate":"627WW1","confidence":80,"matches_template":0}]},\
            {"plate":"AB123","confidence":88,"plate_index":1}],\
            "uuid":"site-cam1-1476716853400","camera_id":1,"site_id":"site","img_width":600,"img_height":600}""";

    private static final String BEST_PLATE =
            "{\"plate\":\"627WWI\",\"confidence\":94.3,\"plate_index\":0,\"plate_crop_jpeg\":\"/9j/4AAQ\"}";

    private static final String GROUP = """
            {"data_type":"alpr_group","version":2,"epoch_start":1476716853320,"epoch_end":1476716855320,"camera_id":1,\
            "agent_uid":"agent","best_plate":%s,"best_plate_number":"627WWI","best_confidence":94.3,\
            "best_uuid":"site-cam1-1476716853400","best_region":"us-mo","uuids":["site-cam1-1476716853400"],\
            "plate_indexes":[0],"candidates":[],"vehicle":{"color":[{"name":"white","confidence":70}]},\
            "plate_path":[{"x":1,"y":2,"w":3,"h":4,"t":5,"f":6}],"is_parked":false}""".formatted(BEST_PLATE);

    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("PHOTO1", 0.9));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return server.post(path, JSON, body);
    }

    private EventClient listen(String path, String... headers) throws Exception {
        return EventClient.open(server.uri(path), headers);
    }

    /** The reads that are stored, oldest first. */
    private List<JsonNode> stored(int count) throws Exception {
        var reads = new java.util.ArrayList<JsonNode>();
        try (var client = listen("/api/v1/events?lastEventId=0")) {
            while (reads.size() < count) {
                reads.add(Json.mapper().readTree(client.data()));
            }
        }
        return reads;
    }

    private static void assertAccepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"success\"}");
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
    }

    private static void assertRefused(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(RunningServer.json(response).path("status").asText()).isEqualTo("fail");
        assertThat(RunningServer.json(response).path("message").asText()).isNotEmpty();
    }

    // As documented

    @ParameterizedTest
    @ValueSource(strings = {"/alpr_data", "/alprd", "/alpr", "/anpr", "/publish"})
    void acceptsAPlateUnderEachPathAndShowsIt(String path) throws Exception {
        try (var stream = listen("/stream")) {
            assertAccepted(post(path, "{\"plate\":\"AB1234CD\",\"more\":[1,2]}"));

            assertThat(stream.event()).isEqualTo("id: 1\ndata: AB1234CD\n");
        }
        assertThat(stored(1).getFirst().path("source").asText()).isEqualTo("openalpr");
    }

    @Test
    void acceptsNumbersOtherJsonTypesAndTheLastOfTwoKeys() throws Exception {
        try (var stream = listen("/stream")) {
            assertAccepted(post("/alpr_data", "{\"plate\":12345}"));
            assertAccepted(server.post("/alpr_data", "application/vnd.alpr+json; charset=utf-8", "{\"plate\":\"B2\"}"));
            assertAccepted(post("/alpr_data", "{\"plate\":\"FIRST\",\"plate\":\"LAST\"}"));

            assertThat(stream.data()).isEqualTo("12345");
            assertThat(stream.data()).isEqualTo("B2");
            assertThat(stream.data()).isEqualTo("LAST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[{\"plate\":\"A1\"}]",
                "null",
                "\"A1\"",
                "{\"plate\":null}",
                "{\"plate\":[\"A1\"]}",
                "{\"plate\":{}}",
                "{\"plate\":true}",
                "{\"plate\":\"\"}",
                "{\"plate\":\" - \"}",
                "{\"plate\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"plate\":",
                "{\"plate\":\"A1\"} x",
                "plate=A1",
                ""
            })
    void refusesWhatHasNoPlate(String body) throws Exception {
        assertRefused(post("/alpr_data", body), 400);
    }

    @Test
    void refusesOtherContentTypesAndMethods() throws Exception {
        assertRefused(server.post("/alpr_data", "application/x-www-form-urlencoded", "{\"plate\":\"A1\"}"), 415);
        assertRefused(server.post("/alpr_data", "", "{\"plate\":\"A1\"}"), 415);
        HttpResponse<String> get = server.get("/alpr_data");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void theStreamAnswersAtOnce() throws Exception {
        try (var stream = listen("/stream")) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type ->
                            assertThat(type.replace(" ", "")).isEqualToIgnoringCase("text/event-stream;charset=utf-8"));
            assertThat(stream.response().headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(stream.frame())
                    .hasValueSatisfying(frame -> assertThat(frame).startsWith(":"));
        }
    }

    @Test
    void noPlateWritesFieldsOfTheStream() throws Exception {
        try (var stream = listen("/stream")) {
            post("/alpr_data", "{\"plate\":\"A1\\n\\nevent: evil\\r\\rdata: x\\u2028\"}");
            post("/alpr_data", "{\"plate\":\"B2\"}");

            assertThat(stream.event()).isEqualTo("id: 1\ndata: A1event: evildata: x\n");
            assertThat(stream.event()).isEqualTo("id: 2\ndata: B2\n");
        }
    }

    @Test
    void photosAppearInTheStreamAsWell() throws Exception {
        try (var stream = listen("/stream")) {
            server.post("/api/v1/recognize", "image/jpeg", Photo.jpeg());

            assertThat(stream.data()).isEqualTo("PHOTO1");
        }
    }

    // What the author's programs serve

    @Test
    void theAlprdStreamHasDocumentsAsTheDaemonWritesThem() throws Exception {
        try (var stream = listen("/alprdsse")) {
            post("/alprd", DAEMON);

            JsonNode document = Json.mapper().readTree(stream.data());
            assertThat(document.path("data_type").asText()).isEqualTo("alpr_results");
            assertThat(document.path("epoch_time").asLong()).isEqualTo(1476716853320L);
            assertThat(document.path("camera_id").asText()).isEqualTo("1");
            JsonNode result = document.path("results").path(0);
            assertThat(result.path("plate").asText()).isEqualTo("627WWI");
            assertThat(result.path("confidence").asDouble()).isBetween(94.3, 94.4);
            assertThat(result.path("coordinates").path(2).path("y").asInt()).isEqualTo(412);
            assertThat(result.path("candidates").path(1).path("plate").asText()).isEqualTo("627WW1");
        }
    }

    @Test
    void theOtherEventsBeginWithThePlatesSoFar() throws Exception {
        post("/alpr", "{\"plate\":\"A1\"}");
        post("/alpr", "{\"plate\":\"B2\"}");
        // What has just been committed is told of some milliseconds later; until then it is not among the plates so
        // far.
        try (var stream = listen("/stream", "Last-Event-ID", "0")) {
            assertThat(stream.data()).isEqualTo("A1");
            assertThat(stream.data()).isEqualTo("B2");
        }
        try (var stream = listen("/alpr/events")) {
            assertThat(stream.event()).isEqualTo("id: 2\ndata: [\"A1\",\"B2\"]\n");
            post("/alpr", "{\"plate\":\"C3\"}");
            assertThat(stream.event()).isEqualTo("id: 3\ndata: \"C3\"\n");
        }
        try (var stream = listen("/alpr/events", "Last-Event-ID", "1")) {
            assertThat(stream.data()).isEqualTo("\"B2\"");
        }
    }

    @Test
    void theOtherEventsBeginWithNothingWhenThereIsNothing() throws Exception {
        try (var stream = listen("/alpr/events")) {
            assertThat(stream.data()).isEqualTo("[]");
        }
    }

    // The daemon

    @Test
    void storesEveryResultOfTheDaemonOnce() throws Exception {
        assertAccepted(post("/alpr_data", DAEMON));
        assertAccepted(post("/alprd", DAEMON)); // it sends a document again when it is not sure
        assertAccepted(post("/alpr_data", "{\"plate\":\"END1\"}"));

        List<JsonNode> reads = stored(3);
        assertThat(reads).extracting(read -> read.path("text").asText()).containsExactly("627WWI", "AB123", "END1");
        JsonNode first = reads.getFirst();
        assertThat(first.path("uid").asText()).isEqualTo("openalpr:site-cam1-1476716853400:0");
        assertThat(first.path("time").asText()).isEqualTo("2016-10-17T15:07:33.320Z");
        assertThat(first.path("confidence").asDouble()).isBetween(0.943, 0.944);
        assertThat(first.path("camera").asText()).isEqualTo("1");
        assertThat(first.path("client").asText()).isEqualTo("127.0.0.1");
        assertThat(first.path("region").isNull()).isTrue();
        assertThat(first.path("corners").path(2).path(0).asDouble()).isEqualTo(359);
        assertThat(first.path("box").path("width").asDouble()).isEqualTo(118);
        assertThat(first.path("candidates").path(1).path("confidence").asDouble())
                .isEqualTo(0.8);
    }

    @Test
    void resultsThatShareANumberAreAllStored() throws Exception {
        post(
                "/alpr_data",
                "{\"results\":[{\"plate\":\"A1\",\"plate_index\":0},{\"plate\":\"B2\",\"plate_index\":0},"
                        + "{\"plate\":null},{\"plate\":\"C3\"}],\"uuid\":\"u\"}");

        assertThat(stored(3)).extracting(read -> read.path("text").asText()).containsExactly("A1", "B2", "C3");
    }

    @Test
    void acceptsWhatTheCommandPrints() throws Exception {
        assertAccepted(post("/alpr_data", "{\"version\":2,\"data_type\":\"alpr_results\",\"results\":[]}"));
        String line =
                "{\"version\":2,\"data_type\":\"alpr_results\",\"results\":[{\"plate\":\"A1\",\"confidence\":90}]}";
        assertAccepted(post("/alpr_data", line));
        assertAccepted(post("/alpr_data", line)); // nothing tells that it is the same one

        assertThat(stored(2)).extracting(read -> read.path("text").asText()).containsExactly("A1", "A1");
    }

    @Test
    void answersAClientThatWaitsToBeToldToGoOn() throws Exception {
        try (Socket socket = server.connect()) {
            socket.setSoTimeout(20_000);
            byte[] body = DAEMON.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream()
                    .write(
                            ("POST /alpr_data HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\ncharsets: utf-8\r\n"
                                            + "Accept: application/json\r\nExpect: 100-continue\r\nConnection: close\r\n"
                                            + "Content-Length: " + body.length + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write(body);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 200")
                    .endsWith("{\"status\":\"success\"}");
        }
    }

    // The agent

    @Test
    void aGroupIsTheReadThatItsBestPictureWas() throws Exception {
        assertAccepted(post("/alpr_data", GROUP));
        assertAccepted(post("/alpr_data", DAEMON)); // its first result is the group's best plate

        List<JsonNode> reads = stored(2);
        assertThat(reads).extracting(read -> read.path("text").asText()).containsExactly("627WWI", "AB123");
        assertThat(reads.getFirst().path("region").asText()).isEqualTo("us-mo");
        assertThat(reads.getFirst().path("strip").asText()).isEqualTo("/api/v1/reads/1/strip");
    }

    @Test
    void anAlertBringsItsGroup() throws Exception {
        assertAccepted(post(
                "/alpr_data",
                "{\"data_type\":\"alpr_alert\",\"version\":1,\"epoch_time\":1476716853320,"
                        + "\"plate_number\":\"627WWI\",\"alert_list\":\"x\",\"group\":" + GROUP + "}"));
        assertAccepted(post("/alpr_data", "{\"data_type\":null,\"group\":" + GROUP + "}"));
        assertAccepted(post("/alpr_data", "{\"plate\":\"END1\"}"));

        assertThat(stored(2)).extracting(read -> read.path("text").asText()).containsExactly("627WWI", "END1");
    }

    @Test
    void anAlertWithoutItsGroupTellsThePlateItself() throws Exception {
        assertAccepted(post(
                "/alpr_data",
                "{\"data_type\":\"alpr_alert\",\"version\":1,\"epoch_time\":1476716853320,\"camera_number\":7,"
                        + "\"plate_number\":\"627WWI\"}"));
        assertAccepted(post("/alpr_data", "{\"data_type\":\"alpr_alert\",\"description\":\"no plate\"}"));

        JsonNode read = stored(1).getFirst();
        assertThat(read.path("text").asText()).isEqualTo("627WWI");
        assertThat(read.path("camera").asText()).isEqualTo("7");
        assertThat(read.path("time").asText()).isEqualTo("2016-10-17T15:07:33.320Z");
    }

    @Test
    void aGroupTellsWhatItsBestPlateDoesNot() throws Exception {
        assertAccepted(post(
                "/alpr_data",
                "{\"data_type\":\"alpr_group\",\"best_plate\":{\"region\":\"us-mo\"},\"best_plate_number\":\"627WWI\","
                        + "\"best_confidence\":80,\"candidates\":[{\"plate\":\"627WW1\",\"confidence\":60}]}"));
        assertAccepted(post(
                "/alpr_data", "{\"data_type\":\"alpr_group\",\"best_plate_number\":\"B2\",\"best_confidence\":70}"));

        List<JsonNode> reads = stored(2);
        assertThat(reads.getFirst().path("confidence").asDouble()).isEqualTo(0.8);
        assertThat(reads.getFirst().path("region").asText()).isEqualTo("us-mo");
        assertThat(reads.getFirst().path("candidates").path(0).path("text").asText())
                .isEqualTo("627WW1");
        assertThat(reads.getLast().path("text").asText()).isEqualTo("B2");
        assertThat(reads.getLast().path("confidence").asDouble()).isEqualTo(0.7);
    }

    @Test
    void aPlateIsNotLostBehindWhatElseTheBodyHolds() throws Exception {
        assertAccepted(post("/alpr_data", "{\"plate\":\"A1\",\"group\":{\"name\":\"staff\"}}"));
        assertAccepted(post("/alpr_data", "{\"plate\":\"B2\",\"results\":[]}"));
        assertAccepted(post(
                "/alpr_data", "{\"data_type\":\"alpr_alert\",\"plate_number\":\"C3\",\"group\":{\"camera_id\":1}}"));

        assertThat(stored(3)).extracting(read -> read.path("text").asText()).containsExactly("A1", "B2", "C3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data_type\":\"heartbeat\",\"video_streams\":[{\"camera_id\":1}]}",
                "{\"openalpr_webhook\":\"test\"}",
                "{\"data_type\":\"of a later version\",\"x\":1}",
                "{\"data_type\":\"alpr_group\"}",
                "{\"plate\":null,\"results\":[]}"
            })
    void acknowledgesWhatHasNoPlateByItsNature(String body) throws Exception {
        assertAccepted(post("/alpr_data", body));
        assertAccepted(post("/alpr_data", "{\"plate\":\"END1\"}"));

        assertThat(stored(1).getFirst().path("text").asText()).isEqualTo("END1");
    }

    @Test
    void passesOverNonsenseBesideAPlate() throws Exception {
        assertAccepted(
                post(
                        "/alpr_data",
                        "{\"plate\":\"A1\",\"epoch_time\":\"x\",\"confidence\":\"high\",\"coordinates\":[1,2],"
                                + "\"candidates\":{},\"camera_id\":[],\"region\":7,\"uuid\":{},\"plate_crop_jpeg\":\"<script>\"}"));
        assertAccepted(post(
                "/alpr_data",
                "{\"plate\":\"B2\",\"epoch_time\":9e99,\"confidence\":-5,"
                        + "\"coordinates\":[{\"x\":1,\"y\":1},{},{},{}],\"plate_crop_jpeg\":\"AAAA\"}"));

        List<JsonNode> reads = stored(2);
        assertThat(reads.getFirst().path("confidence").asDouble()).isEqualTo(1);
        assertThat(reads.getFirst().path("strip").isNull()).isTrue();
        assertThat(reads.getLast().path("confidence").asDouble()).isEqualTo(0);
        assertThat(reads.getLast().path("corners").isNull()).isTrue();
    }

    @Test
    void refusesWhatWouldTakeTooMuchMemory() throws Exception {
        assertRefused(post("/alpr_data", "{\"results\":[" + "{},".repeat(200_000) + "{}]}"), 400);
        assertRefused(post("/alpr_data", "[".repeat(100_000)), 400);
        assertRefused(post("/alpr_data", "{\"results\":[" + "{\"plate\":\"A1\"},".repeat(100) + "{}]}"), 400);
        assertRefused(post("/alpr_data", "{\"x\":\"" + "y".repeat(17 << 20) + "\"}"), 413);
    }
}
