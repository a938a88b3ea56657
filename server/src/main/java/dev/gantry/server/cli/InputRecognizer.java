package dev.gantry.server.cli;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.model.ModelException;
import dev.gantry.plate.Recognition;
import dev.gantry.server.files.PictureFile;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import dev.gantry.server.json.RecognitionJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads, decodes and recognises one input; whatever is wrong with it becomes its outcome. Safe for many threads. */
final class InputRecognizer {

    private static final double NANOS_PER_MS = 1e6;

    private final PlateRecognizer recognizer;
    private final ImageDecoder decoder;
    private final long maxBytes;
    private final InputStream stdin;
    private final @Nullable Path annotations;
    private final AnnotatedCopies copies = new AnnotatedCopies();

    /**
     * @param maxBytes most bytes of one picture
     * @param annotations the folder for pictures with their plates drawn in; null for none
     */
    InputRecognizer(
            PlateRecognizer recognizer,
            ImageDecoder decoder,
            long maxBytes,
            InputStream stdin,
            @Nullable Path annotations) {
        this.recognizer = recognizer;
        this.decoder = decoder;
        this.maxBytes = maxBytes;
        this.stdin = stdin;
        this.annotations = annotations;
    }

    Outcome recognize(Input input) {
        try {
            return switch (input) {
                case Input.OfFile file ->
                    recognize(file.name(), PictureFile.read(file.file(), maxBytes), file.annotated());
                case Input.OfStandardInput in ->
                    recognize(in.name(), PictureFile.read(stdin, maxBytes), in.annotated());
                case Input.OfVideo video ->
                    throw new IllegalArgumentException(video.name() + " is a video and no picture");
                case Input.Bad bad -> failed(bad.name(), bad.code(), bad.message());
            };
        } catch (ImageException e) {
            return new Outcome.Failed(ErrorJson.of(input.name(), e));
        } catch (NoSuchFileException e) {
            return failed(input.name(), ErrorCode.NOT_FOUND, "There is no such file or folder.");
        } catch (IOException e) {
            return failed(input.name(), ErrorCode.UNREADABLE_FILE, "The file cannot be read.");
        } catch (ModelException e) {
            return failed(input.name(), ErrorCode.INTERNAL, String.valueOf(e.getMessage()));
        }
    }

    private Outcome recognize(String name, byte[] file, Path annotated) throws ImageException {
        long start = System.nanoTime();
        Image image = decoder.decode(file);
        Recognition recognition = recognizer.analyze(image);
        double elapsed = (System.nanoTime() - start) / NANOS_PER_MS;
        if (annotations != null) {
            Path target = annotations.resolve(annotated);
            try {
                copies.write(image, recognition.plates(), target);
            } catch (IOException e) {
                return failed(name, ErrorCode.UNREADABLE_FILE, "The picture " + target + " cannot be written.");
            }
        }
        return new Outcome.Recognized(RecognitionJson.of(name, recognition, elapsed));
    }

    private static Outcome failed(String name, ErrorCode code, String message) {
        return new Outcome.Failed(ErrorJson.of(name, code, message));
    }
}
