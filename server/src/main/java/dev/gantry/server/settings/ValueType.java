package dev.gantry.server.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.server.fetch.Network;
import dev.gantry.server.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the text of a setting becomes a value.
 *
 * @param allowed what is allowed, in words that end a sentence: "a whole number from 0 to 65535"
 * @param parser the value, or empty when the text is none of what is allowed
 */
public record ValueType<T>(String allowed, Function<String, Optional<T>> parser) {

    private static final Pattern BYTES =
            Pattern.compile("(\\d{1,15}) ?(|B|kB|KiB|MB|MiB|GB|GiB)", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper JSON = Json.mapper();

    private static final String UNLIMITED = "unlimited";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m)");

    static ValueType<String> text(String allowed) {
        return new ValueType<>(allowed, text -> text.isBlank() ? Optional.empty() : Optional.of(text.strip()));
    }

    static ValueType<Boolean> flag() {
        return new ValueType<>("true or false", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Codes of countries and states that the plate formats know. */
    static ValueType<List<String>> regions() {
        Set<String> known = Set.copyOf(PlateGrammar.shipped().regions());
        return new ValueType<>("codes such as gb, de, us or us-ca, between commas", text -> {
            List<String> codes =
                    list(text).map(code -> code.toLowerCase(Locale.ROOT)).toList();
            return known.containsAll(codes) ? Optional.of(codes) : Optional.empty();
        });
    }

    static ValueType<List<Network>> networks() {
        return new ValueType<>("networks such as 192.168.1.0/24, between commas", text -> {
            List<Optional<Network>> networks = list(text).map(Network::parse).toList();
            return networks.stream().allMatch(Optional::isPresent)
                    ? Optional.of(networks.stream().flatMap(Optional::stream).toList())
                    : Optional.empty();
        });
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        return new ValueType<>(
                "a whole number from " + least + " to " + most,
                text -> number(text, Integer::valueOf).filter(value -> value >= least && value <= most));
    }

    /** Any number of whole numbers, none when the text is empty. */
    static ValueType<List<Integer>> wholeNumbers(int least, int most) {
        ValueType<Integer> number = wholeNumber(least, most);
        return new ValueType<>(
                "whole numbers from " + least + " to " + most + " between commas",
                text -> text.isBlank() ? Optional.of(List.of()) : each(text.split(",", -1), number));
    }

    /** A whole number, or {@code auto}, which stands for {@code automatic}. */
    static ValueType<Integer> wholeNumberOrAuto(int least, int most, int automatic) {
        ValueType<Integer> number = wholeNumber(least, most);
        return new ValueType<>(
                "auto or " + number.allowed(),
                text -> text.equals("auto")
                        ? Optional.of(automatic)
                        : number.parser().apply(text));
    }

    /** {@code unlimited}, or a value. */
    static <T> ValueType<Optional<T>> orUnlimited(ValueType<T> type) {
        return new ValueType<>(
                UNLIMITED + " or " + type.allowed(),
                text -> text.strip().equals(UNLIMITED)
                        ? Optional.of(Optional.empty())
                        : type.parser().apply(text).map(Optional::of));
    }

    static ValueType<Double> share() {
        return number(0, 1);
    }

    static ValueType<Double> shareAboveZero() {
        return new ValueType<>(
                "a number above 0, at most 1",
                text -> number(text, Double::valueOf).filter(value -> value > 0 && value <= 1));
    }

    static ValueType<Double> number(int least, int most) {
        return new ValueType<>(
                "a number from " + least + " to " + most,
                text -> number(text, Double::valueOf).filter(value -> value >= least && value <= most));
    }

    static ValueType<Long> count(long least, long most) {
        return new ValueType<>(
                "a whole number from " + least + " to " + most,
                text -> number(text.replace("_", ""), Long::valueOf).filter(value -> value >= least && value <= most));
    }

    static ValueType<Long> bytes(String least, String most) {
        long smallest = bytesOf(least).orElseThrow();
        long largest = bytesOf(most).orElseThrow();
        return new ValueType<>(
                "a size from " + least + " to " + most + ", such as 16MiB",
                text -> bytesOf(text).filter(value -> value >= smallest && value <= largest));
    }

    static ValueType<Duration> duration(String least, String most) {
        Duration shortest = durationOf(least).orElseThrow();
        Duration longest = durationOf(most).orElseThrow();
        return new ValueType<>(
                "a time from " + least + " to " + most + ", such as 30s, 500ms or 2m",
                text -> durationOf(text)
                        .filter(value -> value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0));
    }

    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        String names = constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new ValueType<>(
                "one of " + names,
                text -> constants.stream()
                        .filter(constant -> constant.name().equalsIgnoreCase(text.strip()))
                        .findFirst());
    }

    /** A text that may be empty. */
    static ValueType<String> anyText() {
        return new ValueType<>("any text", text -> Optional.of(text.strip()));
    }

    /** A text with the given beginning, or nothing at all. */
    static ValueType<Optional<String>> optionalText(String allowed, String start) {
        return new ValueType<>(allowed, text -> {
            String stripped = text.strip();
            return stripped.isEmpty() || stripped.startsWith(start)
                    ? Optional.of(Optional.of(stripped).filter(value -> !value.isEmpty()))
                    : Optional.empty();
        });
    }

    static ValueType<Path> path(String allowed) {
        return new ValueType<>(
                allowed, text -> optionalPath(allowed).parser().apply(text).flatMap(path -> path));
    }

    /** An address with a host and one of the given schemes, or nothing at all when the text is empty. */
    static ValueType<Optional<URI>> optionalUri(String allowed, String... schemes) {
        return new ValueType<>(allowed, text -> {
            try {
                URI uri = new URI(text.strip());
                boolean isOne = uri.getHost() != null && List.of(schemes).contains(uri.getScheme());
                return text.isBlank()
                        ? Optional.of(Optional.empty())
                        : Optional.of(uri).filter(_ -> isOne).map(Optional::of);
            } catch (URISyntaxException _) {
                return Optional.empty();
            }
        });
    }

    /** A path, or nothing at all when the text is empty. */
    static ValueType<Optional<Path>> optionalPath(String allowed) {
        return new ValueType<>(allowed, text -> {
            try {
                return Optional.of(text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip())));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    /** Any number of paths between commas, none when the text is empty. */
    static ValueType<List<Path>> paths(String allowed) {
        return new ValueType<>(allowed, text -> {
            try {
                return Optional.of(list(text).map(Path::of).toList());
            } catch (InvalidPathException _) {
                return Optional.empty();
            }
        });
    }

    /**
     * Objects of JSON between commas, with or without brackets around them; as YAML's lists are handed on. What is none is
     * given as it is: whoever reads it says what is wrong, without the secrets in it.
     */
    static ValueType<List<JsonNode>> objects(String allowed) {
        return new ValueType<>(allowed, text -> {
            String stripped = text.strip();
            try {
                JsonNode list = JSON.readTree(stripped.startsWith("[") ? stripped : "[" + stripped + "]");
                return Optional.of(list.valueStream().toList());
            } catch (JsonProcessingException _) {
                return Optional.of(List.of(MissingNode.getInstance()));
            }
        });
    }

    /** What is between commas, or nothing. */
    private static Stream<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static <T> Optional<List<T>> each(String[] texts, ValueType<T> type) {
        List<T> values = Arrays.stream(texts)
                .flatMap(text -> type.parser().apply(text).stream())
                .toList();
        return Optional.of(values).filter(all -> all.size() == texts.length);
    }

    private static <N extends Number> Optional<N> number(String text, Function<String, N> parse) {
        try {
            return Optional.of(parse.apply(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> bytesOf(String text) {
        Matcher match = BYTES.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        long unit = switch (match.group(2).toUpperCase(Locale.ROOT)) {
            case "KB" -> 1_000L;
            case "KIB" -> 1L << 10;
            case "MB" -> 1_000_000L;
            case "MIB" -> 1L << 20;
            case "GB" -> 1_000_000_000L;
            case "GIB" -> 1L << 30;
            default -> 1L;
        };
        long number = Long.parseLong(match.group(1));
        return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
    }

    private static Optional<Duration> durationOf(String text) {
        Matcher match = DURATION.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(match.group(1));
        return Optional.of(
                switch (match.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }
}
