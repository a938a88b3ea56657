package dev.gantry.training.reader;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Plates of a country whose typeface is put together from sixteen straight segments: no other plate looks like that. */
final class SegmentPlates {

    /**
     * Which segments each character has: a1 a2 top, b c right, d1 d2 bottom, e f left, g1 g2 middle, h i j k l m the star in
     * the middle, each as its place in this string.
     */
    private static final String SEGMENTS = "aAbcdDefgGhijklm";

    private static final Map<Character, String> CHARACTERS = Map.ofEntries(
            Map.entry('0', "aAbcdDefjm"),
            Map.entry('1', "bcj"),
            Map.entry('2', "aAbgGedD"),
            Map.entry('3', "aAbcdDG"),
            Map.entry('4', "fgGbc"),
            Map.entry('5', "aAfgldD"),
            Map.entry('6', "aAfedDcgG"),
            Map.entry('7', "aAjm"),
            Map.entry('8', "aAbcdDefgG"),
            Map.entry('9', "aAbcfgGdD"),
            Map.entry('A', "aAbcefgG"),
            Map.entry('E', "aAdDefg"),
            Map.entry('K', "efgjl"),
            Map.entry('M', "efbchj"),
            Map.entry('N', "efbchl"),
            Map.entry('P', "aAbefgG"),
            Map.entry('T', "aAik"),
            Map.entry('V', "efmj"),
            Map.entry('X', "hjml"),
            Map.entry('Z', "aAjmdD"));

    /** Each segment's two ends, on a grid two wide and four high. */
    private static final int[][] ENDS = {
        {0, 0, 1, 0}, {1, 0, 2, 0}, {2, 0, 2, 2}, {2, 2, 2, 4}, {0, 4, 1, 4}, {1, 4, 2, 4}, {0, 2, 0, 4}, {0, 0, 0, 2},
        {0, 2, 1, 2}, {1, 2, 2, 2}, {0, 0, 1, 2}, {1, 0, 1, 2}, {2, 0, 1, 2}, {1, 2, 1, 4}, {1, 2, 2, 4}, {1, 2, 0, 4}
    };

    private static final String LETTERS = "AEKMNPTVXZ";
    private static final int WIDTH = 240;
    private static final int HEIGHT = 60;

    /** The characters lean backwards, further than the shipped reader can follow. */
    private static final double LEAN = 0.42;

    private SegmentPlates() {}

    /** Writes so many crops and their labels; returns the file of labels. */
    static Path write(Path folder, int count, RandomGenerator random) throws IOException {
        var labels = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String text = text(random);
            ImageIO.write(plate(text, random), "png", folder.resolve(i + ".png").toFile());
            labels.append(
                    "{\"image\":\"%d.png\",\"kind\":\"crop\",\"plates\":[{\"text\":\"%s\"}]}\n".formatted(i, text));
        }
        return Files.writeString(folder.resolve("labels.jsonl"), labels);
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            text.append(i < 3 ? LETTERS.charAt(random.nextInt(LETTERS.length())) : (char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static BufferedImage plate(String text, RandomGenerator random) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(60, 60, random.nextInt(60, 90)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(230, 225, random.nextInt(180, 230)));
        graphics.fillRect(6, 5, WIDTH - 12, HEIGHT - 10);
        graphics.setColor(new Color(20, 20, random.nextInt(20, 70)));
        AffineTransform upright = graphics.getTransform();
        for (int i = 0; i < text.length(); i++) {
            graphics.setTransform(upright);
            graphics.translate(10 + i * 30 + random.nextInt(3), 13 + random.nextInt(3));
            graphics.shear(LEAN, 0);
            character(graphics, text.charAt(i));
        }
        graphics.dispose();
        return picture;
    }

    private static void character(Graphics2D graphics, char character) {
        for (char segment : CHARACTERS.getOrDefault(character, "").toCharArray()) {
            int[] ends = ENDS[SEGMENTS.indexOf(segment)];
            // The segments do not touch: each leaves a part of its length free at both ends.
            for (int step = 2; step <= 10; step++) {
                double share = step / 12.0;
                double x = (ends[0] + (ends[2] - ends[0]) * share) * 10;
                double y = (ends[1] + (ends[3] - ends[1]) * share) * 8;
                graphics.fillRect((int) x, (int) y, 4, 3);
            }
        }
    }
}
