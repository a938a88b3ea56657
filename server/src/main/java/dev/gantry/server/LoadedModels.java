package dev.gantry.server;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models in memory, and the decoder before them.
 */
record LoadedModels(ImageDecoder decoder, PlateRecognizer plates) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    /** A small picture for the first run, which costs several times what the others do. */
    private static final int WARM_UP_SIDE = 320;

    private static final Quad WARM_UP_PLATE = Quad.of(new Box(80, 140, 160, 40));

    /** Loads what the settings name and runs it once, so that the first client does not wait for that. */
    static LoadedModels load(Settings settings) {
        var models = new LoadedModels(
                new StandardImageDecoder(settings.picture()), PlateRecognizer.create(settings.recognition()));
        var blank = new Image(WARM_UP_SIDE, WARM_UP_SIDE, new byte[WARM_UP_SIDE * WARM_UP_SIDE * 3]);
        models.plates.analyze(blank);
        models.plates.read(blank, WARM_UP_PLATE);
        LOG.info(
                "Loaded {} and {}",
                models.plates.detectorCard().name(),
                models.plates.readerCard().name());
        return models;
    }

    PictureRecognizer recognizer() {
        return file -> plates.analyze(decoder.decode(file));
    }

    @Override
    public void close() {
        plates.close();
    }
}
