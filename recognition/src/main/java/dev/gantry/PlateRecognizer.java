package dev.gantry;

import dev.gantry.detect.PlateDetector;
import dev.gantry.image.Image;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.plate.Recognition;
import dev.gantry.read.PlateReader;
import java.util.List;

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

    private final PlateReader reader;

    private PlateRecognizer(PlateReader reader) {
        this.reader = reader;
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
     */
    public static PlateRecognizer create(RecognizerOptions options) {
        throw new ModelException(ModelException.Code.MISSING, "No models yet.");
    }

    /** With parts of one's own, used as they are: the options' model paths, effort and threads do not concern them. */
    public static PlateRecognizer of(PlateDetector detector, PlateReader reader, RecognizerOptions options) {
        return new PlateRecognizer(reader);
    }

    /** The plates in a picture, most confident first. */
    public List<Plate> recognize(Image image) {
        return analyze(image).plates();
    }

    /** The plates in a picture, and the candidates that were not believed with the reason for each. */
    public Recognition analyze(Image image) {
        return new Recognition(image.width(), image.height(), List.of(), List.of());
    }

    /**
     * Reads one plate whose place is known.
     *
     * @param plate the plate's tight corners, px; {@code Quad.of(new Box(0, 0, width, height))} for a crop
     */
    public Reading read(Image image, Quad plate) {
        return reader.read(image, plate);
    }

    /** Which detector is in use. */
    public ModelInfo detectorCard() {
        return ModelInfo.ofOwnPart("detector");
    }

    /** Which reader is in use. */
    public ModelInfo readerCard() {
        return ModelInfo.ofOwnPart("reader");
    }

    /** Gives back the models' native memory, after calls that still run have ended. */
    @Override
    public void close() {}
}
