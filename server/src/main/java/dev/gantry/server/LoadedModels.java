package dev.gantry.server;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.server.camera.managed.FrameRecognizer;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What recognises pictures, ready for use.
 *
 * @param frames the same for cameras' frames
 * @param cards what the models' cards say
 * @param release gives back the memory that the models hold
 */
record LoadedModels(
        PictureRecognizer recognizer, FrameRecognizer frames, List<ModelInfo> cards, Runnable release) {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    /** A small picture for the first run, which costs several times what the others do. */
    private static final int WARM_UP_SIDE = 320;

    private static final Quad WARM_UP_PLATE = Quad.of(new Box(80, 140, 160, 40));

    /** Loads what the settings name and runs it once, so that the first client does not wait for that. */
    static LoadedModels load(Settings settings) {
        NativeLeftovers.delete(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
        var plates = PlateRecognizer.create(settings.recognition());
        var blank = new Image(WARM_UP_SIDE, WARM_UP_SIDE, new byte[WARM_UP_SIDE * WARM_UP_SIDE * 3]);
        plates.analyze(blank);
        plates.read(blank, WARM_UP_PLATE);
        var decoder = new StandardImageDecoder(settings.picture(), settings.jpeg());
        LOG.info(
                "Loaded {} and {}; {} decodes JPEG",
                plates.detectorCard().name(),
                plates.readerCard().name(),
                decoder.jpegDecoder());
        return of(decoder, plates);
    }

    static LoadedModels of(ImageDecoder decoder, PlateRecognizer plates) {
        var recognizer = new ModelRecognizer(decoder, plates);
        List<ModelInfo> cards = List.of(plates.detectorCard(), plates.readerCard());
        return new LoadedModels(recognizer, recognizer, cards, plates::close);
    }
}
