package dev.gantry.server.api;

import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import io.javalin.http.Context;

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
        boolean json = RequestBody.withoutParameters(ctx.contentType()).equals("application/json");
        if (ctx.header("Origin") != null && !json) {
            throw new RequestException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "A page must post this as application/json.");
        }
    }
}
