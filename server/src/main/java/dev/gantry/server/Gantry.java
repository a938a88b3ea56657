package dev.gantry.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.server.api.ApiDescription;
import dev.gantry.server.api.CameraPicturesApi;
import dev.gantry.server.api.CamerasApi;
import dev.gantry.server.api.EventsApi;
import dev.gantry.server.api.MetricsApi;
import dev.gantry.server.api.ReadsApi;
import dev.gantry.server.api.RecognizeApi;
import dev.gantry.server.api.ReviewsApi;
import dev.gantry.server.api.SightingsApi;
import dev.gantry.server.api.StatisticsApi;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.camera.managed.DefinitionFormat;
import dev.gantry.server.camera.managed.FrameSources;
import dev.gantry.server.camera.managed.Timings;
import dev.gantry.server.dialect.Secret;
import dev.gantry.server.dialect.alprflask.AlprFlaskApi;
import dev.gantry.server.dialect.codeproject.CodeProjectApi;
import dev.gantry.server.dialect.codeproject.GridSettings;
import dev.gantry.server.dialect.codeproject.StatusApi;
import dev.gantry.server.dialect.flaskalpr.FlaskAlprApi;
import dev.gantry.server.dialect.openalpr.OpenAlprCloudApi;
import dev.gantry.server.dialect.openalpr.OpenAlprStreams;
import dev.gantry.server.dialect.openalpr.OpenAlprWebhook;
import dev.gantry.server.dialect.platerecognizer.PlateRecognizerApi;
import dev.gantry.server.dialect.vrpdr.VrpdrApi;
import dev.gantry.server.event.CommitSignal;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.event.EventStreams;
import dev.gantry.server.event.redis.RedisLink;
import dev.gantry.server.fetch.PictureFetcher;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.Json;
import dev.gantry.server.metrics.Metrics;
import dev.gantry.server.recognition.RecognitionService;
import dev.gantry.server.settings.Settings;
import dev.gantry.server.store.Store;
import dev.gantry.server.web.Assets;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.StaticPages;
import dev.gantry.server.web.api.ApiPage;
import dev.gantry.server.web.cameras.CamerasPage;
import dev.gantry.server.web.history.HistoryPage;
import dev.gantry.server.web.live.LivePage;
import dev.gantry.server.web.reads.ReadPage;
import dev.gantry.server.web.reads.Rows;
import dev.gantry.server.web.reads.Scenes;
import dev.gantry.server.web.review.ReviewPage;
import dev.gantry.server.web.statistics.StatisticsPage;
import dev.gantry.server.web.system.SystemPage;
import dev.gantry.server.web.system.SystemParts;
import dev.gantry.server.web.tryit.TryPage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The running server: all parts, put together here and nowhere else. */
final class Gantry implements AutoCloseable {

