package dev.gantry.server.bench;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.server.evaluate.Percentiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures a recogniser on the pictures of a folder. */
public final class Bench {

    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The start-up is tried so often; the median counts. */
    private static final int STARTS = 3;

    private final PlateRecognizer recognizer;
    private final ImageDecoder decoder;
    private final Pictures pictures;
    private final Duration time;

    private Bench(PlateRecognizer recognizer, ImageDecoder decoder, Pictures pictures, Duration time) {
        this.recognizer = recognizer;
        this.decoder = decoder;
        this.pictures = pictures;
        this.time = time;
    }

    /**
     * The whole run.
     *
     * @param maxBytes most bytes of one picture
     * @param threads numbers of threads to measure with
     * @param time least time for warming up and for each measurement; each goes over all pictures at least once
     * @param startUp tries the start-up with a picture
     * @throws BenchException when there is nothing to measure
     */
    public static BenchReport run(
            PlateRecognizer recognizer,
            StandardImageDecoder decoder,
            Path folder,
            long maxBytes,
            List<Integer> threads,
            Duration time,
            Function<Path, StartUp> startUp) {
        var machine = Machine.current();
        var pictures = Pictures.load(folder, decoder, maxBytes);
        var starts = Stream.generate(() -> startUp.apply(pictures.first()))
                .limit(STARTS)
                .toList();
        var bench = new Bench(recognizer, decoder, pictures, time);
        bench.load(1); // until the compiler has seen everything
        Stages stages = bench.stages();
        var loads = threads.stream().map(bench::load).toList();
        return new BenchReport(
                machine,
                recognizer.detectorCard().name(),
                recognizer.readerCard().name(),
                decoder.jpegDecoder(),
                pictures.files().size(),
                loads,
                stages,
                median(starts),
                PeakMemory.of(ProcessHandle.current()),
                pictures.bytes());
    }

    private static StartUp median(List<StartUp> starts) {
        return new StartUp(
                Percentiles.of(starts.stream().map(StartUp::firstAnswerMs).toList())
                        .at(50),
                medianOf(starts.stream()
                        .map(StartUp::peakMiB)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private static @Nullable Double medianOf(List<Double> values) {
        return values.isEmpty() ? null : Percentiles.of(values).at(50);
    }

    private Load load(int threads) {
        var round = pictures.round();
        long start = System.nanoTime();
        List<Double> times;
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var workers = Stream.generate(() -> executor.submit(() -> work(round, start)))
                    .limit(threads)
                    .toList();
            times = workers.stream().flatMap(worker -> joined(worker).stream()).toList();
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        var percentiles = Percentiles.of(times);
        return new Load(
                threads,
                times.size(),
                times.size() / seconds,
                percentiles.at(50),
                percentiles.at(95),
                percentiles.at(99));
    }

    /** Recognises until the time is over and every picture was taken once. */
    private List<Double> work(Pictures.Round round, long start) throws ImageException {
        var times = new ArrayList<Double>();
        while (System.nanoTime() - start < time.toNanos()
                || round.taken() < pictures.files().size()) {
            byte[] file = round.take();
            long before = System.nanoTime();
            recognizer.analyze(decoder.decode(file));
            times.add((System.nanoTime() - before) / NANOS_PER_MS);
        }
        return times;
    }

    private static List<Double> joined(Future<List<Double>> worker) {
        try {
            return worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.");
        } catch (ExecutionException e) {
            throw new BenchException("A picture could not be recognised: " + e.getCause());
        }
    }

    private Stages stages() {
        var decode = new ArrayList<Double>();
        var detect = new ArrayList<Double>();
        var read = new ArrayList<Double>();
        for (byte[] file : pictures.files()) {
            long start = System.nanoTime();
            Image image = decoded(file);
            long decoded = System.nanoTime();
            Recognition recognition = recognizer.analyze(image);
            long analyzed = System.nanoTime();
            recognition.plates().forEach(plate -> read.add(readingTime(image, plate)));
            long readings = recognition.plates().size()
                    + recognition.rejected().stream().filter(this::wasRead).count();
            decode.add((decoded - start) / NANOS_PER_MS);
            double one = read.isEmpty() ? 0 : Percentiles.of(read).at(50);
            detect.add(Math.max(0, (analyzed - decoded) / NANOS_PER_MS - readings * one));
        }
        return new Stages(
                Percentiles.of(decode).at(50),
                Percentiles.of(detect).at(50),
                Percentiles.of(read).at(50));
    }

    private boolean wasRead(Rejection candidate) {
        return candidate.detectionScore() >= recognizer.detectionThreshold()
                && candidate.reason() != Rejection.Reason.TOO_SMALL;
    }

    private double readingTime(Image image, Plate plate) {
        long start = System.nanoTime();
        recognizer.read(image, plate.quad());
        return (System.nanoTime() - start) / NANOS_PER_MS;
    }

    private Image decoded(byte[] file) {
        try {
            return decoder.decode(file);
        } catch (ImageException e) {
            throw new BenchException("A picture that could be decoded cannot be decoded any more.");
        }
    }
}
