package dev.gantry.server.dialect.codeproject;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Any page may use this dialect, as with the original; what it can learn is what it has sent. */
final class Cors {

    private Cors() {}

    static void allow(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
    }

    /** Answers a browser that asks whether it may. */
    static void preflight(Context ctx) {
        allow(ctx);
        ctx.header("Access-Control-Allow-Methods", "POST, OPTIONS");
        ctx.header("Access-Control-Allow-Headers", "*");
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
