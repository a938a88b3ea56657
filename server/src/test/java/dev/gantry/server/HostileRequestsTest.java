package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that no proper client sends: each gets a refusal, leaves nothing behind, and the next client is served. */
@Timeout(120)
class HostileRequestsTest {

    private static final String PATH = "/api/v1/recognize";

    /** What Jetty, Javalin and ImageIO call their temporary files. */
    private static final String TEMPORARY = "(?i).*(multipart|jetty|javalin|imageio).*";

    private RunningServer server;
    private List<Path> temporaryBefore;

    @BeforeEach
    void start() throws IOException {
        temporaryBefore = temporaryFiles();
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("AB1234", 0.9));
    }

    @AfterEach
    void isStillGood() throws Exception {
        assertThat(server.post(PATH, new Form().file("image", "car.jpg", Photo.jpeg()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(temporaryFiles()).isEqualTo(temporaryBefore);
        server.close();
    }

    @Test
    void survivesRandomBytes() throws Exception {
        var random = new Random(20_261_120);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            byte[] start = i % 2 == 0 ? Photo.jpeg() : Photo.png(); // half of them begin like a picture
            System.arraycopy(start, 0, bytes, 0, Math.min(i, bytes.length));

            assertThat(server.post(PATH, "image/jpeg", bytes).statusCode()).isBetween(400, 422);
            assertThat(server.post(PATH, new Form().contentType(), bytes).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesSeventeenMebibytes() throws Exception {
        byte[] large = new byte[17 << 20];

        assertThat(server.post(PATH, "image/jpeg", large).statusCode()).isEqualTo(413);
        assertThat(server.post(PATH, new Form().file("image", "a.jpg", large)).statusCode())
                .isEqualTo(413);
    }

    /** However much is sent to where nobody reads it, the answer is heard, whole: a lost connection says nothing. */
    @Test
    void answersWhoeverSendsWhatNobodyReads() throws Exception {
        byte[] large = new byte[40 << 20];
        for (int i = 0; i < 10; i++) {
            assertThat(server.post(PATH, "image/jpeg", large).statusCode()).isEqualTo(413);
            assertThat(server.post("/nothing/here", "image/jpeg", large).statusCode())
                    .isEqualTo(404);
            assertThat(server.post("/health", "image/jpeg", large).statusCode()).isEqualTo(405);
            var page = HttpRequest.newBuilder(server.uri("/history")).method("GET", BodyPublishers.ofByteArray(large));
            assertThat(server.send(page).body()).contains("</html>");
        }
    }

    @Test
    void keepsLargeUploadsInMemory() throws Exception {
        var detector = new Fakes.HoldingDetector();
        byte[] padded = Arrays.copyOf(Photo.jpeg(), 15 << 20); // a JPEG may be followed by anything
        try (var holding = RunningServer.with(detector, Fakes.reading("AB1234", 0.9))) {
            var answer = holding.postAsync(PATH, new Form().file("image", "a.jpg", padded));
            detector.awaitArrival();
            assertThat(temporaryFiles()).isEqualTo(temporaryBefore);
            detector.letGo();
            assertThat(answer.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnAnnouncedTerabyteWithoutWaitingForIt() throws Exception {
        assertThat(raw("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1099511627776\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void doesNotAskForABodyThatIsTooLarge() throws Exception {
        assertThat(raw("POST " + PATH
                        + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 20000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void refusesHugeHeaders() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("{\"error\":{\"code\":\"INVALID_REQUEST\"")
                .doesNotContain("<html", "Exception", "jetty");
    }

    @Test
    void refusesWhatIsNotHttp() throws Exception {
        assertThat(raw("\0\1\2\3 nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ").doesNotContain("<html", "Exception");
        assertThat(raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("<html", "Exception");
    }

    /** Addresses that Jetty refuses, since they are no UTF-8, before any route is asked. */
    @Test
    void refusesAddressesThatAreNoTextInTheirDialectsWords() throws Exception {
        for (String path : List.of("/A/%FF", "/%FF%FE/2020-01-01", "/%c0%af/2020-01-01")) {
            assertThat(raw("GET /check-licence-plate" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\r\n\r\n{\"message\":\"");
        }
        for (String path : List.of("/v1/vision/alpr/%FF", "/v1/image/alpr/%FF", "/v1/vision/custom/%FF")) {
            assertThat(raw("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\na"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\r\n\r\n{\"success\":false,")
                    .contains("\"code\":400");
        }
        assertThat(raw("GET /api/v1/reads/%FF HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\n\r\n{\"error\":{\"code\":\"INVALID_REQUEST\"");
    }

    @Test
    void refusesBrokenChunks() throws Exception {
        assertThat(raw("POST " + PATH + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void doesNotLeaveItsFolder() throws Exception {
        for (String path :
                List.of("/assets/../index.html", "/assets/%2e%2e/index.html", "/assets/..%2f..%2flogback.xml")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .doesNotStartWith("HTTP/1.1 200 ");
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = server.connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches(TEMPORARY))
                    .sorted()
                    .toList();
        }
    }
}
