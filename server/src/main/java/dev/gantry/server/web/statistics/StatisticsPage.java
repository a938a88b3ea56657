package dev.gantry.server.web.statistics;

import dev.gantry.server.http.NameParameter;
import dev.gantry.server.review.Confusions;
import dev.gantry.server.review.Reviews;
import dev.gantry.server.statistics.Period;
import dev.gantry.server.statistics.Statistics;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /statistics}. */
public final class StatisticsPage {

    /** What can be chosen, and what holds until something is. */
    static final List<Integer> DAYS = List.of(7, 28, 90, 365);

    private static final int DEFAULT_DAYS = 28;

    /** The newest corrections tell what is confused now. */
    private static final int CORRECTIONS = 5_000;

    private final Pages pages;
    private final Statistics statistics;
    private final Reviews reviews;
    private final Clock clock;

    public StatisticsPage(Pages pages, Statistics statistics, Reviews reviews, Clock clock) {
        this.pages = pages;
        this.statistics = statistics;
        this.reviews = reviews;
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        routes.get(
                Section.STATISTICS.path(),
                ctx -> pages.show(ctx, Section.STATISTICS, "statistics/statistics", view(ctx)));
    }

    /** Whole days, today included. */
    private StatisticsView view(Context ctx) {
        int days = days(ctx.queryParam("days"));
        String camera = NameParameter.checked("camera", ctx.queryParam("camera"));
        String wanted = camera == null || camera.isBlank() ? null : camera;
        ZoneId zone = pages.zone(wanted);
        LocalDate tomorrow = LocalDate.now(clock.withZone(zone)).plusDays(1);
        var period = new Period(
                tomorrow.minusDays(days).atStartOfDay(zone).toInstant(),
                tomorrow.atStartOfDay(zone).toInstant(),
                wanted,
                zone);
        return new StatisticsView(
                days, statistics.report(period), reviews.tally(), Confusions.of(reviews.corrections(CORRECTIONS)));
    }

    private static int days(@Nullable String text) {
        return DAYS.stream()
                .filter(days -> days.toString().equals(text))
                .findFirst()
                .orElse(DEFAULT_DAYS);
    }
}
