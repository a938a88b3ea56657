package dev.gantry.server.dialect.codeproject;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Grid;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request asks for besides its picture.
 *
 * @param minConfidence less confident plates are not told, 0 to 1; empty, or no such number, for the address's own default
 * @param grid how to cut the picture for a second look; empty for none
 */
record Parameters(OptionalDouble minConfidence, Optional<Grid> grid) {

    /**
     * @param texts the value of a field, if it is there
     * @throws RequestException when one of them is no proper value
     */
    static Parameters of(Function<String, Optional<String>> texts, GridSettings settings) {
        int side = texts.apply("grid_size")
                .map(text -> side(text, settings.mostSide()))
                .orElse(Math.min(settings.side(), settings.mostSide()));
        Optional<Set<Integer>> wanted = texts.apply("wanted_cells")
                .filter(text -> !text.isBlank())
                .map(text -> cells(text, settings.mostSide()));
        OptionalDouble minConfidence = texts.apply("min_confidence")
                .or(() -> texts.apply("confidence"))
                .map(Parameters::share)
                .orElse(OptionalDouble.empty());
        return new Parameters(
                minConfidence, side < 1 ? Optional.empty() : Optional.of(new Grid(side, wanted, settings.overlap())));
    }

    private static int side(String text, int most) {
        try {
            int side = Integer.parseInt(text.strip());
            if (side <= most) {
                return side;
            }
        } catch (NumberFormatException _) { // told below
        }
        throw wrong("grid_size must be a whole number of at most %d".formatted(most));
    }

    /** More numbers than cells cannot be meant. */
    private static Set<Integer> cells(String text, int mostSide) {
        try {
            return Stream.of(text.split(",", mostSide * mostSide + 1))
                    .map(number -> Integer.valueOf(number.strip()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException _) {
            throw wrong("wanted_cells must be whole numbers between commas, such as 1,2,5");
        }
    }

    /** The module that this replaces does not look at it, so what is no share must not be refused. */
    private static OptionalDouble share(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            return share >= 0 && share <= 1 ? OptionalDouble.of(share) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static RequestException wrong(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
