package dev.gantry.server.api;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import io.javalin.http.Context;
import java.util.Locale;

/** Keeps pages of other sites from acting in a visitor's name. */
final class ForeignPages {

    private ForeignPages() {}

    /**
     * Browsers tell from where a page posts, and before a page posts JSON to another site they ask that site, which does not
     * say yes here. Other types they would just send.
     *
     * @throws RequestException when a page posts something else than JSON
     */
    static void refuse(Context ctx) {
        String type = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
        if (ctx.header("Origin") != null && !type.startsWith("application/json")) {
            throw new RequestException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A page must post this as application/json.");
        }
    }
}
