package dev.gantry.image;

import dev.gantry.image.Letterbox.Window;

/**
 * Places in a window of a picture, evenly spaced along a line of a {@link Homography}'s square: whole pixels and
 * 256ths. They are worked out by themselves, in a loop that the compiler turns into vector instructions.
 */
final class Places {

    private static final int BITS = 8;
    private static final int ONE = 1 << BITS;

    private final int count;
    private final Window window;
    private final int[] x;
    private final int[] y;

    Places(int count, Window window) {
        this.count = count;
        this.window = window;
        this.x = new int[count];
        this.y = new int[count];
    }

    /** Moves to another line; places beside the window move to its border. */
    void follow(Homography.Line line) {
        double step = 1.0 / count;
        double right = (window.width() - 1) * ONE;
        double bottom = (window.height() - 1) * ONE;
        double left = (window.x() + 0.5) * ONE;
        double top = (window.y() + 0.5) * ONE;
        for (int i = 0; i < count; i++) {
            double u = (i + 0.5) * step;
            double scale = ONE * line.inverseDepth(u);
            x[i] = (int) inside(line.x(u, scale) - left, right);
            y[i] = (int) inside(line.y(u, scale) - top, bottom);
        }
    }

    /** The nearest value of 0 to {@code last}; a degenerate quad's NaN stays, which as a whole number is 0. */
    static double inside(double place, double last) {
        return Math.min(Math.max(place, 0), last);
    }

    int count() {
        return count;
    }

    int column(int place) {
        return x[place] >> BITS;
    }

    int row(int place) {
        return y[place] >> BITS;
    }

    /** How far towards the next column, 0 to 1. */
    float shareX(int place) {
        return (x[place] & (ONE - 1)) / (float) ONE;
    }

    float shareY(int place) {
        return (y[place] & (ONE - 1)) / (float) ONE;
    }
}
