package dev.gantry.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.api.ApiErrors;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.HeadAsGet;
import dev.gantry.server.http.JsonErrorHandler;
import dev.gantry.server.http.KnownCharset;
import dev.gantry.server.http.OwnRefusals;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UnreadBody;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.metrics.Metrics;
import dev.gantry.server.web.Pages;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All routes, the same on every port, with what holds for every answer: headers, lengths, errors and figures. */
final class HttpServer {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private static final String API = "/api/";

    /** Requests that are under way get so long to be answered when the server goes down. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    /**
     * Everything comes from this server; pictures also from the page's own memory. No Cross-Origin-Opener-Policy: for its
     * sake browsers start a process for each page that is come to from elsewhere, which takes half of the time until
     * something is seen, and a page that opened one of ours learns nothing from its window.
     */
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final Javalin javalin;
    private final Metrics metrics;
    private final Pages pages;

    /**
     * Makes it, without listening yet.
     *
     * @param interfaces each adds its routes
     * @param dialects those with a parameter in their path, which Jetty may refuse before any route is asked
     * @param pages for addresses that do not exist
     */
    HttpServer(
            String host,
            List<Integer> ports,
            List<Consumer<RoutesConfig>> interfaces,
            List<OwnRefusals> dialects,
            Pages pages,
            Metrics metrics,
            JsonMapper mapper) {
        this.pages = pages;
        this.metrics = metrics;
        this.javalin = Javalin.create(config -> {
            configure(config, host, ports, dialects, mapper);
            interfaces.forEach(routes -> routes.accept(config.routes));
            registerErrors(config);
            config.routes.before(ctx -> SECURITY_HEADERS.forEach(ctx::header));
            config.routes.after(this::finish);
        });
    }

    private static void configure(
            JavalinConfig config, String host, List<Integer> ports, List<OwnRefusals> dialects, JsonMapper mapper) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE; // compressed answers would be chunked
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("A request failed", error);
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
        });
        config.jsonMapper(new JavalinJackson(mapper, true));
        ports.forEach(port -> config.jetty.addConnector((server, configuration) -> {
            configuration.addCustomizer(new KnownCharset());
            var connector = new WatchedConnector(server, configuration);
            connector.setHost(host);
            connector.setPort(port);
            return connector;
        }));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JsonErrorHandler(dialects, mapper));
            server.insertHandler(new HeadAsGet());
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(GRACE.toMillis());
        });
    }

    private void registerErrors(JavalinConfig config) {
        config.routes.exception(RequestException.class, (e, ctx) -> ApiErrors.write(ctx, e.code(), message(e)));
        config.routes.exception(HttpResponseException.class, this::refused);
        config.routes.exception(HistoryException.class, this::historyAway);
        config.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
            ApiErrors.write(ctx, ErrorCode.INTERNAL, "The server failed; its log tells why.");
        });
    }

    /** What asks the history says so when it is away; a browser that shows what the API answers has its JSON all the same. */
    private void historyAway(HistoryException e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        ApiErrors.write(ctx, ErrorCode.HISTORY_AWAY, "The history cannot be used now; try again in a moment.");
        if (Pages.wantsPage(ctx) && !ctx.path().startsWith(API)) {
            pages.historyAway(ctx);
        }
    }

    /** What Javalin refuses by itself: addresses and methods that do not exist. */
    private void refused(HttpResponseException e, Context ctx) {
        ErrorCode code = ApiErrors.codeOf(e.getStatus());
        if (code == ErrorCode.NOT_FOUND && Pages.wantsPage(ctx)) {
            ctx.status(e.getStatus());
            pages.notFound(ctx);
        } else if (code == ErrorCode.NOT_FOUND) {
            ApiErrors.write(ctx, code, "There is nothing at %s.".formatted(ctx.path()));
        } else if (code == ErrorCode.METHOD_NOT_ALLOWED) {
            ctx.header("Allow", e.getDetails().getOrDefault("availableMethods", ""));
            ApiErrors.write(ctx, code, "%s does not accept %s.".formatted(ctx.path(), ctx.method()));
        } else {
            ApiErrors.write(ctx, code == null ? ErrorCode.INTERNAL : code, message(e));
        }
    }

    private static String message(RuntimeException e) {
        return e.getMessage() == null ? "The request cannot be served." : e.getMessage();
    }

    private void finish(Context ctx) {
        UnreadBody.discard(ctx.req());
        if (ctx.resultInputStream() instanceof ByteArrayInputStream bytes) { // or long answers would be chunked
            ctx.header("Content-Length", String.valueOf(bytes.available()));
        }
        Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
        String route = matched == null ? "other" : matched.path;
        String method = matched == null ? "other" : matched.method.name();
        metrics.request(method, route, ctx.statusCode());
        LOG.debug("{} {} {}", ctx.method(), ctx.path(), ctx.statusCode());
    }

    /** Method and path of every route, such as {@code POST /recognize}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    void start() {
        javalin.start();
    }

    /** The main port, the free one that was found when 0 was asked for. */
    int port() {
        return javalin.port();
    }

    /** Takes no more requests and answers those under way. */
    void stop() {
        javalin.stop();
    }
}
