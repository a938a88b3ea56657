package dev.gantry.server.web;

import dev.gantry.server.history.History;
import dev.gantry.server.history.ReadFilter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code GET /}, which leads on, and the pages that show nothing of what is stored. */
public final class StaticPages {

    /** What a program gets that asks whether the server is there, as the attention-OCR server that we replace answered. */
    private static final String ALIVE = "Live and Running!";

    private final Pages pages;
    private final History history;

    public StaticPages(Pages pages, History history) {
        this.pages = pages;
        this.history = history;
    }

    public void register(RoutesConfig routes) {
        routes.get("/", this::home);
    }

    /** A browser is led to what goes on; while nothing was ever read, to where a first photo can be tried. */
    private void home(Context ctx) {
        ctx.header("Vary", "Accept");
        if (Pages.wantsPage(ctx)) {
            boolean empty = history.search(ReadFilter.ALL, null, 1).reads().isEmpty();
            ctx.header("Cache-Control", "no-store").redirect((empty ? Section.TRY : Section.LIVE).path());
        } else {
            ctx.html(ALIVE);
        }
    }
}
