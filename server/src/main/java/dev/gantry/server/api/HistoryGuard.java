package dev.gantry.server.api;

import dev.gantry.server.history.HistoryException;
import dev.gantry.server.json.ErrorCode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What asks the history says so when it is away. */
public final class HistoryGuard {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryGuard.class);

    private HistoryGuard() {}

    static Handler withHistory(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (HistoryException e) {
                LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
                tell(ctx);
            }
        };
    }

    public static void tell(Context ctx) {
        ApiErrors.write(ctx, ErrorCode.HISTORY_AWAY, "The history cannot be used now; try again in a moment.");
    }
}
