package dev.gantry.server.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code GET /} and everything that it loads, and the page for addresses that do not exist. */
public final class Pages {

    /** What a program gets that asks whether the server is there, as the attention-OCR server that we replace answered. */
    private static final String ALIVE = "Live and Running!";

    private final String tryIt = resource("/web/index.html");
    private final String notFound = resource("/web/not-found.html");

    public void register(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = "/web/assets";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache"); // asked for anew, and mostly answered with 304
        });
        config.routes.get("/", this::home);
    }

    /** Whether a person in front of a browser is asking. */
    public static boolean wantsPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    public void notFound(Context ctx) {
        ctx.html(notFound);
    }

    private void home(Context ctx) {
        ctx.header("Vary", "Accept").header("Cache-Control", "no-cache");
        ctx.html(wantsPage(ctx) ? tryIt : ALIVE);
    }

    private static String resource(String path) {
        try (InputStream in = Pages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
