package dev.gantry.training.detector;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Text that is no plate: shop fronts, badges, stickers, clocks, prices, name plates. */
final class Signs {

    private static final String[] FAMILIES = {Font.SANS_SERIF, Font.SERIF, Font.MONOSPACED, Font.DIALOG};
    private static final String CONSONANTS = "bcdfghklmnprstvwz";
    private static final String VOWELS = "aeiou";

    /** How often a sign is one line or two of large words, which look most like a plate's. */
    private static final double NAME_PLATES = 0.55;

    private Signs() {}

    static BufferedImage draw(RandomGenerator random) {
        return random.nextDouble() < NAME_PLATES ? namePlate(random) : lines(random);
    }

    /** Words that fill their board as a plate's text does. */
    private static BufferedImage namePlate(RandomGenerator random) {
        int size = random.nextInt(24, 56);
        var font = new Font(FAMILIES[random.nextInt(FAMILIES.length)], random.nextInt(4), size);
        int rows = random.nextDouble() < 0.75 ? 1 : 2;
        var text = new String[rows];
        int widest = 0;
        FontMetrics metrics = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR)
                .createGraphics()
                .getFontMetrics(font);
        for (int i = 0; i < rows; i++) {
            text[i] = phrase(random);
            widest = Math.max(widest, metrics.stringWidth(text[i]));
        }
        int margin = random.nextInt(3, 30);
        int rise = random.nextInt(2, 18);
        var picture = new BufferedImage(
                Math.clamp(widest + 2L * margin, 40, 420), rows * size + 2 * rise, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = graphics(picture, random);
        if (random.nextDouble() < 0.3) {
            graphics.setStroke(new BasicStroke(random.nextInt(1, 4)));
            graphics.drawRect(2, 2, picture.getWidth() - 5, picture.getHeight() - 5);
        }
        graphics.setFont(font);
        for (int i = 0; i < rows; i++) {
            int spare = picture.getWidth() - metrics.stringWidth(text[i]);
            graphics.drawString(text[i], spare / 2, rise + i * size + size * 4 / 5);
        }
        graphics.dispose();
        return picture;
    }

    private static String phrase(RandomGenerator random) {
        String word = word(random);
        return switch (random.nextInt(10)) {
            case 0 -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
            case 1 -> "%d.%02d".formatted(random.nextInt(100), random.nextInt(100)) + (random.nextBoolean() ? "$" : "");
            case 2 -> "%04d-%06d".formatted(random.nextInt(10_000), random.nextInt(1_000_000));
            case 3 -> "www." + word + ".com";
            case 4 -> Character.toUpperCase(word.charAt(0)) + word.substring(1);
            case 5 -> word;
            case 6 -> (word + " " + word(random)).toUpperCase(Locale.ROOT);
            default -> word.toUpperCase(Locale.ROOT);
        };
    }

    /** Something that can be pronounced. */
    private static String word(RandomGenerator random) {
        var word = new StringBuilder();
        for (int syllables = random.nextInt(1, 5); syllables > 0; syllables--) {
            word.append(any(CONSONANTS, random)).append(any(VOWELS, random));
            if (random.nextDouble() < 0.45) {
                word.append(any(CONSONANTS, random));
            }
        }
        return word.toString();
    }

    private static char any(String characters, RandomGenerator random) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    /** Lines of text of several sizes. */
    private static BufferedImage lines(RandomGenerator random) {
        int height = random.nextInt(24, 200);
        var picture = new BufferedImage(random.nextInt(80, 320), height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = graphics(picture, random);
        int y = random.nextInt(2, 8);
        while (y < height - 8) {
            int size = random.nextInt(9, Math.max(10, Math.min(60, height / 2)));
            y += size;
            graphics.setFont(new Font(FAMILIES[random.nextInt(FAMILIES.length)], random.nextInt(4), size));
            graphics.drawString(words(random), random.nextInt(-5, 20), y);
            y += (int) (size * random.nextDouble(0.1, 0.7));
        }
        graphics.dispose();
        return picture;
    }

    private static String words(RandomGenerator random) {
        if (random.nextInt(5) == 0) {
            return "20%02d-%02d-%02d %02d:%02d:%02d"
                    .formatted(
                            random.nextInt(30),
                            random.nextInt(1, 13),
                            random.nextInt(1, 29),
                            random.nextInt(24),
                            random.nextInt(60),
                            random.nextInt(60));
        }
        if (random.nextInt(5) == 0) {
            return Integer.toString(random.nextInt(200));
        }
        return phrase(random) + " " + phrase(random);
    }

    /** The board painted, the ink chosen. */
    private static Graphics2D graphics(BufferedImage picture, RandomGenerator random) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Color board = color(random);
        graphics.setColor(board);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        Color ink = color(random);
        boolean plain = random.nextBoolean();
        graphics.setColor(plain ? board.getGreen() > 127 ? Color.BLACK : Color.WHITE : ink);
        return graphics;
    }

    private static Color color(RandomGenerator random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
