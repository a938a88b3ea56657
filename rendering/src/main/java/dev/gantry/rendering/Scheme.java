package dev.gantry.rendering;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** A plate's two colours, as 0xRRGGBB. */
record Scheme(int background, int ink) {
    static final Scheme WHITE = new Scheme(0xECECE8, 0x16161A);
    static final Scheme SILVER = new Scheme(0xC9CAC8, 0x1C1C20);
    static final Scheme YELLOW = new Scheme(0xF4C514, 0x16140E);
    static final Scheme ORANGE = new Scheme(0xF09A1C, 0x14120E);
    static final Scheme RED_INK = new Scheme(0xF0ECE8, 0xB01E2C);
    static final Scheme BLUE_INK = new Scheme(0xEEF0F2, 0x1A4C94);
    static final Scheme GREEN_INK = new Scheme(0xEFF1EE, 0x14663C);
    static final Scheme BLACK = new Scheme(0x17171A, 0xE6E6E2);
    static final Scheme BLUE = new Scheme(0x1B4FA8, 0xF2F2F4);
    static final Scheme RED = new Scheme(0xB3202A, 0xF4F0EE);
    static final Scheme GREEN = new Scheme(0x14744A, 0xF0F4F0);
    static final Scheme LIGHT_BLUE = new Scheme(0x55B4DC, 0x101018);
    static final Scheme NEW_ENERGY = new Scheme(0x74CF9C, 0x121614);

    private static final int JITTER = 16;

    /** The same colours as another press, another year and another sun left them. */
    Scheme aged(RandomGenerator random) {
        return new Scheme(jitter(background, JITTER, random), jitter(ink, JITTER, random));
    }

    Color backgroundColor() {
        return new Color(background);
    }

    Color inkColor() {
        return new Color(ink);
    }

    boolean isDark() {
        return luminance(background) < luminance(ink);
    }

    static int luminance(int rgb) {
        return (77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) >> 8;
    }

    static int jitter(int rgb, int amount, RandomGenerator random) {
        int all = random.nextInt(-amount, amount + 1);
        int red = bound((rgb >> 16 & 0xFF) + all + random.nextInt(-amount / 2, amount / 2 + 1));
        int green = bound((rgb >> 8 & 0xFF) + all + random.nextInt(-amount / 2, amount / 2 + 1));
        int blue = bound((rgb & 0xFF) + all + random.nextInt(-amount / 2, amount / 2 + 1));
        return red << 16 | green << 8 | blue;
    }

    static int mix(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int value = (int) ((first >> shift & 0xFF) * (1 - share) + (second >> shift & 0xFF) * share);
            mixed |= bound(value) << shift;
        }
        return mixed;
    }

    static int anyColor(RandomGenerator random) {
        return random.nextInt(1 << 24);
    }

    private static int bound(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
