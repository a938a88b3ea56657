package dev.gantry.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Another server on loopback, which has one picture at every address but {@code /missing}. */
final class PictureServer implements AutoCloseable {

    private final HttpServer server;

    PictureServer(byte[] picture) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isMissing = exchange.getRequestURI().getPath().equals("/missing");
                exchange.sendResponseHeaders(isMissing ? 404 : 200, picture.length);
                exchange.getResponseBody().write(picture);
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
