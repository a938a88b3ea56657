package dev.gantry.rendering;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What several designs share. */
final class Painting {
    private static final String WORDS = """
            Sunshine State Garden Empire Valley Golden Great Lakes Mountain Ocean Prairie Heritage Liberty Freedom Wild Nature
            Peace Centennial First Flight Beautiful Discover Explore Spirit Heart Land North South East West Star River Native
            Pure Country Island Capital City Motors Autohaus Dealer Garage Cars Ford Toyota www Auto Sales Service""";

    private static final List<String> WORD_LIST = List.of(WORDS.strip().split("\\s+"));

    private Painting() {}

    /** The pieces of each line. */
    static List<List<Piece>> lines(List<Piece> pieces) {
        List<List<Piece>> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.mark() == '/') {
                lines.add(line);
                line = new ArrayList<>();
            } else {
                line.add(piece);
            }
        }
        lines.add(line);
        return lines;
    }

    static String words(int count, RandomGenerator random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(Chance.pick(WORD_LIST, random));
        }
        return random.nextInt(2) == 0 ? words.toString().toUpperCase(java.util.Locale.ROOT) : words.toString();
    }

    /** A made-up place name in capitals. */
    static String place(RandomGenerator random) {
        String[] starts = {"SAN", "NOVA", "PORT", "SANTA", "CAMPO", "VILA", "SUL", "MONTE", "RIO", "BOA", "ALTO"};
        String[] ends = {"TIBA", "POLIS", "DORA", "LANDIA", "MINAS", "VISTA", "ROSA", "CARIA", "BERG", "TOWN", "PURA"};
        String first = Chance.pick(random, starts);
        String second = Chance.pick(random, ends);
        return random.nextInt(3) == 0 ? first + second : first + " " + second;
    }

    static void write(PlateCanvas canvas, List<Piece> line, Typeface face, Rectangle2D box, Look look, int ink) {
        Lettering lettering = canvas.write(line, face, box, look, ink);
        double height = box.getHeight();
        for (double[] seal : lettering.seals()) {
            seals(canvas, seal[0], box.getCenterY(), height, canvas.random());
        }
    }

    private static void seals(PlateCanvas canvas, double x, double middle, double height, RandomGenerator random) {
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                canvas.seal(x, middle - height * 0.24, height * Chance.between(0.17, 0.23, random));
                canvas.seal(x, middle + height * 0.22, height * Chance.between(0.17, 0.25, random));
            }
            case 2 -> canvas.seal(x, middle + height * Chance.between(-0.25, 0.25, random), height * 0.26);
            case 3 -> canvas.seal(x, middle, height * Chance.between(0.14, 0.28, random));
            default -> {}
        }
    }

    static Look look(RandomGenerator random, double stretchLow, double stretchHigh) {
        return new Look(
                Chance.between(stretchLow, stretchHigh, random),
                Chance.between(0.08, 0.2, random),
                Chance.between(0.25, 0.5, random),
                false,
                Chance.of(0.3, random) ? Chance.between(0.7, 0.98, random) : 0,
                1);
    }

    static Typeface face(PlateCanvas canvas, String faces, double loyalty) {
        RandomGenerator random = canvas.random();
        return Chance.of(loyalty, random)
                ? canvas.typefaces().named(faces, random)
                : canvas.typefaces().any(random);
    }
}
