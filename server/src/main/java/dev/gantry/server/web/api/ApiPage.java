package dev.gantry.server.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.server.web.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/** {@code GET /api}: the description of the API for people, made of the one for programs. */
public final class ApiPage {

    private final Pages pages;
    private final Description description;

    /** @param api the OpenAPI document */
    public ApiPage(Pages pages, JsonNode api) {
        this.pages = pages;
        this.description = new Description(api);
    }

    public void register(RoutesConfig routes) {
        routes.get("/api", this::page);
    }

    /**
     * What the page shows.
     *
     * @param server how the server was called, for command lines
     */
    public record View(String about, List<Description.Group> groups, String server) {

        public View {
            groups = List.copyOf(groups);
        }
    }

    private void page(Context ctx) {
        String server = ctx.scheme() + "://" + Objects.requireNonNullElse(ctx.host(), "localhost");
        pages.show(ctx, null, "api/api", new View(description.about(), description.groups(), server));
    }
}
