package dev.gantry.server.web.system;

import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;

/** {@code GET /system}. */
public final class SystemPage {

    private final Pages pages;

    public SystemPage(Pages pages) {
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.SYSTEM.path(), ctx -> pages.show(ctx, Section.SYSTEM, "system/system"));
    }
}
