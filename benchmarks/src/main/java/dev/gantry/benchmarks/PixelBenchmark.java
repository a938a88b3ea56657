package dev.gantry.benchmarks;

import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.Letterbox;
import dev.gantry.image.Rectifier;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.image.Strip;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages that work on pixels: none needs a model. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PixelBenchmark {

    private static final int LONG_SIDE = 640;
    private static final int STRIDE = 64;

    private final Street street = Street.render();
    private final ImageDecoder decoder = new StandardImageDecoder(ImageLimits.DEFAULT);
    private final Letterbox letterbox = Letterbox.tight(Letterbox.Window.all(street.image()), LONG_SIDE, STRIDE);
    private final Rectifier rectifier = new Rectifier(160, 48, 0.04, 0.08);

    @Benchmark
    public Image decode1080p() throws ImageException {
        return decoder.decode(street.jpeg());
    }

    @Benchmark
    public Image letterbox() {
        return letterbox.draw(street.image());
    }

    @Benchmark
    public Strip rectify() {
        return rectifier.rectify(street.image(), street.plate());
    }
}
