package dev.gantry.server.metrics;

import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.server.camera.managed.CameraState;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.event.EventStreams;
import dev.gantry.server.event.redis.RedisLink;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.RecognitionService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** All figures of one server. Safe for use by many threads. */
public final class Metrics {

    /** Upper bounds of the recognition histogram: from a small photo on a fast core to a busy server's worst. */
    private static final Duration[] BUCKETS = Stream.of(5, 10, 20, 30, 40, 60, 80, 120, 200, 400, 1_000, 3_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer recognitions;
    private final Counter plates;

    public Metrics() {
        recognitions = Timer.builder("gantry.recognition")
                .description("Time to recognise one picture, decoding included and waiting not")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        plates = Counter.builder("gantry.plates").description("Plates found").register(registry);
        for (Rejection.Reason reason : Rejection.Reason.values()) {
            rejected(reason).increment(0); // so that each reason is there from the start
        }
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Shows the service's load from now on. */
    public void watch(RecognitionService service) {
        Gauge.builder("gantry.queue.depth", service, RecognitionService::waiting)
                .description("Pictures that wait for a worker")
                .register(registry);
        Gauge.builder("gantry.workers.busy", service, RecognitionService::working)
                .description("Pictures that are being worked on")
                .register(registry);
    }

    /** Shows who listens to events from now on. */
    public void watch(EventStreams streams) {
        Gauge.builder("gantry.event.subscribers", streams, EventStreams::subscribers)
                .description("Clients that listen to events")
                .register(registry);
        FunctionCounter.builder("gantry.events.sent", streams, EventStreams::sent)
                .description("Events written to clients")
                .register(registry);
    }

    /** Shows how many cameras are in each state from now on. */
    public void watch(Cameras cameras) {
        for (CameraState state : CameraState.values()) {
            Gauge.builder("gantry.cameras", cameras, all -> all.count(state))
                    .description("Cameras by their state")
                    .tag("state", state.label())
                    .register(registry);
        }
    }

    /** Shows how the tie to Redis is from now on. */
    public void watch(RedisLink redis) {
        Gauge.builder("gantry.redis.up", redis, link -> link.isUp() ? 1 : 0)
                .description("Whether Redis answers")
                .register(registry);
        Gauge.builder("gantry.redis.waiting", redis, RedisLink::waiting)
                .description("Events that are still to be published in Redis")
                .register(registry);
    }

    /**
     * Counts one answered request.
     *
     * @param route the path's pattern, of which there are few, and not the path
     */
    public void request(String method, String route, int status) {
        Counter.builder("gantry.requests")
                .description("Answered requests")
                .tag("method", method)
                .tag("route", route)
                .tag("status", String.valueOf(status))
                .register(registry)
                .increment();
    }

    /** Counts one picture, however it ended. */
    public void picture(Outcome outcome) {
        Counter.builder("gantry.pictures")
                .description("Pictures by how they ended")
                .tag("outcome", nameOf(outcome))
                .register(registry)
                .increment();
        if (outcome instanceof Outcome.Recognized recognized) {
            recognitions.record(Duration.ofNanos((long) (recognized.elapsedMs() * 1e6)));
            Recognition recognition = recognized.recognition();
            plates.increment(recognition.plates().size());
            recognition
                    .rejected()
                    .forEach(rejection -> rejected(rejection.reason()).increment());
        }
    }

    /** Everything, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    private Counter rejected(Rejection.Reason reason) {
        return Counter.builder("gantry.rejected")
                .description("Candidates that were not believed, by reason")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recognized _ -> "recognized";
            case Outcome.NotStored _ -> "not_stored";
            case Outcome.BadPicture _ -> "bad_picture";
            case Outcome.NotReady _ -> "not_ready";
            case Outcome.Overloaded _ -> "overloaded";
            case Outcome.TimedOut _ -> "timed_out";
            case Outcome.Abandoned _ -> "abandoned";
            case Outcome.Failed _ -> "failed";
        };
    }
}
