package dev.gantry.training.detector;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.Photometry;
import dev.gantry.rendering.Warp;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.detector.Placement.Area;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes the scenes that the detector learns from: one, four or nine real photographs side by side, drawn and real plates
 * pasted into them in perspective, signs that are no plates, then the camera's faults.
 */
final class SceneComposer {

    private static final double NINE = 0.1;
    private static final double FOUR = 0.38;

    private final List<ScenePicture> pictures;
    private final double[] cumulative;
    private final PlatePool pool;
    private final int size;

    /** A square picture and its plates. */
    record Scene(BufferedImage picture, List<Target> targets) {
        byte[] bgr() {
            return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        }
    }

    /** @param size side of the scenes, px */
    SceneComposer(List<ScenePicture> pictures, PlatePool pool, int size) {
        this.pictures = pictures;
        this.pool = pool;
        this.size = size;
        cumulative = new double[pictures.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight(pictures.get(i).set());
            cumulative[i] = sum;
        }
    }

    /** Small sets that nothing else resembles are shown more often, drawn streets less. */
    private static double weight(String set) {
        return switch (set) {
            case DrawnScenes.SET -> 0.7;
            case "vn48" -> 2.5;
            case "kr_quads" -> 4;
            default -> 1;
        };
    }

    private ScenePicture pick(RandomGenerator random) {
        int at = java.util.Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return pictures.get(Math.min(pictures.size() - 1, at < 0 ? -at - 1 : at));
    }

