package dev.gantry.server.web.live;

import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;

/** {@code GET /live}. */
public final class LivePage {

    private final Pages pages;

    public LivePage(Pages pages) {
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.LIVE.path(), ctx -> pages.show(ctx, Section.LIVE, "live/live"));
    }
}
