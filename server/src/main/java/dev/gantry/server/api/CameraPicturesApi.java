package dev.gantry.server.api;

import dev.gantry.server.camera.managed.CameraView;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.camera.managed.Latest;
import dev.gantry.server.http.MultipartStreamResponse;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** What cameras show at the moment: {@code /api/v1/cameras/{id}/snapshot} and {@code /stream}. */
public final class CameraPicturesApi {

    /** Enough to see cars pass; more would only cost. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(200);

    /** How soon it is noticed that a client has hung up. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Cameras cameras;
    private final Semaphore viewers;

    /** @param mostViewers clients that may watch at the same time; more are told to come back later */
    public CameraPicturesApi(Cameras cameras, int mostViewers) {
        this.cameras = cameras;
        this.viewers = new Semaphore(mostViewers);
    }

    public void register(RoutesConfig routes) {
        routes.get(CamerasApi.PATH + "/{id}/snapshot", this::snapshot);
        routes.get(CamerasApi.PATH + "/{id}/stream", this::stream);
    }

    private Latest latest(Context ctx) {
        return cameras.latest(ctx.pathParam("id")).orElseThrow(() -> ReadsApi.missing(ctx));
    }

    private void snapshot(Context ctx) {
        CameraView view = latest(ctx).view().orElseThrow(CameraPicturesApi::nothingYet);
        boolean annotated = Boolean.parseBoolean(ctx.queryParam("annotated"));
        ctx.contentType("image/jpeg")
                .header("Cache-Control", "no-store")
                .header("X-Frame-Time", view.time().toString())
                .result(view.jpeg(annotated));
    }

    private static RequestException nothingYet() {
        return new RequestException(ErrorCode.NOT_READY, "The camera has sent no picture yet.");
    }

    private void stream(Context ctx) throws InterruptedException {
        Latest latest = latest(ctx);
        if (!viewers.tryAcquire()) {
            throw new RequestException(ErrorCode.OVERLOADED, "Too many clients watch already; try again later.");
        }
        try {
            stream(latest, new MultipartStreamResponse(ctx.req(), ctx.res()));
        } catch (IOException _) { // it hung up, or took nothing for longer than the connection may be idle
        } finally {
            viewers.release();
        }
    }

    private static void stream(Latest latest, MultipartStreamResponse client) throws IOException, InterruptedException {
        client.start();
        long number = 0;
        while (!latest.isClosed() && !client.isOver()) {
            Optional<CameraView> view = latest.after(number, LOOK_AROUND);
            if (view.isPresent()) {
                number = view.get().number();
                client.send(view.get().watched());
                Thread.sleep(LEAST_PAUSE);
            }
        }
    }
}
