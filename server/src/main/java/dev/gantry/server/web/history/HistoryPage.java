package dev.gantry.server.web.history;

import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;

/** {@code GET /history}. */
public final class HistoryPage {

    private final Pages pages;

    public HistoryPage(Pages pages) {
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.HISTORY.path(), ctx -> pages.show(ctx, Section.HISTORY, "history/history"));
    }
}
