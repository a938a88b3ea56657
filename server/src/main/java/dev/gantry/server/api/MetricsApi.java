package dev.gantry.server.api;

import dev.gantry.server.metrics.Metrics;
import io.javalin.config.RoutesConfig;

/** {@code GET /metrics}: the figures for Prometheus. */
public final class MetricsApi {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    public MetricsApi(Metrics metrics) {
        this.metrics = metrics;
    }

    public void register(RoutesConfig routes) {
        routes.get("/metrics", ctx -> ctx.result(metrics.scrape()).contentType(PROMETHEUS_TEXT));
    }
}
