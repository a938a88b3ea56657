package dev.gantry.server.event;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client of a stream asks for.
 *
 * @param after number of the last event that it has; null when it wants those from now on
 * @param filter which reads
 */
public record StreamRequest(@Nullable Long after, EventFilter filter) {

    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");

    /**
     * Reads the parameters {@code camera}, {@code plate}, {@code lastEventId} and the least confidence. One that is empty is
     * as good as none: forms send what was left empty.
     *
     * @param given the value of a parameter by its name, null when it is not there
     * @param minConfidence name of the parameter with the least confidence
     * @param lastEventId the header that browsers send when they connect again; one that is none of our numbers is passed
     *     over, since it may be another server's
     * @throws RequestException when a parameter is not what it should be
     */
    public static StreamRequest of(
            Function<String, @Nullable String> given, String minConfidence, @Nullable String lastEventId) {
        Function<String, @Nullable String> parameter = name -> filled(given.apply(name));
        String asked = parameter.apply("lastEventId");
        if (asked != null && !SEQUENCE.matcher(asked).matches()) {
            throw invalid("lastEventId is the number of an event, such as 17.");
        }
        String after = lastEventId != null && SEQUENCE.matcher(lastEventId).matches() ? lastEventId : asked;
        String plate = parameter.apply("plate");
        return new StreamRequest(
                after == null ? null : Long.valueOf(after),
                new EventFilter(
                        parameter.apply("camera"),
                        share(minConfidence, parameter.apply(minConfidence)),
                        plate == null ? null : PlateKey.of(plate)));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable Double share(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException _) { // refused below
        }
        throw invalid(name + " is a number from 0 to 1.");
    }

    private static RequestException invalid(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
