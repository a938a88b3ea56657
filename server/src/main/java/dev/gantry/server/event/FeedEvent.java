package dev.gantry.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.json.Json;
import dev.gantry.server.json.ReadJson;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to those who follow the log.
 *
 * @param read what was read; null when the event tells of something else
 * @param subject what filters look at in an event that tells of no read; null when there is nothing of that kind in it
 * @param frame the event as a frame with its type, made once for the many who get the same
 */
public record FeedEvent(
        Event event, @Nullable ReadJson read, @Nullable Subject subject, String frame) {

    /** What a sighting's, a camera's or a verdict's event is about; null where it has nothing of that kind. */
    public record Subject(
            @Nullable String camera,
            @Nullable String plate,
            @Nullable Double confidence) {}

    private static final JsonMapper JSON = Json.mapper();

    static FeedEvent of(Event event) {
        String frame = SseFrame.of(event.sequence(), event.type(), event.data());
        return switch (event.type()) {
            case Event.READ -> new FeedEvent(event, parse(event.data()), null, frame);
            case Event.SIGHTING, Event.CAMERA, Event.REVIEW -> new FeedEvent(event, null, subject(event.data()), frame);
            default -> new FeedEvent(event, null, null, frame);
        };
    }

    private static @Nullable Subject subject(String data) {
        try {
            return JSON.readValue(data, Subject.class);
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    public long sequence() {
        return event.sequence();
    }

    /** The read that the text describes; null when it describes none. */
    public static @Nullable ReadJson parse(String data) {
        try {
            ReadJson read = JSON.readValue(data, ReadJson.class);
            return isWhole(read) ? read : null;
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    /** Other nodes may have sent it, of any version; Jackson leaves what is missing null. */
    private static boolean isWhole(@Nullable ReadJson read) {
        return read != null && read.text() != null && read.plate() != null && read.uid() != null && read.time() != null;
    }
}
