package dev.gantry.server.dialect.openalpr;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for in its address. The originals' {@code prewarp} is ignored: the reader straightens each plate by
 * itself.
 *
 * @param countries such as {@code us} and {@code eu}, in small letters
 * @param state such as {@code ca}, or {@code fr} with {@code eu}; empty for none
 * @param topn most candidates of a plate
 * @param vehicles whether the vehicle is wanted
 * @param image whether the picture is wanted back
 */
record CloudQuery(List<String> countries, String state, int topn, boolean vehicles, boolean image) {

    private static final int MOST_CANDIDATES = 1_000;

    private static final int CANDIDATES = 10;

    /** OpenALPR's word for all of Europe, whose countries are then told as states. */
    private static final String EUROPE = "eu";

    CloudQuery {
        countries = List.copyOf(countries);
    }

    /**
     * @throws RequestException when one of them is no proper value
     */
    static CloudQuery of(Function<String, @Nullable String> parameters) {
        return new CloudQuery(
                Arrays.stream(text(parameters, "country").split(","))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                text(parameters, "state"),
                number(parameters, "topn", 1, MOST_CANDIDATES, CANDIDATES),
                number(parameters, "recognize_vehicle", 0, 1, 0) == 1,
                number(parameters, "return_image", 0, 1, 0) == 1);
    }

    private static String text(Function<String, @Nullable String> parameters, String name) {
        String text = parameters.apply(name);
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    private static int number(
            Function<String, @Nullable String> parameters, String name, int least, int most, int otherwise) {
        String text = text(parameters, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) { // told below
        }
        throw new RequestException(
                ErrorCode.INVALID_REQUEST, "%s must be a whole number from %d to %d.".formatted(name, least, most));
    }

    /** Codes of ours that the countries and the state stand for; what is not known here cannot help and does no harm. */
    List<String> regions(Set<String> known) {
        return countries.stream()
                .map(this::region)
                .filter(known::contains)
                .distinct()
                .toList();
    }

    private String region(String country) {
        if (state.isEmpty()) {
            return country;
        }
        return country.equals(EUROPE) ? state : country + "-" + state;
    }
}
