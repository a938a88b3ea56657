package dev.gantry.server.api;

import dev.gantry.server.event.EventStreams;
import dev.gantry.server.event.FeedEvent;
import dev.gantry.server.event.StreamRequest;
import dev.gantry.server.http.EventStreamResponse;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Set;

/** {@code GET /api/v1/events}: everything that happens, as Server-Sent Events with types and JSON. */
public final class EventsApi {

    private final EventStreams streams;

    public EventsApi(EventStreams streams) {
        this.streams = streams;
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/events", this::events);
    }

    private void events(Context ctx) throws InterruptedException {
        var request = StreamRequest.of(ctx::queryParam, "minConfidence", ctx.header("Last-Event-ID"));
        String types = ctx.queryParam("type");
        Set<String> wanted = types == null || types.isBlank() ? Set.of() : Set.of(types.split(",", -1));
        streams.serve(
                new EventStreamResponse(ctx.req(), ctx.res()),
                request.after(),
                "",
                event -> isWanted(event, wanted, request) ? event.frame() : "");
    }

    private static boolean isWanted(FeedEvent event, Set<String> types, StreamRequest request) {
        var read = event.read();
        var subject = event.subject();
        return (types.isEmpty() || types.contains(event.event().type()))
                && (read == null || request.filter().matches(read))
                && (subject == null || request.filter().matches(subject));
    }
}
