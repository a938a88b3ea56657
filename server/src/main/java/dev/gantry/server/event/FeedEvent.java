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
 * @param frame the event as a frame with its type, made once for the many who get the same
 */
public record FeedEvent(Event event, @Nullable ReadJson read, String frame) {

    private static final JsonMapper JSON = Json.mapper();

    static FeedEvent of(Event event) {
        return new FeedEvent(
                event,
                event.type().equals(Event.READ) ? parse(event.data()) : null,
                SseFrame.of(event.sequence(), event.type(), event.data()));
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
