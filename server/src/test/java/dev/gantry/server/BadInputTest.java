package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Every route with made-up requests, most of them nearly right: none brings a fault of the server, a stack trace or an answer
 * without a length. The seed is fixed and told with each failure.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final long SEED = 20_261_121;

    private static final int REQUESTS_FOR_EACH_ROUTE = 25;

    private static final List<String> TYPES = List.of(
            "",
            "application/json",
            "application/json; charset=klingon",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=gantry-test-boundary",
            "application/x-www-form-urlencoded",
            "image/jpeg",
            "text/plain",
            "nonsense;;;");

    private static final List<String> FIELDS =
            List.of("image", "file", "upload", "grid_size", "wanted_cells", "regions", "config", "min_confidence", "");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1e999",
            "NaN",
            "99999999999999999999",
            "gb",
            "{",
            "[]",
            "null",
            "\u0000",
            "%00",
            "a,b,,",
            "\ud83d\ude97");

    /** Jetty's own refusals close the connection; everything else must come with a length. */
    private static final int SERVER_FAULT = 500;

    private final Random random = new Random(SEED);

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("AB1234", 0.9));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void noRouteFailsOnBadInput() throws Exception {
        for (String route : server.gantry().routes()) {
            String[] methodAndPath = route.split(" ", 2);
            if (isEndless(methodAndPath[1])) {
                continue;
            }
            for (int i = 0; i < REQUESTS_FOR_EACH_ROUTE; i++) {
                tryOnce(methodAndPath[0], pathOf(methodAndPath[1]) + query(), i);
            }
        }
    }

    /** Streams of events, which have their own tests. */
    private static boolean isEndless(String path) {
        return path.endsWith("/stream") || path.endsWith("/events") || path.endsWith("/alprdsse");
    }

    private void tryOnce(String method, String address, int number) throws Exception {
        String type = any(TYPES);
        byte[] body = body();
        var request = HttpRequest.newBuilder(server.uri(address)).method(method, BodyPublishers.ofByteArray(body));
        HttpResponse<String> response = server.send(type.isEmpty() ? request : request.header("Content-Type", type));

        String what =
                "%s %s, %s, request %d, seed %d: %s".formatted(method, address, type, number, SEED, response.body());
        assertThat(response.statusCode()).as(what).isNotEqualTo(SERVER_FAULT);
        assertThat(response.body()).as(what).doesNotContain("Exception", "\tat ", "java.", "org.eclipse");
        if (response.statusCode() != 204 && response.statusCode() != 304) {
            assertThat(response.headers().firstValue("Content-Length")).as(what).isPresent();
        }
    }

    /** The path with something in place of each name. */
    private String pathOf(String route) {
        var path = new StringBuilder();
        for (String segment : route.split("(?<=/)|(?=/)")) {
            path.append(
                    segment.matches("[{<].*")
                            ? any(List.of("a", "0", "-1", "a,b", "%20", "%C3%A9", "..a", "x".repeat(2_000)))
                            : segment);
        }
        return path.toString();
    }

    private String query() {
        return any(List.of(
                "",
                "",
                "?regions=xx",
                "?topn=-5",
                "?country=%00",
                "?limit=1e9&cursor=zz",
                "?=&&=",
                "?plate=%25&search=no"));
    }

    private byte[] body() {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> noise(random.nextInt(5_000));
            case 2 -> json().getBytes(StandardCharsets.UTF_8);
            case 3 -> (any(FIELDS) + "=" + any(VALUES) + "&" + any(FIELDS)).getBytes(StandardCharsets.UTF_8);
            case 4 -> form().bytes();
            default -> damaged(form().bytes());
        };
    }

    private Form form() {
        var form = new Form();
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (random.nextBoolean()) {
                form.field(any(FIELDS), any(VALUES));
            } else {
                byte[] file = any(List.of(Photo.jpeg(), damaged(Photo.png()), noise(100), new byte[0]));
                form.file(
                        any(FIELDS),
                        any(List.of("a.jpg", "", "../a.png", "a\u0000.jpg")),
                        any(List.of("image/jpeg", "", "x")),
                        file);
            }
        }
        return form;
    }

    private String json() {
        String base64 = Base64.getEncoder().encodeToString(any(List.of(Photo.jpeg(), noise(50))));
        return any(List.of(
                "{\"image\":\"%s\"}".formatted(base64),
                "{\"upload\":\"%s\",\"regions\":[1,null]}".formatted(base64),
                "{\"files\":[{\"data\":\"%s\"}],\"values\":[{\"key\":\"grid_size\",\"value\":[\"%s\"]}]}"
                        .formatted(base64, any(VALUES).replace("\u0000", "")),
                "{\"plate\":{}}",
                "{\"results\":[null,1,{\"plate\":null}]}",
                "[".repeat(5_000),
                "\"" + base64 + "\"",
                base64,
                "null",
                "{\"uuid\":1,\"uuid\":2"));
    }

    /** Some bytes changed, or the end missing. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = Arrays.copyOf(whole, random.nextBoolean() ? whole.length : random.nextInt(whole.length + 1));
        for (int i = 0; i < 5 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
