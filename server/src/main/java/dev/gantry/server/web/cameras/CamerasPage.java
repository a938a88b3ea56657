package dev.gantry.server.web.cameras;

import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.camera.managed.CameraInfo;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.server.statistics.Period;
import dev.gantry.server.statistics.Statistics;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /cameras}: all of them; {@code /cameras/new} and {@code /cameras/{id}}: one to be set up. */
public final class CamerasPage {

    private static final Duration DAY = Duration.ofDays(1);

    private final Pages pages;
    private final Cameras cameras;
    private final Rejections rejections;
    private final Statistics statistics;
    private final Clock clock;

    public CamerasPage(Pages pages, Cameras cameras, Rejections rejections, Statistics statistics, Clock clock) {
        this.pages = pages;
        this.cameras = cameras;
        this.rejections = rejections;
        this.statistics = statistics;
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        String path = Section.CAMERAS.path();
        routes.get(path, ctx -> pages.show(ctx, Section.CAMERAS, "cameras/cameras", cards()));
        routes.get(path + "/new", ctx -> pages.show(ctx, Section.CAMERAS, "cameras/new"));
        routes.get(path + "/{id}", ctx -> pages.show(ctx, Section.CAMERAS, "cameras/camera", card(ctx)));
    }

    /** Every camera with what it did today. */
    public record View(List<CameraCard> cards) {
        public View {
            cards = List.copyOf(cards);
        }
    }

    private View cards() {
        Map<ZoneId, Map<String, Long>> reads = new HashMap<>();
        return new View(
                cameras.all().stream().map(camera -> card(camera, reads)).toList());
    }

    private CameraCard card(Context ctx) {
        CameraInfo camera = cameras.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
        return card(camera, new HashMap<>());
    }

    /** @param reads of today, for each zone that was asked about before: days begin at other times there */
    private CameraCard card(CameraInfo camera, Map<ZoneId, Map<String, Long>> reads) {
        String id = camera.definition().id();
        Map<String, Long> today = reads.computeIfAbsent(pages.zone(id), this::readsToday);
        var misses = new EnumMap<Reason, Long>(Reason.class);
        rejections
                .since(id, clock.instant().minus(DAY))
                .forEach(hour -> hour.counts().forEach((reason, count) -> misses.merge(reason, count, Long::sum)));
        return new CameraCard(camera, today.getOrDefault(id, 0L), misses);
    }

    private Map<String, Long> readsToday(ZoneId zone) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        var day = new Period(
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant(),
                null,
                zone);
        return CameraCard.reads(statistics.report(day));
    }
}
