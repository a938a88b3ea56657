package dev.gantry.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the patterns of the format files: {@code A} a letter, {@code 9} a digit, {@code X} either, {@code [A-D7]} one of
 * these, {@code <S>} one of the set S, {@code {list}} one of the words of a list, {@code ?} after any of them: it may be
 * missing. A blank, a dash, a dot and a slash (which begins the second line) separate groups and are no characters.
 */
final class PatternParser {

    static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";

    private static final String SEPARATORS = " -./";

    private final Map<String, String> sets;
    private final Map<String, String> lists;

    /**
     * @param sets characters by the name of their set; {@code A} is the region's letters, all when it is not there
     * @param lists words between blanks by the name of their list
     */
    PatternParser(Map<String, String> sets, Map<String, String> lists) {
        this.sets = sets;
        this.lists = lists;
    }

    /**
     * The pattern as shapes of fixed length, one for each choice of what is missing and of the words' lengths.
     *
     * @throws IllegalArgumentException when it is no proper pattern
     */
    List<Shape> shapes(String pattern, Set<String> never) {
        List<Shape.Builder> open = List.of(new Shape.Builder());
        int at = 0;
        while (at < pattern.length()) {
            if (SEPARATORS.indexOf(pattern.charAt(at)) >= 0) {
                open.forEach(Shape.Builder::separate);
                at++;
                continue;
            }
            int end = end(pattern, at);
            List<Part> parts = parts(pattern.substring(at, end));
            boolean optional = end < pattern.length() && pattern.charAt(end) == '?';
            open = continued(open, parts, optional);
            at = optional ? end + 1 : end;
        }
        // Optional parts that look alike, as in 99?9?, give the same shape more than once.
        var shapes = new LinkedHashMap<List<List<Part>>, Shape>();
        for (Shape.Builder builder : open) {
            Shape shape = builder.build(never);
            shapes.putIfAbsent(shape.groups(), shape);
        }
        return List.copyOf(shapes.values());
    }

    private static List<Shape.Builder> continued(List<Shape.Builder> open, List<Part> parts, boolean optional) {
        var longer = new ArrayList<Shape.Builder>();
        for (Shape.Builder builder : open) {
            for (Part part : parts) {
                var next = new Shape.Builder(builder);
                next.add(part);
                longer.add(next);
            }
            if (optional) {
                longer.add(builder);
            }
        }
        return longer;
    }

    private static int end(String pattern, int at) {
        char close = switch (pattern.charAt(at)) {
            case '[' -> ']';
            case '<' -> '>';
            case '{' -> '}';
            default -> '\0';
        };
        if (close == '\0') {
            return at + 1;
        }
        int end = pattern.indexOf(close, at);
        if (end < 0) {
            throw new IllegalArgumentException("the pattern " + pattern + " lacks a " + close);
        }
        return end + 1;
    }

    /** One part, or one for each length of a list's words. */
    private List<Part> parts(String token) {
        String inner = token.length() > 2 ? token.substring(1, token.length() - 1) : "";
        return switch (token.charAt(0)) {
            case 'A' -> List.of(Part.Sign.of(letters()));
            case '9' -> List.of(Part.Sign.of(DIGITS));
            case 'X' -> List.of(Part.Sign.of(DIGITS + letters()));
            case '[' -> List.of(Part.Sign.of(range(inner)));
            case '<' -> List.of(Part.Sign.of(known(sets, inner)));
            case '{' -> words(known(lists, inner));
            default ->
                throw new IllegalArgumentException(
                        "'" + token + "' is no part of a pattern; write [" + token + "] for the character itself");
        };
    }

    private String letters() {
        return sets.getOrDefault("A", LETTERS);
    }

    private static String known(Map<String, String> named, String name) {
        String found = named.get(name);
        if (found == null || found.isBlank()) {
            throw new IllegalArgumentException("nothing is called '" + name + "'; there are " + named.keySet());
        }
        return found;
    }

    private static String range(String inner) {
        var characters = new StringBuilder();
        for (int i = 0; i < inner.length(); i++) {
            if (i + 2 < inner.length() && inner.charAt(i + 1) == '-') {
                for (char c = inner.charAt(i); c <= inner.charAt(i + 2); c++) {
                    characters.append(c);
                }
                i += 2;
            } else {
                characters.append(inner.charAt(i));
            }
        }
        if (characters.isEmpty()) {
            throw new IllegalArgumentException("[" + inner + "] has no characters");
        }
        return characters.toString();
    }

    private static List<Part> words(String list) {
        var byLength = new TreeMap<Integer, List<String>>();
        for (String word : list.strip().split("\\s+")) {
            byLength.computeIfAbsent(word.length(), _ -> new ArrayList<>()).add(word);
        }
        var parts = new ArrayList<Part>();
        byLength.forEach((length, words) -> parts.add(Part.Word.of(length, words)));
        return parts;
    }
}
