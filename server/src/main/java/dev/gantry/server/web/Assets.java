package dev.gantry.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** {@code /assets}: everything that the pages load beside themselves. */
public final class Assets {

    private static final Pattern FILE_NAME = Pattern.compile("[a-z-]+\\.[a-z]+");

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    public void register(RoutesConfig routes) {
        routes.get("/assets/{file}", this::asset);
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
}
