package dev.gantry.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** {@code GET /}, the page about the API and everything that they load, and the page for addresses that do not exist. */
public final class Pages {

    /** What a program gets that asks whether the server is there, as the attention-OCR server that we replace answered. */
    private static final String ALIVE = "Live and Running!";

    private static final Pattern FILE_NAME = Pattern.compile("[a-z-]+\\.[a-z]+");

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    private final Asset tryIt = page("index.html");
    private final Asset api = page("api.html");
    private final Asset notFound = page("not-found.html");

    public void register(RoutesConfig routes) {
        routes.get("/", this::home);
        routes.get("/api", ctx -> answer(ctx, api));
        routes.get("/assets/{file}", this::asset);
    }

    /** Whether a person in front of a browser is asking. */
    public static boolean wantsPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    public void notFound(Context ctx) {
        ctx.contentType(notFound.mediaType()).result(notFound.bytes());
    }

    private void home(Context ctx) {
        ctx.header("Vary", "Accept");
        if (wantsPage(ctx)) {
            answer(ctx, tryIt);
        } else {
            ctx.html(ALIVE);
        }
    }

    private void asset(Context ctx) {
        String name = ctx.pathParam("file");
        if (!FILE_NAME.matcher(name).matches()) {
            throw new NotFoundResponse();
        }
        Optional<Asset> known = Optional.ofNullable(assets.get(name));
        Asset asset = known.or(() -> Asset.at("assets/" + name)).orElseThrow(NotFoundResponse::new);
        assets.putIfAbsent(name, asset);
        answer(ctx, asset);
    }

    /** Browsers ask anew each time, so that a new version shows at once, and mostly hear that nothing has changed. */
    private static void answer(Context ctx, Asset asset) {
        ctx.header("Cache-Control", "no-cache").header("ETag", asset.tag());
        if (asset.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(asset.mediaType()).result(asset.bytes());
        }
    }

    private static Asset page(String name) {
        return Asset.at(name).orElseThrow(() -> new IllegalStateException("the jar lacks " + name));
    }
}
