package dev.gantry.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.json.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against servers on loopback, which the settings allow. */
@Timeout(60)
class PictureFetcherTest {

    private static final long MOST_BYTES = 1_000;
    private static final byte[] CONTENT = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final Network LOOPBACK = Network.of("127.0.0.0/8");

    private final UploadMemory memory = new UploadMemory(1 << 20);
    private final AtomicInteger lookUps = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        executor.close();
        assertThat(memory.used()).isZero();
    }

    /** The first look-up is answered with this machine, any later one with an address that leads nowhere. */
    private InetAddress[] resolveOnce(String host) throws UnknownHostException {
        if (!host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {
            InetAddress.ofLiteral(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "127.255.255.255")
        };
    }

    private PictureFetcher fetcher(Duration timeout, OkHttpClient client) {
        return new PictureFetcher(
                new FetchSettings(true, List.of(LOOPBACK), timeout), MOST_BYTES, memory, this::resolveOnce, client);
    }

    private PictureFetcher fetcher() {
        return fetcher(Duration.ofSeconds(10), new OkHttpClient());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void redirect(HttpExchange exchange, @Nullable String location) throws IOException {
        if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(302, -1);
    }

    private void assertThatFetching(String url, String message) {
        assertThatThrownBy(() -> fetcher().fetch(url))
                .isInstanceOf(RequestException.class)
                .hasMessage(message);
    }

    @Test
    void bringsWhatIsThereAndGivesTheMemoryBack() {
        serve("/car.jpg", exchange -> answer(exchange, 200, CONTENT));

        try (var picture = fetcher().fetch(url("/car.jpg"))) {
            assertThat(picture.bytes()).isEqualTo(CONTENT);
            assertThat(memory.used()).isEqualTo(CONTENT.length);
        }
    }

    @Test
    void doesNotWaitForASlowNameServer() {
        var never = new CountDownLatch(1);
        var slow = new PictureFetcher(
                new FetchSettings(true, List.of(LOOPBACK), Duration.ofMillis(200)),
                MOST_BYTES,
                memory,
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new InetAddress[0];
                },
                new OkHttpClient());

        assertThatThrownBy(() -> slow.fetch("http://camera.test/"))
                .hasMessage("The host of the picture's address is not known.");
    }

    @Test
    void isOffUnlessSwitchedOn() {
        var off = new PictureFetcher(
                new FetchSettings(false, List.of(LOOPBACK), Duration.ofSeconds(10)), MOST_BYTES, memory);

        assertThatThrownBy(() -> off.fetch(url("/")))
                .hasMessage("Pictures by their address are switched off on this server; send the picture itself.");
    }

    @Test
    void doesNotGoToThisMachineUnlessAllowed() {
        var careful =
                new PictureFetcher(new FetchSettings(true, List.of(), Duration.ofSeconds(10)), MOST_BYTES, memory);

        assertThatThrownBy(() -> careful.fetch(url("/")))
                .hasMessage("The picture's address leads to a loopback network, where this server does not go.");
        assertThatThrownBy(() ->
                        careful.fetch("http://localhost:" + server.getAddress().getPort() + "/"))
                .hasMessage("The picture's address leads to a loopback network, where this server does not go.");
    }

    @Test
    void looksANameUpOnceAndTellsItToTheServer() {
        var host = new AtomicReference<String>();
        serve("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host"));
            answer(exchange, 200, CONTENT);
        });
        int port = server.getAddress().getPort();

        fetcher().fetch("http://camera.test:" + port + "/").close();

        assertThat(lookUps).hasValue(1);
        assertThat(host).hasValue("camera.test:" + port);
    }

    @Test
    void looksEachRedirectUpAnew() {
        int port = server.getAddress().getPort();
        serve("/", exchange -> redirect(exchange, "http://camera.test:" + port + "/"));

        assertThatFetching("http://camera.test:" + port + "/", "The picture could not be fetched from its address.");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        serve("/0", exchange -> answer(exchange, 200, CONTENT));
        for (int i = 1; i <= 4; i++) {
            String next = "/" + (i - 1);
            serve("/" + i, exchange -> redirect(exchange, next));
        }

        try (var picture = fetcher().fetch(url("/3"))) {
            assertThat(picture.bytes()).isEqualTo(CONTENT);
        }
        assertThatFetching(url("/4"), "The picture's address leads to more than 3 others.");
    }

    @Test
    void checksWhereRedirectsLead() {
        serve("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data/"));
        serve("/public", exchange -> redirect(exchange, "http://203.1.113.7/"));
        serve("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        serve("/nowhere", exchange -> redirect(exchange, null));

        assertThatFetching(
                url("/metadata"),
                "The picture's address leads to a link-local network, where this server does not go.");
        assertThatFetching(url("/public"), "The picture's address leads to another that this server does not follow.");
        assertThatFetching(url("/file"), "The picture's address leads to another that is none.");
        assertThatFetching(url("/nowhere"), "The picture's address leads to another that is none.");
    }

    @Test
    void tellsTheStatusOfAnUnhelpfulServer() {
        serve("/", exchange -> answer(exchange, 404, CONTENT));

        assertThatFetching(url("/"), "The picture's server answered with status 404.");
    }

    @Test
    void refusesWhatIsTooLargeAnnouncedOrNot() {
        byte[] large = new byte[(int) MOST_BYTES + 1];
        serve("/announced", exchange -> answer(exchange, 200, large));
        serve("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(large);
        });
        serve("/just", exchange -> answer(exchange, 200, new byte[(int) MOST_BYTES]));

        for (String path : List.of("/announced", "/chunked")) {
            assertThatThrownBy(() -> fetcher().fetch(url(path)))
                    .isInstanceOfSatisfying(
                            RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE));
        }
        fetcher().fetch(url("/just")).close();
    }

    @Test
    void refusesWhatThereIsNoMemoryFor() {
        serve("/", exchange -> answer(exchange, 200, CONTENT));
        var none = new UploadMemory(1);
        var fetcher = new PictureFetcher(
                new FetchSettings(true, List.of(LOOPBACK), Duration.ofSeconds(10)), MOST_BYTES, none);

        assertThatThrownBy(() -> fetcher.fetch(url("/")))
                .isInstanceOfSatisfying(
                        RequestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OVERLOADED));
        assertThat(none.used()).isZero();
    }

    @Test
    void doesNotWaitForSlowServers() {
        var over = new CountDownLatch(1);
        serve("/silent", _ -> await(over));
        serve("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await(over);
        });

        for (String path : List.of("/silent", "/dripping")) {
            assertThatThrownBy(() ->
                            fetcher(Duration.ofMillis(300), new OkHttpClient()).fetch(url(path)))
                    .hasMessage("The picture's server took longer than 300 ms.");
        }
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysNothingOfTheNetworkWhenNobodyAnswers() {
        server.stop(0);

        assertThatFetching(url("/"), "The picture could not be fetched from its address.");
    }
}
