package dev.gantry.server.web.system;

import dev.gantry.server.event.Event;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** {@code GET /system}: how each part of the server is, what it runs on, its models and its latest events. */
public final class SystemPage {

    private final Pages pages;
    private final SystemParts parts;

    public SystemPage(Pages pages, SystemParts parts) {
        this.pages = pages;
        this.parts = parts;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.SYSTEM.path(), this::page);
    }

    /** What the page shows. */
    public record View(
            List<SystemParts.Part> health, List<SystemParts.Fact> versions, List<ModelView> models, List<Event> events) {

        public View {
            health = List.copyOf(health);
            versions = List.copyOf(versions);
            models = List.copyOf(models);
            events = List.copyOf(events);
        }
    }

    private void page(Context ctx) {
        var view = new View(
                parts.health(),
                parts.versions(),
                parts.models().get().stream().map(ModelView::of).toList(),
                parts.latest());
        pages.show(ctx, Section.SYSTEM, "system/system", view);
    }
}
