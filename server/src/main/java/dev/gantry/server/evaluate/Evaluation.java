package dev.gantry.server.evaluate;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.Letterbox;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.server.files.PictureFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final OptionalInt plateWidth;
    private final CropQuad cropQuad;

    public Evaluation(PlateRecognizer recognizer, ImageDecoder decoder, CropMode crops) {
        this(recognizer, decoder, crops, OptionalInt.empty());
    }

    /**
     * @param plateWidth width that the plates of crops are shrunk to first, px, to see what that costs; then other pictures and
     *     crops with a narrower plate are left out
     */
    public Evaluation(PlateRecognizer recognizer, ImageDecoder decoder, CropMode crops, OptionalInt plateWidth) {
        this.recognizer = recognizer;
        this.decoder = decoder;
        this.crops = crops;
        this.plateWidth = plateWidth;
        cropQuad = CropQuad.of(recognizer.readerCard());
    }

    /**
     * @param threads pictures that are worked on at the same time
     * @param done told of each result as soon as it and all before it are there, on the calling thread
     */
    public List<PictureResult> run(List<LabelledPicture> pictures, int threads, Consumer<PictureResult> done) {
        return pictures.stream()
                .gather(Gatherers.mapConcurrent(threads, this::evaluate))
                .flatMap(Optional::stream)
                .peek(done)
                .toList();
    }

    private Optional<PictureResult> evaluate(LabelledPicture picture) {
        if (plateWidth.isPresent() && picture.kind() != LabelledPicture.Kind.CROP) {
            return Optional.empty();
        }
        try {
            byte[] file = PictureFile.read(picture.file(), ImageLimits.DEFAULT.maxBytes());
            long start = System.nanoTime();
            Image image = decoder.decode(file);
            if (plateWidth.isPresent()) {
                double scale = plateWidth.getAsInt() / cropQuad.of(image).width();
                if (scale > 1) {
                    return Optional.empty();
                }
                image = shrunk(image, scale);
            }
            PictureResult result = picture.kind() == LabelledPicture.Kind.CROP && crops == CropMode.READER
                    ? readCrop(picture, image)
                    : recognize(picture, image);
            double elapsed = (System.nanoTime() - start) / NANOS_PER_MS;
            return Optional.of(new PictureResult(picture, result.plates(), result.extra(), elapsed, null));
        } catch (ImageException e) {
            return Optional.of(PictureResult.failed(picture, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(PictureResult.failed(picture, "The file cannot be read."));
        }
    }

    private static Image shrunk(Image image, double scale) {
        int width = (int) Math.max(1, Math.round(image.width() * scale));
        int height = (int) Math.max(1, Math.round(image.height() * scale));
        return Letterbox.exact(Letterbox.Window.all(image), width, height).draw(image);
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
