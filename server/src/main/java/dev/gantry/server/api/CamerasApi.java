package dev.gantry.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.server.camera.managed.CameraDefinition;
import dev.gantry.server.camera.managed.CameraException;
import dev.gantry.server.camera.managed.CameraInfo;
import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.camera.managed.DefinitionException;
import dev.gantry.server.camera.managed.DefinitionFormat;
import dev.gantry.server.camera.managed.DefinitionJson;
import dev.gantry.server.camera.managed.TrialResult;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.json.CameraJson.HourJson;
import dev.gantry.server.json.CameraJson.StatusJson;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.track.StaticText;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;

/** {@code /api/v1/cameras}: set up, changed, tried and taken away. Secrets come in and never out. */
public final class CamerasApi {

    public static final String PATH = "/api/v1/cameras";

    private static final String ONE = PATH + "/{id}";

    /** A definition with many zones has some kilobytes. */
    private static final long MOST_BYTES = 256 << 10;

    /** Each holds a thread, and perhaps a child process, for some seconds. */
    private static final int MOST_TRIALS = 4;

    private static final Duration DAY = Duration.ofDays(1);

    private static final Duration WEEK = Duration.ofDays(7);

    private final Cameras cameras;
    private final DefinitionFormat format;
    private final Rejections rejections;
    private final UploadMemory memory;
    private final JsonMapper mapper;
    private final Semaphore trials = new Semaphore(MOST_TRIALS);

    public CamerasApi(
            Cameras cameras, DefinitionFormat format, Rejections rejections, UploadMemory memory, JsonMapper mapper) {
        this.cameras = cameras;
        this.format = format;
        this.rejections = rejections;
        this.memory = memory;
        this.mapper = mapper;
    }

    public void register(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.post(PATH, this::add);
        routes.post(PATH + "/test", this::test);
        routes.get(ONE, ctx -> ctx.json(json(camera(ctx))));
        routes.put(ONE, this::replace);
        routes.delete(ONE, this::remove);
        routes.get(ONE + "/rejections", this::rejections);
    }

    private void list(Context ctx) {
        ObjectNode answer = mapper.createObjectNode();
        ArrayNode all = answer.putArray("cameras");
        cameras.all().forEach(camera -> all.add(json(camera)));
        ctx.json(answer);
    }

    private CameraInfo camera(Context ctx) {
        return cameras.find(ctx.pathParam("id")).orElseThrow(() -> ReadsApi.missing(ctx));
    }

    private void add(Context ctx) {
        try {
            CameraInfo added = cameras.add(definition(body(ctx)));
            ctx.status(HttpStatus.CREATED)
                    .header("Location", PATH + "/" + added.definition().id())
                    .json(json(added));
        } catch (CameraException e) {
            throw wrong(e);
        }
    }

    private void replace(Context ctx) {
        ObjectNode body = body(ctx);
        body.put("id", ctx.pathParam("id"));
        try {
            ctx.json(json(cameras.replace(definition(body)).orElseThrow(() -> ReadsApi.missing(ctx))));
        } catch (CameraException e) {
            throw wrong(e);
        }
    }

    private void remove(Context ctx) {
        try {
            if (!cameras.remove(ctx.pathParam("id"))) {
                throw ReadsApi.missing(ctx);
            }
            ctx.status(HttpStatus.NO_CONTENT);
        } catch (CameraException e) {
            throw wrong(e);
        }
    }

    private void rejections(Context ctx) {
        String id = camera(ctx).definition().id();
        List<HourJson> hours = rejections.since(id, Instant.now().minus(WEEK)).stream()
                .map(HourJson::of)
                .toList();
        ObjectNode answer = mapper.createObjectNode();
        answer.set("hours", mapper.valueToTree(hours));
        ctx.json(answer);
    }

    private void test(Context ctx) throws InterruptedException {
        ObjectNode body = body(ctx);
        if (!body.hasNonNull("id") && !body.hasNonNull("name")) {
            body.put("id", "new");
        }
        CameraDefinition definition = definition(body);
        if (!trials.tryAcquire()) {
            throw new RequestException(ErrorCode.OVERLOADED, "Other cameras are being tried; try again in a moment.");
        }
        try {
            ctx.json(json(cameras.test(definition)));
        } catch (CameraException e) {
            throw wrong(e);
        } finally {
            trials.release();
        }
    }

    private ObjectNode json(TrialResult result) {
        ObjectNode json = mapper.createObjectNode();
        switch (result) {
            case TrialResult.Works(int width, int height, byte[] jpeg) ->
                json.put("ok", true)
                        .put("width", width)
                        .put("height", height)
                        .put(
                                "picture",
                                "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
            case TrialResult.Waits(String remark) -> json.put("ok", true).put("remark", remark);
            case TrialResult.Fails(String reason, List<String> log) -> {
                json.put("ok", false).put("reason", reason);
                ArrayNode lines = json.putArray("log");
                log.forEach(lines::add);
            }
        }
        return json;
    }

    private ObjectNode json(CameraInfo camera) {
        ObjectNode json = DefinitionJson.shown(camera.definition());
        json.put("editable", camera.editable());
        var status = camera.status();
        json.set(
                "status",
                mapper.valueToTree(StatusJson.of(
                        status.state().label(),
                        status.reason(),
                        status.since(),
                        status.framesPerSecond(),
                        status.analysedPerSecond(),
                        status.dropped(),
                        status.width(),
                        status.height(),
                        status.plateWidthMedian(),
                        status.lastSighting(),
                        rejections.since(camera.definition().id(), Instant.now().minus(DAY)),
                        status.log())));
        ArrayNode masks = json.putArray("suggestedMasks");
        for (StaticText text : camera.staticTexts()) {
            masks.addObject()
                    .put("text", text.text())
                    .set("zone", DefinitionJson.points(text.mask().corners()));
        }
        return json;
    }

    private ObjectNode body(Context ctx) {
        ForeignPages.refuse(ctx);
        try (var body = RequestBody.read(ctx.req(), MOST_BYTES, memory)) {
            JsonNode json = mapper.readTree(body.bytes());
            if (json instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException _) { // its message might repeat a password
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory does not fail
        }
        throw new RequestException(ErrorCode.INVALID_REQUEST, "The request must be a JSON object.");
    }

    private CameraDefinition definition(JsonNode json) {
        try {
            return format.read(json);
        } catch (DefinitionException e) {
            throw wrong(e);
        }
    }

    private static RequestException wrong(Exception e) {
        return new RequestException(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
}
