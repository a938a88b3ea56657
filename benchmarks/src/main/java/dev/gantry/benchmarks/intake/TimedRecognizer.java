package dev.gantry.benchmarks.intake;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.plate.Recognition;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Seen;
import dev.gantry.server.recognition.StripEncoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Recognises as the server does, and notes when all is known that the client will be told. */
final class TimedRecognizer implements PictureRecognizer {

    private static final String MODELS = "0123456789abcdef+0123456789abcdef";

    private final ImageDecoder decoder;
    private final PlateRecognizer plates;
    private volatile long recognized;
    private volatile long cutOut;

    TimedRecognizer(ImageDecoder decoder, PlateRecognizer plates) {
        this.decoder = decoder;
        this.plates = plates;
    }

    /** When the last picture's strips were there as well. */
    long cutOut() {
        return cutOut;
    }

    /** When the last picture's plates were known, by {@link System#nanoTime()}. */
    long recognized() {
        return recognized;
    }

    @Override
    public Seen recognize(PictureRequest request, BooleanSupplier givenUp) throws ImageException {
        Image picture = decoder.decode(request.file());
        Recognition recognition = plates.analyze(picture);
        recognized = System.nanoTime();
        List<byte[]> strips = recognition.plates().stream()
                .map(plate -> StripEncoder.jpeg(picture, plate.quad()))
                .toList();
        cutOut = System.nanoTime();
        return new Seen(recognition, strips, List.of(), MODELS);
    }
}
