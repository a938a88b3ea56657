package dev.gantry;

import dev.gantry.detect.Detection;
import dev.gantry.detect.OnnxPlateDetector;
import dev.gantry.detect.PlateDetector;
import dev.gantry.detect.StepBackDetector;
import dev.gantry.detect.TiledDetector;
import dev.gantry.grammar.Interpretation;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelFile;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.plate.Recognition;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.read.PlateReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Photo in, plates out.
 *
 * {@snippet :
 * try (var recognizer = PlateRecognizer.create()) {
 *     for (Plate plate : recognizer.recognize(image)) {
 *         System.out.println(plate.text());
 *     }
 * }
 * }
 *
 * <p>Safe for use by many threads. Nothing is carried from one picture to the next: the same picture always gives the
 * same answer.
 */
public final class PlateRecognizer implements AutoCloseable {

    private static final String DETECTOR = "detector";
    private static final String READER = "reader";

    /** Candidates from this score on are listed, with the reason when they are rejected. */
    private static final double FLOOR = 0.15;

    /** For detectors without a card. */
    private static final double THRESHOLD = 0.3;

    private final PlateDetector detector;
    private final PlateReader reader;
    private final @Nullable PlateGrammar grammar;
    private final Scrutiny scrutiny;
    private final RecognizerOptions options;
    private final double threshold;
    private final ModelInfo detectorInfo;
    private final ModelInfo readerInfo;
    private final List<AutoCloseable> models;

    private PlateRecognizer(
            PlateDetector detector,
            PlateReader reader,
            RecognizerOptions options,
            double threshold,
            ModelInfo detectorInfo,
            ModelInfo readerInfo,
            List<AutoCloseable> models) {
        this.detector = detector;
        this.reader = reader;
        this.grammar = options.formats() ? PlateGrammar.shipped().hinted(options.regions()) : null;
        this.scrutiny = new Scrutiny(detector, reader, options, threshold);
        this.options = options;
        this.threshold = threshold;
        this.detectorInfo = detectorInfo;
        this.readerInfo = readerInfo;
        this.models = models;
    }

    /**
     * With the shipped models and default options.
     *
     * @throws ModelException when a model is missing or unfit
     */
    public static PlateRecognizer create() {
        return create(RecognizerOptions.defaults());
    }

