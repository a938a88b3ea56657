package dev.gantry.server.event;

import java.util.stream.Collectors;

/** Writes Server-Sent Events, as the HTML standard has them. */
public final class SseFrame {

    static final String CONNECTED = ": connected\n\n";

    static final String HEARTBEAT = ": still here\n\n";

    private SseFrame() {}

    /** An event without a type. */
    public static String of(long id, String data) {
        return "id: " + id + "\n" + data(data) + "\n";
    }

    /** An event with a type, for which clients can listen. */
    public static String of(long id, String type, String data) {
        return "id: " + id + "\nevent: " + type + "\n" + data(data) + "\n";
    }

    /** A remark for people: what was asked for is no longer in the log. */
    static String missing(long count) {
        return ": %d older events are no longer kept\n\n".formatted(count);
    }

    /** A line break in the data begins a line of data, and can never begin another field. */
    private static String data(String data) {
        return isOneLine(data)
                ? "data: " + data + "\n"
                : data.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining());
    }

    private static boolean isOneLine(String data) {
        return data.indexOf('\n') < 0 && data.indexOf('\r') < 0;
    }
}
