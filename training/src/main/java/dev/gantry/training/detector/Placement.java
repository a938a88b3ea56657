package dev.gantry.training.detector;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.detector.ScenePicture.ScenePlate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lays a real photograph into a rectangle of the scene: scaled, perhaps turned, perhaps mirrored, so that mostly one of its
 * plates is in view. An affine map; pixels come from the level of the photograph that is closest in size.
 *
 * @param xx scene x for each picture x; likewise xy, yx, yy
 * @param dx scene x of the picture's origin
 */
record Placement(double xx, double xy, double yx, double yy, double dx, double dy, boolean turned, boolean mirrored) {

    /** Of a plate less than this share in view nobody is to say whether it is one. */
    private static final double LEAST_VISIBLE = 0.6;

    private static final double ALMOST_GONE = 0.12;
    private static final double WHOLE = 0.97;
    private static final double SMALLEST_WIDTH = 9;
    private static final double SMALLEST_HEIGHT = 3.5;

    /** Where only a box is known its plate is about this share of the height lower at the top and again at the bottom. */
    private static final double BOX_SLACK = 0.1;

    /** How far the corners of a turned box, less its slack, are believed as the plate's. */
    private static final double TURNED_CORNERS = 0.2;

    /** A rectangle of the scene. */
    record Area(int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }

    /**
     * @param shrink smaller than 1 where several photographs share the scene
     * @param sceneSize side of the whole scene, px
     */
    static Placement random(ScenePicture picture, Area area, double shrink, int sceneSize, RandomGenerator random) {
        double fit = Math.min((double) sceneSize / picture.width(), (double) sceneSize / picture.height());
        double scale = fit * Seeds.logUniform(random, 0.65, 2.2) * shrink;
        double cx = random.nextDouble() * picture.width();
        double cy = random.nextDouble() * picture.height();
        double offX = random.nextDouble(-0.25, 0.25) * area.width();
        double offY = random.nextDouble(-0.25, 0.25) * area.height();
        List<ScenePlate> plates =
                picture.plates().stream().filter(plate -> !plate.doubtful()).toList();
        double kind = random.nextDouble();
        if (!plates.isEmpty() && kind < 0.75) {
            Box box = plates.get(random.nextInt(plates.size())).box();
            if (random.nextDouble() < 0.55) {
                scale = Math.min(4, Seeds.logUniform(random, 14, area.width() * 0.94) / box.width());
            }
            scale = shrink == 1 ? Math.max(scale, 0.45 * fit) : scale;
            cx = box.center().x();
            cy = box.center().y();
            double roomX = Math.max(1, area.width() / 2.0 - Math.max(8, box.width() * scale * 0.42));
            double roomY = Math.max(1, area.height() / 2.0 - Math.max(6, box.height() * scale * 0.42));
            offX = random.nextDouble(-roomX, roomX);
            offY = random.nextDouble(-roomY, roomY);
        }
        boolean turned = random.nextBoolean();
        double angle = turned ? Math.toRadians(random.nextDouble(-25, 25)) : 0;
        boolean mirrored = random.nextDouble() < 0.3;
        double squeeze = Math.exp(random.nextGaussian() * 0.08);
        double side = mirrored ? -1 : 1;
        double xx = Math.cos(angle) * scale * side;
        double xy = -Math.sin(angle) * scale * squeeze;
        double yx = Math.sin(angle) * scale * side;
        double yy = Math.cos(angle) * scale * squeeze;
        double dx = area.left() + area.width() / 2.0 + offX - (xx * cx + xy * cy);
        double dy = area.top() + area.height() / 2.0 + offY - (yx * cx + yy * cy);
        var free = new Placement(xx, xy, yx, yy, dx, dy, turned, mirrored);
        return random.nextDouble() < 0.85 ? free.filling(picture, area, scale) : free;
    }

    /** Moved so that as little as possible of the area stays empty. */
    private Placement filling(ScenePicture picture, Area area, double scale) {
        Point middle = apply(picture.width() / 2.0, picture.height() / 2.0);
        double x = pulled(middle.x() - area.left(), area.width(), picture.width() * scale / 2);
        double y = pulled(middle.y() - area.top(), area.height(), picture.height() * scale / 2);
        return new Placement(
                xx, xy, yx, yy, dx + x + area.left() - middle.x(), dy + y + area.top() - middle.y(), turned, mirrored);
    }

