package dev.gantry.benchmarks.accuracy;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import dev.gantry.server.evaluate.Percentiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * From the bytes of a 1080p photo with one plate to its text, on one thread.
 *
 * @param wall median time, ms
 * @param cpu median time on a processor, ms: what the time would be if nothing else ran
 */
record Speed(double wall, double cpu) {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int STREETS = 16;
    private static final int NARROWEST = 100;
    private static final int STEP = 10;
    private static final long SEED = 1;
    private static final double NANOS_PER_MS = 1e6;

    /** @param rounds over all streets; the first five eighths only warm up, until the compiler has seen everything */
    static Speed of(PlateRecognizer recognizer, ImageDecoder decoder, int rounds) throws ImageException {
        int warmUp = rounds * 5 / 8;
        List<byte[]> streets = streets();
        var threads = ManagementFactory.getThreadMXBean();
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            for (byte[] street : streets) {
                long cpuBefore = threads.getCurrentThreadCpuTime();
                long before = System.nanoTime();
                recognizer.recognize(decoder.decode(street));
                if (round >= warmUp) {
                    wall.add((System.nanoTime() - before) / NANOS_PER_MS);
                    cpu.add((threads.getCurrentThreadCpuTime() - cpuBefore) / NANOS_PER_MS);
                }
            }
        }
        return new Speed(Percentiles.of(wall).at(50), Percentiles.of(cpu).at(50));
    }

    private static List<byte[]> streets() {
        var renderer = new SceneRenderer(new PlateRenderer());
        var streets = new ArrayList<byte[]>();
        for (int i = 0; i < STREETS; i++) {
            var options = SceneOptions.of(WIDTH, HEIGHT).withPlateWidth(NARROWEST + STEP * i);
            RenderedScene scene = renderer.render(options, new SplittableRandom(SEED + i));
            var jpeg = new ByteArrayOutputStream();
            try {
                ImageIO.write(scene.picture(), "jpg", jpeg);
            } catch (IOException e) {
                throw new IllegalStateException("a picture cannot be written to memory", e);
            }
            streets.add(jpeg.toByteArray());
        }
        return streets;
    }
}
