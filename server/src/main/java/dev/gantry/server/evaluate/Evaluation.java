package dev.gantry.server.evaluate;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.server.files.PictureFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/**
 * Runs the recognition over labelled pictures. The results come in the order of the pictures and are the same for any
 * number of threads, times apart; at most one picture for each thread is in memory.
 */
public final class Evaluation {

    private static final double NANOS_PER_MS = 1e6;

    private final PlateRecognizer recognizer;
    private final ImageDecoder decoder;
    private final CropMode crops;
    private final CropQuad cropQuad;

    public Evaluation(PlateRecognizer recognizer, ImageDecoder decoder, CropMode crops) {
        this.recognizer = recognizer;
        this.decoder = decoder;
        this.crops = crops;
        cropQuad = CropQuad.of(recognizer.readerCard());
    }

    /**
     * @param threads pictures that are worked on at the same time
     * @param done told of each result as soon as it and all before it are there, on the calling thread
     */
    public List<PictureResult> run(List<LabelledPicture> pictures, int threads, Consumer<PictureResult> done) {
        return pictures.stream()
                .gather(Gatherers.mapConcurrent(threads, this::evaluate))
                .peek(done)
                .toList();
    }

    private PictureResult evaluate(LabelledPicture picture) {
        try {
            byte[] file = PictureFile.read(picture.file(), ImageLimits.DEFAULT.maxBytes());
            long start = System.nanoTime();
            Image image = decoder.decode(file);
            PictureResult result = picture.kind() == LabelledPicture.Kind.CROP && crops == CropMode.READER
                    ? readCrop(picture, image)
                    : recognize(picture, image);
            double elapsed = (System.nanoTime() - start) / NANOS_PER_MS;
            return new PictureResult(picture, result.plates(), result.extra(), elapsed, null);
        } catch (ImageException e) {
            return PictureResult.failed(picture, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return PictureResult.failed(picture, "The file cannot be read.");
        }
    }

    private PictureResult recognize(LabelledPicture picture, Image image) {
        var pairing = Pairing.of(picture, recognizer.analyze(image), recognizer.detectionThreshold());
        return new PictureResult(picture, pairing.plates(), pairing.extra(), 0, null);
    }

    private PictureResult readCrop(LabelledPicture picture, Image image) {
        Quad quad = cropQuad.of(image);
        Reading reading = recognizer.read(image, quad);
        var found = new FoundPlate(PlateText.normalize(reading.text()), reading.confidence(), quad);
        var plates = picture.plates().stream()
                .map(label -> new PlateResult(label.withoutBox(), found, false, false, ""))
                .toList();
        return new PictureResult(picture, plates, List.of(), 0, null);
    }
}
