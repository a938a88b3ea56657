package dev.gantry.server.api;

import dev.gantry.server.http.NameParameter;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.StatisticsJson;
import dev.gantry.server.statistics.Period;
import dev.gantry.server.statistics.Statistics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/statistics}: figures about the reads of a period. */
public final class StatisticsApi {

    private static final String PATH = "/api/v1/statistics";

    private static final Duration DEFAULT_PERIOD = Duration.ofDays(28);

    private final Statistics statistics;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone whose hours count unless a request names another */
    public StatisticsApi(Statistics statistics, Clock clock, ZoneId zone) {
        this.statistics = statistics;
        this.clock = clock;
        this.zone = zone;
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> ctx.json(StatisticsJson.of(statistics.report(period(ctx)))));
    }

    private Period period(Context ctx) {
        Instant until = time(ctx, "until", clock.instant());
        Instant from = time(ctx, "from", until.minus(DEFAULT_PERIOD));
        String camera = NameParameter.checked("camera", ctx.queryParam("camera"));
        try {
            return new Period(from, until, camera, zone(ctx.queryParam("zone")));
        } catch (IllegalArgumentException e) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(Context ctx, String name, Instant otherwise) {
        String text = ctx.queryParam(name);
        return text == null || text.isBlank() ? otherwise : TimeParameter.parse(name, text);
    }

    private ZoneId zone(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return zone;
        }
        try {
            return ZoneId.of(id);
        } catch (DateTimeException _) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST, "'zone' must be one such as Europe/Berlin, not '%s'.".formatted(id));
        }
    }
}
