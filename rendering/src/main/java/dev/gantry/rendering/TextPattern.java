package dev.gantry.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a plate's text and the marks between its groups. {@code A} a letter of the style, {@code 9} a digit,
 * {@code X} either, {@code C} a Chinese province sign, a small letter that capital itself, <code>{AB,CD}</code> one of those
 * literals; marks: blank a gap, {@code _} a narrow gap, {@code -} a dash, {@code .} a dot, {@code @} a seal or emblem,
 * {@code >} a separate box at the right, {@code /} the next line; {@code ^} before two runs with {@code ~} between them sets
 * these small, one above the other.
 */
final class TextPattern {
    static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String DIGITS = "0123456789";
    private static final String MARKS = " _-.@>/^~";

    private final List<Piece> template = new ArrayList<>();
    private final String letters;
    private final Pattern shape;

    TextPattern(String pattern, String letters) {
        this.letters = letters;
        StringBuilder run = new StringBuilder();
        StringBuilder expression = new StringBuilder();
        for (char sign : (pattern + "$").toCharArray()) {
            if (MARKS.indexOf(sign) < 0 && sign != '$') {
                run.append(sign);
                continue;
            }
            if (!run.isEmpty()) {
                template.add(new Piece(Piece.RUN, run.toString()));
                expression.append('(').append(expression(run.toString())).append(')');
                run.setLength(0);
            }
            if (sign != '$') {
                template.add(new Piece(sign, ""));
            }
        }
        this.shape = Pattern.compile(expression.toString());
    }

    private String expression(String run) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            char sign = run.charAt(i);
            if (sign == '{') {
                int end = run.indexOf('}', i);
                expression
                        .append("(?:")
                        .append(run.substring(i + 1, end).replace(',', '|'))
                        .append(')');
                i = end;
            } else {
                expression.append(
                        switch (sign) {
                            case 'A' -> "[" + letters + "]";
                            case '9' -> "[0-9]";
                            case 'X' -> "[0-9" + letters + "]";
                            case 'C' -> "[" + PROVINCES + "]";
                            default -> String.valueOf(Character.toUpperCase(sign));
                        });
            }
        }
        return expression.toString();
    }

    int lines() {
        return template.stream().anyMatch(piece -> piece.mark() == '/') ? 2 : 1;
    }

    /** A random text of this format, in pieces. */
    List<Piece> random(RandomGenerator random) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : template) {
            pieces.add(piece.isRun() ? new Piece(Piece.RUN, fill(piece.text(), random)) : piece);
        }
        return pieces;
    }

    private String fill(String run, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            char sign = run.charAt(i);
            if (sign == '{') {
                int end = run.indexOf('}', i);
                String[] choices = run.substring(i + 1, end).split(",", -1);
                text.append(choices[random.nextInt(choices.length)]);
                i = end;
            } else {
                text.append(
                        switch (sign) {
                            case 'A' -> any(letters, random);
                            case '9' -> any(DIGITS, random);
                            case 'X' -> anySign(random);
                            case 'C' -> any(PROVINCES, random);
                            default -> Character.toUpperCase(sign);
                        });
            }
        }
        return text.toString();
    }

    /** A digit or a letter; mostly no O or I, which some typefaces do not tell from 0 and 1 where either may stand. */
    private char anySign(RandomGenerator random) {
        char sign = any(random.nextInt(3) == 0 ? letters : DIGITS, random);
        boolean ambiguous = sign == 'O' || sign == 'I';
        return ambiguous && random.nextInt(5) != 0 ? any(DIGITS, random) : sign;
    }

    private static char any(String characters, RandomGenerator random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    /** The given text in this format's pieces; empty when it has another format. */
    Optional<List<Piece>> split(String text) {
        Matcher matcher = shape.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        int group = 1;
        for (Piece piece : template) {
            pieces.add(piece.isRun() ? new Piece(Piece.RUN, matcher.group(group++)) : piece);
        }
        return Optional.of(pieces);
    }

    /** The characters of the pieces without the marks. */
    static String text(List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