    private static double pulled(double middle, double room, double half) {
        return 2 * half >= room ? Math.clamp(middle, room - half, half) : Math.clamp(middle, half, room - half);
    }

    private Point apply(double x, double y) {
        return new Point(xx * x + xy * y + dx, yx * x + yy * y + dy);
    }

    /** Draws the photograph's pixels; where it has none the scene gets the given grey. */
    void draw(ScenePicture picture, byte[] scene, int sceneSize, Area area, byte gray) {
        double scale = Math.hypot(xx, yx);
        int level = 0;
        while (level + 1 < picture.levels().size() && scale * (2 << level) <= 1.15) {
            level++;
        }
        Image image = picture.levels().get(level);
        double determinant = xx * yy - xy * yx;
        double toX = (double) image.width() / picture.width();
        double toY = (double) image.height() / picture.height();
        double ux = yy / determinant * toX;
        double uy = -xy / determinant * toX;
        double vx = -yx / determinant * toY;
        double vy = xx / determinant * toY;
        for (int y = area.top(); y < area.bottom(); y++) {
            int out = (y * sceneSize + area.left()) * 3;
            for (int x = area.left(); x < area.right(); x++, out += 3) {
                double px = x + 0.5 - dx;
                double py = y + 0.5 - dy;
                blend(image, px * ux + py * uy - 0.5, px * vx + py * vy - 0.5, scene, out, gray);
            }
        }
    }

    private static void blend(Image image, double u, double v, byte[] scene, int out, byte gray) {
        if (u < -0.5 || v < -0.5 || u > image.width() - 0.5 || v > image.height() - 0.5) {
            scene[out] = gray;
            scene[out + 1] = gray;
            scene[out + 2] = gray;
            return;
        }
        int x0 = Math.max(0, (int) u);
        int y0 = Math.max(0, (int) v);
        int x1 = Math.min(image.width() - 1, x0 + 1);
        int y1 = Math.min(image.height() - 1, y0 + 1);
        int fx = (int) (Math.clamp(u - x0, 0, 1) * 256);
        int fy = (int) (Math.clamp(v - y0, 0, 1) * 256);
        byte[] bgr = image.bgr();
        int a = (y0 * image.width() + x0) * 3;
        int b = (y0 * image.width() + x1) * 3;
        int c = (y1 * image.width() + x0) * 3;
        int d = (y1 * image.width() + x1) * 3;
        for (int channel = 0; channel < 3; channel++) {
            int above = (bgr[a + channel] & 0xff) * (256 - fx) + (bgr[b + channel] & 0xff) * fx;
            int below = (bgr[c + channel] & 0xff) * (256 - fx) + (bgr[d + channel] & 0xff) * fx;
            scene[out + channel] = (byte) ((above * (256 - fy) + below * fy) >> 16);
        }
    }

    /** The photograph's plates as far as they are in view. */
    void addTargets(ScenePicture picture, Area area, List<Target> targets) {
        for (ScenePlate plate : picture.plates()) {
            boolean slack = turned && !plate.exact();
            Quad quad = mapped(slack ? plate.quad().grown(0, -BOX_SLACK) : plate.quad());
            Box box = quad.bounds();
            double right = Math.min(box.right(), area.right());
            double bottom = Math.min(box.bottom(), area.bottom());
            double left = Math.max(box.x(), area.left());
            double top = Math.max(box.y(), area.top());
            var visible = new Box(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
            double share = visible.area() / Math.max(1e-6, box.area());
            if (share < ALMOST_GONE) {
                continue;
            }
            boolean tooSmall = visible.width() < SMALLEST_WIDTH || visible.height() < SMALLEST_HEIGHT;
            double corners = plate.exact() ? 1 : turned ? TURNED_CORNERS : 0;
            double sides = !plate.exact() && !turned && share > WHOLE ? 1 : 0;
            targets.add(new Target(
                    visible,
                    quad,
                    share > 0.8 ? corners : 0,
                    sides,
                    plate.doubtful() || share < LEAST_VISIBLE || tooSmall));
        }
    }

    private Quad mapped(Quad quad) {
        Point a = apply(quad.topLeft().x(), quad.topLeft().y());
        Point b = apply(quad.topRight().x(), quad.topRight().y());
        Point c = apply(quad.bottomRight().x(), quad.bottomRight().y());
        Point d = apply(quad.bottomLeft().x(), quad.bottomLeft().y());
        return mirrored ? new Quad(b, a, d, c) : new Quad(a, b, c, d);
    }
}
