package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PlateViewsTest {
    private static final int COLUMNS = 48;
    private static final int ROWS = 12;

    private final PlateRenderer plates = new PlateRenderer(List.of());
    private final PlateViews views = new PlateViews();

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void theCornersMarkThePlate() {
        int views = 0;
        int marked = 0;
        for (long seed = 0; seed < 120; seed++) {
            RandomGenerator random = random(seed);
            RenderedPlate plate = plates.render(random);
            PlateView view = this.views.view(plate, random);
            double[] bare = samples(plate.picture(), whole(plate.picture()), 0);
            double right = correlation(bare, samples(view.picture(), view.corners(), 0));
            double shifted = correlation(bare, samples(view.picture(), view.corners(), 0.06));
            views++;
            marked += right > shifted && right > 0.4 ? 1 : 0;
        }
        assertThat(marked).isGreaterThan(views * 85 / 100);
    }

    @Test
    void theCornersLieInsideAndRunClockwise() {
        for (long seed = 0; seed < 100; seed++) {
            RandomGenerator random = random(seed);
            PlateView view = views.view(plates.render(random), random);
            double area = 0;
            for (int i = 0; i < 4; i++) {
                Point2D corner = view.corners().get(i);
                Point2D next = view.corners().get((i + 1) % 4);
                assertThat(corner.getX()).isBetween(0.0, (double) view.picture().getWidth());
                assertThat(corner.getY()).isBetween(0.0, (double) view.picture().getHeight());
                area += corner.getX() * next.getY() - next.getX() * corner.getY();
            }
            assertThat(area).isPositive();
        }
    }

    @Test
    void theSameSeedGivesTheSameView() {
        RenderedPlate plate = plates.render(random(9));
        PlateView first = views.view(plate, random(10));
        PlateView second = views.view(plate, random(10));
        assertThat(second.corners()).isEqualTo(first.corners());
        assertThat(Photometry.pixels(second.picture())).isEqualTo(Photometry.pixels(first.picture()));
    }

    private static List<Point2D> whole(BufferedImage picture) {
        double width = picture.getWidth();
        double height = picture.getHeight();
        return List.of(
                new Point2D.Double(0, 0),
                new Point2D.Double(width, 0),
                new Point2D.Double(width, height),
                new Point2D.Double(0, height));
    }

    /** Luminances on a grid between the corners, moved to the right by a share of the width. */
    private static double[] samples(BufferedImage picture, List<Point2D> corners, double shift) {
        BufferedImage smooth = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        smooth.setData(picture.getRaster());
        double cell = corners.get(0).distance(corners.get(1)) / COLUMNS;
        Photometry.blur(smooth, cell / 2);
        double[] samples = new double[COLUMNS * ROWS];
        for (int i = 0; i < samples.length; i++) {
            double u = (i % COLUMNS + 0.5) / COLUMNS + shift;
            int line = i / COLUMNS;
            double v = (line + 0.5) / ROWS;
            Point2D[] c = corners.toArray(new Point2D[0]);
            double x =
                    (c[0].getX() * (1 - u) + c[1].getX() * u) * (1 - v) + (c[3].getX() * (1 - u) + c[2].getX() * u) * v;
            double y =
                    (c[0].getY() * (1 - u) + c[1].getY() * u) * (1 - v) + (c[3].getY() * (1 - u) + c[2].getY() * u) * v;
            int column = Math.max(0, Math.min(picture.getWidth() - 1, (int) x));
            int row = Math.max(0, Math.min(picture.getHeight() - 1, (int) y));
            samples[i] = Scheme.luminance(smooth.getRGB(column, row));
        }
        return samples;
    }

    private static double correlation(double[] first, double[] second) {
        double meanFirst = java.util.Arrays.stream(first).average().orElseThrow();
        double meanSecond = java.util.Arrays.stream(second).average().orElseThrow();
        double product = 0;
        double squareFirst = 1e-9;
        double squareSecond = 1e-9;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - meanFirst) * (second[i] - meanSecond);
            squareFirst += (first[i] - meanFirst) * (first[i] - meanFirst);
            squareSecond += (second[i] - meanSecond) * (second[i] - meanSecond);
        }
        return product / Math.sqrt(squareFirst * squareSecond);
    }
}
