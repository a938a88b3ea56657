package dev.gantry.benchmarks;

import dev.gantry.PlateRecognizer;
import dev.gantry.detect.Detection;
import dev.gantry.detect.OnnxPlateDetector;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Reading;
import dev.gantry.read.OnnxPlateReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The stages that run the shipped models, each on one thread, and the whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ModelBenchmark {

    private static final double FLOOR = 0.15;

    private final Street street = Street.render();
    private final ImageDecoder decoder = new StandardImageDecoder(ImageLimits.DEFAULT);
    private final OnnxPlateDetector detector = OnnxPlateDetector.open(ModelFile.shipped("detector"), FLOOR, 1);
    private final OnnxPlateReader reader = OnnxPlateReader.open(ModelFile.shipped("reader"), 1);
    private final PlateRecognizer recognizer = PlateRecognizer.create();

    @TearDown
    public void close() {
        recognizer.close();
        reader.close();
        detector.close();
    }

    @Benchmark
    public List<Detection> detect() {
        return detector.detect(street.image());
    }

    @Benchmark
    public Reading read() {
        return reader.read(street.image(), street.plate());
    }

    /** From the file's bytes to the plates. */
    @Benchmark
    public List<Plate> whole() throws ImageException {
        return recognizer.recognize(decoder.decode(street.jpeg()));
    }
}