    Scene compose(RandomGenerator random) {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
        var scene = new Scene(picture, new ArrayList<>());
        double kind = random.nextDouble();
        if (kind < NINE) {
            mosaic(scene, new int[] {0, between(0.25, 0.42, random), between(0.56, 0.74, random), size}, 0.42, random);
        } else if (kind < FOUR) {
            mosaic(scene, new int[] {0, between(0.25, 0.75, random), size}, 0.6, random);
        } else {
            place(scene, new Area(0, 0, size, size), 1, random);
        }
        if (random.nextDouble() < 0.5) {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                new Paste(scene, size, random).sign(pool.sign(random.nextInt(1 << 20)));
            }
        }
        if (random.nextDouble() < 0.55) {
            for (int i = Math.max(1, random.nextInt(-1, 4)); i > 0; i--) {
                new Paste(scene, size, random).plate(pool);
            }
        }
        photograph(picture, random);
        return scene;
    }

    private int between(double low, double high, RandomGenerator random) {
        return (int) (size * random.nextDouble(low, high));
    }

    private void mosaic(Scene scene, int[] edges, double shrink, RandomGenerator random) {
        for (int row = 0; row + 1 < edges.length; row++) {
            for (int column = 0; column + 1 < edges.length; column++) {
                var area = new Area(edges[column], edges[row], edges[column + 1], edges[row + 1]);
                place(scene, area, shrink, random);
            }
        }
    }

    private void place(Scene scene, Area area, double shrink, RandomGenerator random) {
        ScenePicture picture = pick(random);
        Placement placement = Placement.random(picture, area, shrink, size, random);
        byte gray = random.nextBoolean() ? (byte) 114 : (byte) random.nextInt(256);
        placement.draw(picture, scene.bgr(), size, area, gray);
        placement.addTargets(picture, area, scene.targets());
    }

    private static void photograph(BufferedImage picture, RandomGenerator random) {
        double contrast = random.nextDouble() < 0.6 ? random.nextDouble(0.6, 1.35) : 1;
        double brightness = random.nextDouble() < 0.6 ? random.nextDouble(-40, 40) : 0;
        double gamma = random.nextDouble() < 0.1 ? random.nextDouble(1.6, 3.2) : Math.exp(random.nextGaussian() * 0.25);
        boolean cast = random.nextDouble() < 0.4;
        Photometry.tone(
                picture, contrast, brightness, gamma, cast(cast, random), cast(cast, random), cast(cast, random));
        if (random.nextDouble() < 0.12) {
            Photometry.gray(picture);
        }
        double fault = random.nextDouble();
        if (fault < 0.2) {
            Photometry.blur(picture, random.nextDouble(0.4, 1.4));
        } else if (fault < 0.27) {
            Photometry.motionBlur(picture, random.nextInt(3, 8), random.nextDouble(-0.6, 0.6));
        }
        if (random.nextDouble() < 0.25) {
            Photometry.noise(picture, random.nextDouble(2, 14), random.nextBoolean(), random);
        }
        if (random.nextDouble() < 0.25) {
            Photometry.jpeg(picture, random.nextInt(20, 85));
        }
    }

    private static double cast(boolean any, RandomGenerator random) {
        return any ? random.nextDouble(0.72, 1.15) : 1;
    }

    /** One thing pasted into a scene. */
    private record Paste(Scene scene, int size, RandomGenerator random) {

        private static final double SMALLEST_TO_REPLACE = 14;

        void sign(BufferedImage sign) {
            double width = Seeds.logUniform(random, 13, size * 0.55);
            place(sign, null, width, width * sign.getHeight() / sign.getWidth(), anywhere());
        }

        void plate(PlatePool pool) {
            List<Target> seen = scene.targets().stream()
                    .filter(t -> !t.ignored() && t.box().width() > SMALLEST_TO_REPLACE)
                    .toList();
            if (!seen.isEmpty() && random.nextDouble() < 0.5) {
                replace(seen.get(random.nextInt(seen.size())), pool);
                return;
            }
            PlatePool.Piece piece = pool.plate(random);
            double width = random.nextDouble() < 0.7
                    ? Seeds.logUniform(random, 13, size * 0.6)
                    : random.nextDouble(size * 0.35, size * 0.97);
            double height =
                    width * piece.picture().getHeight() / piece.picture().getWidth();
            place(piece.picture(), piece, width, height * random.nextDouble(0.85, 1.2), anywhere());
        }

        /** Covers a real plate with another one: the car around it says where plates are. */
        private void replace(Target target, PlatePool pool) {
            Box box = target.box();
            PlatePool.Piece piece = pool.plateLike(box.width() / Math.max(1, box.height()), random);
            double width = box.width() * random.nextDouble(1.02, 1.15);
            double shape =
                    (double) piece.picture().getHeight() / piece.picture().getWidth();
            double height = Math.max(width * shape, box.height() * random.nextDouble(0.92, 1.1));
            scene.targets().remove(target);
            if (!place(piece.picture(), piece, width, height, box.center())) {
                scene.targets().add(target);
            }
        }

        private Point anywhere() {
            return new Point(random.nextDouble(size), random.nextDouble(size));
        }

        private boolean place(
                BufferedImage picture,
                PlatePool.@org.jspecify.annotations.Nullable Piece piece,
                double width,
                double height,
                Point center) {
            Quad quad = PasteShape.random(center, width, height, random);
            Box bounds = quad.bounds();
            Box visible = bounds.clip(size, size);
            double share = visible.area() / Math.max(1, bounds.area());
            boolean covers = scene.targets().stream().anyMatch(t -> t.box().intersection(bounds) > 0);
            if (share < 0.3 || covers || visible.width() < 6 || visible.height() < 4) {
                return false;
            }
            BufferedImage lit = PasteLight.match(picture, scene.picture(), visible, random);
            if (piece != null && random.nextDouble() < 0.3) {
                PasteLight.frame(scene.picture(), quad, random);
            }
            Warp.paste(lit, PasteShape.corners(quad), scene.picture(), random.nextFloat(0.6f, 1.8f));
            if (piece != null) {
                boolean ignored = share < 0.6 || width < 10 || height < 4;
                scene.targets().add(new Target(visible, quad, share > 0.8 ? piece.cornerWeight() : 0, 0, ignored));
            }
            return true;
        }
    }
}
