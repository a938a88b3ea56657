package dev.gantry.server.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gantry.server.http.UploadMemory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The address is pinned, and still the certificate must be for the name. */
@Timeout(60)
class PinnedTlsTest {

    private static final char[] PASSWORD = "for this test".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private OkHttpClient trusting;

    @BeforeEach
    void start() throws Exception {
        KeyStore keys = keysFor("camera.test");
        var keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, PASSWORD);
        var trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(keys);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        trusting = new OkHttpClient.Builder()
                .sslSocketFactory(
                        tls.getSocketFactory(), (X509TrustManager) trustManagers.getTrustManagers()[0])
                .build();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 1);
                exchange.getResponseBody().write('x');
            }
        });
        server.start();
    }

    private KeyStore keysFor(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-ext",
                        "bc=ca:true",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var trusted = keys.getCertificate("server");
        keys.setCertificateEntry("trusted", trusted);
        return keys;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private FetchedPicture fetch(String host, OkHttpClient client) {
        var settings = new FetchSettings(true, List.of(Network.of("127.0.0.1")), Duration.ofSeconds(10));
        UrlGuard.Resolver here = _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        return new PictureFetcher(settings, 100, new UploadMemory(1 << 20), here, client)
                .fetch("https://%s:%d/".formatted(host, server.getAddress().getPort()));
    }

    @Test
    void goesToThePinnedAddressUnderTheName() {
        try (var picture = fetch("camera.test", trusting)) {
            assertThat(picture.bytes()).hasSize(1);
        }
    }

    @Test
    void refusesACertificateForAnotherName() {
        assertThatThrownBy(() -> fetch("other.test", trusting))
                .hasMessage("The picture could not be fetched from its address.");
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        assertThatThrownBy(() -> fetch("camera.test", new OkHttpClient()))
                .hasMessage("The picture could not be fetched from its address.");
    }
}
