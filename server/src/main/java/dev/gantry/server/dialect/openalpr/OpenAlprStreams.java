package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.event.EventStreams;
import dev.gantry.server.event.FeedEvent;
import dev.gantry.server.event.SseFrame;
import dev.gantry.server.event.StreamRequest;
import dev.gantry.server.http.EventStreamResponse;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ReadJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The streams of the programs around OpenALPR, which show plates as they are read: {@code /stream} with the plate alone,
 * {@code /alpr/events} with the plates so far and then each as a JSON string, and {@code /alprdsse} with documents as the
 * daemon writes them. Unlike the originals they answer at once, have numbers to resume from, and let no plate write fields.
 */
public final class OpenAlprStreams {

    /** What {@code /alpr/events} begins with; the original sent all that it had ever heard. */
    private static final int PLATES_SO_FAR = 100;

    private final EventStreams streams;
    private final JsonMapper mapper;

    public OpenAlprStreams(EventStreams streams, JsonMapper mapper) {
        this.streams = streams;
        this.mapper = mapper;
    }

    public void register(RoutesConfig routes) {
        routes.get("/stream", this::plates);
        routes.get("/alprdsse", this::documents);
        routes.get("/alpr/events", this::platesFromTheBeginning);
    }

    private void plates(Context ctx) throws InterruptedException {
        var request = request(ctx);
        boolean json = wantsJson(ctx);
        streams.serve(
                response(ctx),
                request.after(),
                "",
                framing(request, (event, read) -> json ? event.event().data() : read.text()));
    }

    private static boolean wantsJson(Context ctx) {
        String format = ctx.queryParam("format");
        if (format == null) {
            String accept = ctx.header("Accept");
            return accept != null && accept.contains("application/json");
        }
        return switch (format) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new RequestException(ErrorCode.INVALID_REQUEST, "format is json or text.");
        };
    }

    private void documents(Context ctx) throws InterruptedException {
        var request = request(ctx);
        streams.serve(
                response(ctx), request.after(), "", framing(request, (_, read) -> json(DaemonDocument.of(read))));
    }

    /** A client that comes back goes on where it was, without the plates so far. */
    private void platesFromTheBeginning(Context ctx) throws InterruptedException {
        var request = request(ctx);
        Framing plate = (_, read) -> json(read.text());
        if (request.after() != null) {
            streams.serve(response(ctx), request.after(), "", framing(request, plate));
            return;
        }
        List<FeedEvent> past = streams.latest(PLATES_SO_FAR);
        List<String> plates = past.stream()
                .map(FeedEvent::read)
                .filter(Objects::nonNull)
                .filter(request.filter()::matches)
                .map(ReadJson::text)
                .toList();
        long after = past.isEmpty() ? 0 : past.getLast().sequence();
        streams.serve(response(ctx), after, SseFrame.of(after, json(plates)), framing(request, plate));
    }

    private static StreamRequest request(Context ctx) {
        return StreamRequest.of(ctx::queryParam, "min_confidence", ctx.header("Last-Event-ID"));
    }

    private static EventStreamResponse response(Context ctx) {
        return new EventStreamResponse(ctx.req(), ctx.res());
    }

    /** The data of a read's frame. */
    private interface Framing {
        String data(FeedEvent event, ReadJson read);
    }

    private static Function<FeedEvent, String> framing(StreamRequest request, Framing framing) {
        return event -> event.read() != null && request.filter().matches(event.read())
                ? SseFrame.of(event.sequence(), framing.data(event, event.read()))
                : "";
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