    /**
     * With the models that the options name.
     *
     * @throws ModelException when a model is missing or unfit; the message says what to do
     * @throws IllegalArgumentException when a region of the options is not known
     */
    public static PlateRecognizer create(RecognizerOptions options) {
        ModelFile detectorFile = file(options.detectorModel(), DETECTOR);
        ModelFile readerFile = file(options.readerModel(), READER);
        double threshold = threshold(options, detectorFile.card().number("threshold", THRESHOLD));
        var detector = OnnxPlateDetector.open(detectorFile, floor(threshold), options.threads());
        try {
            var reader = OnnxPlateReader.open(readerFile, options.threads());
            try {
                return new PlateRecognizer(
                        withEffort(detector, threshold, options.effort()),
                        reader,
                        options,
                        threshold,
                        detector.info(),
                        reader.info(),
                        List.of(detector, reader));
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (RuntimeException e) {
            detector.close();
            throw e;
        }
    }

    /**
     * With parts of one's own, used as they are: the options' model paths, effort and threads do not concern them, and
     * closing the recogniser does not close them.
     */
    public static PlateRecognizer of(PlateDetector detector, PlateReader reader, RecognizerOptions options) {
        return new PlateRecognizer(
                detector,
                reader,
                options,
                threshold(options, THRESHOLD),
                ModelInfo.ofOwnPart(DETECTOR),
                ModelInfo.ofOwnPart(READER),
                List.of());
    }

    private static ModelFile file(@Nullable Path own, String task) {
        return own == null ? ModelFile.shipped(task) : ModelFile.at(own, task);
    }

    private static double threshold(RecognizerOptions options, double otherwise) {
        Double wanted = options.minDetectionScore();
        return wanted == null ? otherwise : wanted;
    }

    /** Low enough to list what was nearly found, and never outside what a detector can work with. */
    private static double floor(double threshold) {
        return Math.clamp(threshold, 0.01, FLOOR);
    }

    private static PlateDetector withEffort(OnnxPlateDetector model, double threshold, Effort effort) {
        var detector = new StepBackDetector(model, model.inputSide(), threshold);
        return switch (effort) {
            case FAST -> detector;
            case BALANCED -> new TiledDetector(detector, model.inputSide(), threshold, 6, false);
            case THOROUGH -> new TiledDetector(detector, model.inputSide(), threshold, 24, true);
        };
    }

    /** The plates in a picture, most confident first. */
    public List<Plate> recognize(Image image) {
        return analyze(image).plates();
    }

    /** The plates in a picture, and the candidates that were not believed with the reason for each. */
    public Recognition analyze(Image image) {
        return analyze(image, grammar, detector.detect(image));
    }

    /**
     * As {@link #analyze(Image)}, for a frame of a video: instead of the whole picture only these parts of it are looked at a
     * second time for small plates.
     *
     * @param closeUps parts of the picture in which something has moved; with {@link Effort#FAST} they are not looked at
     */
    public Recognition analyzeFrame(Image frame, List<Window> closeUps) {
        return analyze(frame, grammar, detector.detect(frame, closeUps));
    }

    /**
     * As {@link #analyzeFrame(Image, List)}, for a camera whose plates are likely from the given regions.
     *
     * @throws IllegalArgumentException when a region is not known; the message names it
     */
    public Recognition analyzeFrame(Image frame, List<Window> closeUps, Collection<String> regions) {
        PlateGrammar formats = grammar == null ? null : grammar.hinted(regions);
        return analyze(frame, formats, detector.detect(frame, closeUps));
    }

    /**
     * As {@link #analyze(Image)}, for a picture whose plates are likely from the given regions.
     *
     * @param regions instead of those of the options; codes such as {@code gb} or {@code us-ca}
     * @throws IllegalArgumentException when a region is not known; the message names it
     */
    public Recognition analyze(Image image, Collection<String> regions) {
        return analyze(image, grammar == null ? null : grammar.hinted(regions), detector.detect(image));
    }

    private Recognition analyze(Image image, @Nullable PlateGrammar formats, List<Detection> detections) {
        var judgement = new Judgement(options, threshold);
        int read = 0;
        for (Detection detection : detections) {
            if (!judgement.isWorthReading(detection)) {
                continue;
            }
            if (read++ < options.maxPlates()) {
                judgement.hear(scrutiny.read(image, detection, formats));
            } else {
                judgement.tooMany(detection);
            }
        }
        return judgement.recognition(image.width(), image.height());
    }

    /**
     * Reads one plate whose place is known, near-ties settled by the plate formats.
     *
     * @param plate the plate's tight corners, px; {@code Quad.of(new Box(0, 0, width, height))} for a crop
     */
    public Reading read(Image image, Quad plate) {
        return interpret(image, plate).reading();
    }

    /** As {@link #read}, with the likely regions and what the formats changed. */
    public Interpretation interpret(Image image, Quad plate) {
        return Interpretation.of(reader.read(image, plate), plate.aspect(), grammar);
    }

    /** The detection score, 0 to 1, below which a candidate is not even read. */
    public double detectionThreshold() {
        return threshold;
    }

    /** Which detector is in use. */
    public ModelInfo detectorCard() {
        return detectorInfo;
    }

    /** Which reader is in use. */
    public ModelInfo readerCard() {
        return readerInfo;
    }

    /** Gives back the models' native memory, after calls that still run have ended. */
    @Override
    public void close() {
        for (AutoCloseable model : models) {
            try {
                model.close();
            } catch (Exception e) {
                throw new IllegalStateException("a model cannot be closed", e);
            }
        }
    }
}
