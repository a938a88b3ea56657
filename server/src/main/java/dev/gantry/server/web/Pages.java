package dev.gantry.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes pages from the templates in {@code src/main/jte}, which are compiled into this jar. */
public final class Pages {

    private static final String HTML = "text/html; charset=utf-8";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    private final ZoneId zone;
    private final Supplier<Map<String, ZoneId>> cameras;

    /**
     * @param zone what times are told in that are not those of a camera with a zone of its own
     * @param cameras zones of the cameras that have their own, by the cameras' names in reads
     */
    public Pages(ZoneId zone, Supplier<Map<String, ZoneId>> cameras) {
        this.zone = zone;
        this.cameras = cameras;
        engine.setTrimControlStructures(true);
    }

    /** What a camera's times are told in; null and what is none of our cameras have the server's. */
    public ZoneId zone(@Nullable String camera) {
        return camera == null ? zone : cameras.get().getOrDefault(camera, zone);
    }

    /** Whether a person in front of a browser is asking. */
    public static boolean wantsPage(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    /**
     * Answers with a page, or with a part of one.
     *
     * @param section where the page belongs; null for nowhere
     * @param template its file below {@code src/main/jte}, without the ending; it takes a {@link Page} named {@code page}
     *     and the model, named {@code view}
     */
    public void show(Context ctx, @Nullable Section section, String template, Object view) {
        show(ctx, template, Map.of("page", page(ctx, section), "view", view));
    }

    /** Answers with a page that shows nothing but its words. */
    public void show(Context ctx, @Nullable Section section, String template) {
        show(ctx, template, Map.of("page", page(ctx, section)));
    }

    /** The page for addresses that do not exist. */
    public void notFound(Context ctx) {
        show(ctx, null, "not-found");
    }

    /** The page that stands for others while the history cannot be used. */
    public void historyAway(Context ctx) {
        show(ctx, null, "away");
    }

    private Page page(Context ctx, @Nullable Section section) {
        return new Page(strings(ctx), section, zone, cameras.get());
    }

    /** The words of the pages in the language of the one who asks. */
    public static Strings strings(Context ctx) {
        return Strings.accepted(Objects.requireNonNullElse(ctx.header("Accept-Language"), ""));
    }

    /** What is shown changes all the time, and only the one who asked may see it. */
    private void show(Context ctx, String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", parameters, output);
        ctx.header("Cache-Control", "no-store")
                .header("Vary", "Accept, Accept-Language")
                .contentType(HTML)
                .result(output.toByteArray());
    }
}