    /** What is left to the workers after the last request has been answered or given up. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Store store;
    private final EventFeed feed;
    private final Optional<RedisLink> redis;
    private final RecognitionService service;
    private final Cameras cameras;
    private final @Nullable PlateGrammar grammar;
    private final HttpServer http;
    private final CompletableFuture<LoadedModels> models = new CompletableFuture<>();
    private final AtomicBoolean loading = new AtomicBoolean();

    private Gantry(Settings settings) {
        var commits = new CommitSignal();
        store = Store.open(settings.data().store(), commits::fire);
        feed = new EventFeed(store.events(), commits);
        redis = settings.events().redis().map(options -> new RedisLink(options, store.events(), feed, commits));
        var streams = new EventStreams(feed, settings.events().subscribers());
        var metrics = new Metrics();
        var load = settings.load();
        service = new RecognitionService(load.workers(), load.queue(), load.timeout(), metrics::picture);
        metrics.watch(service);
        metrics.watch(streams);
        redis.ifPresent(metrics::watch);
        var intake = new Intake(service, store.history(), settings.data().keepPictures(), Clock.systemUTC());
        var memory = new UploadMemory(load.uploadMemory());
        long maxBytes = settings.picture().maxBytes();
        JsonMapper mapper = Json.mapper();
        var shipped = PlateGrammar.shipped();
        var regions = shipped.regions();
        var recognition = settings.recognition();
        grammar = recognition.formats() ? shipped.hinted(recognition.regions()) : null;
        var definitions = new DefinitionFormat(Set.copyOf(regions));
        cameras = cameras(settings, definitions);
        metrics.watch(cameras);
        var fetcher = new PictureFetcher(settings.fetch(), maxBytes, memory);
        var dialects = settings.dialects();
        var zone = ZoneId.systemDefault();
        var pages = new Pages(zone, cameras::timeZones);
        var description = new ApiDescription(mapper);
        var rows = new Rows(store.history(), store.sightings());
        var flaskAlpr = new FlaskAlprApi(intake, store.history(), memory, maxBytes, dialects.flaskAlprQuotes(), zone);
        var codeProject = new CodeProjectApi(intake, memory, maxBytes, gridOf(dialects));
        http = new HttpServer(
                settings.host(),
                settings.ports(),
                List.of(
                        new RecognizeApi(intake, memory, maxBytes, regions)::register,
                        new AlprFlaskApi(intake, memory, maxBytes)::register,
                        new ReadsApi(store.history(), mapper)::register,
                        new ReviewsApi(store.reviews(), store.history(), mapper)::register,
                        new StatisticsApi(store.statistics(), Clock.systemUTC(), zone)::register,
                        new SightingsApi(store.sightings())::register,
                        new CamerasApi(cameras, definitions, store.rejections(), memory, mapper)::register,
                        new CameraPicturesApi(cameras, settings.cameras().viewers())::register,
                        flaskAlpr::register,
                        new VrpdrApi(intake, memory, maxBytes, dialects.vrpdrDebugFolder())::register,
                        codeProject::register,
                        new StatusApi()::register,
                        new PlateRecognizerApi(
                                        intake,
                                        memory,
                                        maxBytes,
                                        fetcher,
                                        new Secret(dialects.plateRecognizerToken()),
                                        regions)::register,
                        new OpenAlprCloudApi(
                                        intake,
                                        memory,
                                        maxBytes,
                                        fetcher,
                                        new Secret(dialects.openAlprSecretKey()),
                                        regions)::register,
                        new OpenAlprWebhook(store.history(), memory, maxBytes, Clock.systemUTC())::register,
                        new OpenAlprStreams(streams, mapper)::register,
                        new EventsApi(streams)::register,
                        new MetricsApi(metrics)::register,
                        description::register,
                        new ApiPage(pages, description.document())::register,
                        new Assets()::register,
                        new StaticPages(pages, store.history())::register,
                        new LivePage(pages, store.history(), rows, feed, cameras)::register,
                        new Scenes(store.history(), new StandardImageDecoder(settings.picture(), settings.jpeg()))
                                ::register,
                        new CamerasPage(pages, cameras, store.rejections(), store.statistics(), Clock.systemUTC())
                                ::register,
                        new TryPage(pages, intake, memory, maxBytes)::register,
                        new HistoryPage(pages, store.history(), rows)::register,
                        new ReadPage(pages, store.history(), store.sightings(), rows, shipped, mapper)::register,
                        new SystemPage(pages, parts(settings, streams))::register,
                        new ReviewPage(pages, store.reviews())::register,
                        new StatisticsPage(pages, store.statistics(), store.reviews(), Clock.systemUTC())::register),
                List.of(flaskAlpr, codeProject),
                pages,
                metrics,
                mapper);
    }

    private SystemParts parts(Settings settings, EventStreams streams) {
        var data = settings.data().store();
        return new SystemParts(
                Version.number(),
                data.folder(),
                data.url().isPresent() ? "PostgreSQL" : "SQLite",
                service,
                store.events(),
                streams,
                redis,
                cameras,
                () -> models.isDone() && !models.isCompletedExceptionally()
                        ? models.join().cards()
                        : List.of());
    }

    private Cameras cameras(Settings settings, DefinitionFormat definitions) {
        var options = settings.cameras();
        var sources = new FrameSources(
                options.ffmpeg(),
                FfmpegProgram.userCache(),
                () -> new StandardImageDecoder(settings.picture(), settings.jpeg()),
                settings.picture().maxBytes(),
                settings.picture().maxPixels(),
                Timings.DEFAULT);
        return new Cameras(
                options,
                definitions,
                sources,
                store.cameras(),
                store.events(),
                store.sightings(),
                store.rejections(),
                Timings.DEFAULT);
    }

    private static GridSettings gridOf(Settings.Dialects dialects) {
        return new GridSettings(dialects.gridSide(), dialects.gridMostSide(), dialects.gridOverlap());
    }

    /** Loads the models in the background. Only once the server listens: a start that fails must not end amid native code. */
    private void load(Supplier<LoadedModels> loader) {
        loading.set(true);
        Thread.ofPlatform().name("model-loader").daemon().start(() -> {
            try {
                models.complete(loader.get());
            } catch (RuntimeException | Error e) {
                models.completeExceptionally(e);
            }
        });
    }

    /**
     * Starts listening; until the models are loaded, pictures are told to come back later.
     *
     * @throws StartException when it cannot listen there, or its history cannot be opened
     */
    static Gantry listen(Settings settings, Supplier<LoadedModels> loader) {
        Gantry gantry = open(settings);
        try {
            gantry.http.start();
            gantry.load(loader);
            return gantry;
        } catch (RuntimeException e) {
            gantry.close();
            throw StartException.of(settings.host(), settings.port(), e);
        }
    }

    private static Gantry open(Settings settings) {
        try {
            return new Gantry(settings);
        } catch (HistoryException e) {
            throw StartException.of(e);
        }
    }

    /**
     * Returns when pictures are recognised.
     *
     * @throws dev.gantry.model.ModelException when a model cannot be used; the server is closed then
     */
    void awaitModels() {
        try {
            LoadedModels loaded = models.join();
            service.open(loaded.recognizer());
            cameras.start(loaded.frames(), grammar);
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Method and path of every route, such as {@code POST /recognize}. */
    List<String> routes() {
        return http.routes();
    }

    int port() {
        return http.port();
    }

    /**
     * Answers what is under way and ends. After nine seconds at the most only the store is left: eight for requests and one
     * for the workers, and meanwhile four for cameras and five for Redis. The store waits five more for a database that is
     * away. After fifteen the service file and compose.yaml have it killed.
     */
    @Override
    public void close() {
        Thread answering = Thread.startVirtualThread(http::stop); // nobody is let in from now on
        cameras.close(); // what they see last is still told
        feed.close(); // streams would hold the end up
        Thread publishing = Thread.startVirtualThread(() -> redis.ifPresent(RedisLink::close));
        await(answering);
        boolean drained = service.close(GRACE);
        await(publishing);
        if (drained && loading.get()) { // never under a running recognition
            release();
        }
        store.close();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a loader that is still at work, since the process must not end under it. */
    private void release() {
        try {
            models.get(GRACE.toMillis(), TimeUnit.MILLISECONDS).release().run();
        } catch (ExecutionException | TimeoutException e) {
            // there is nothing to give back
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
