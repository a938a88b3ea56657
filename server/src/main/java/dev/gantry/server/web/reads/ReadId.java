package dev.gantry.server.web.reads;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The number in the address of something that is stored. */
public final class ReadId {

    private ReadId() {}

    /** @throws NotFoundResponse when there can be no such thing */
    public static long of(Context ctx) {
        try {
            return Long.parseLong(ctx.pathParam("id"));
        } catch (NumberFormatException _) {
            throw new NotFoundResponse();
        }
    }
}
