package dev.gantry.server;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Recognition;
import dev.gantry.server.recognition.CellSearch;
import dev.gantry.server.recognition.Grid;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Search;
import dev.gantry.server.recognition.Seen;
import dev.gantry.server.recognition.StripEncoder;
import dev.gantry.server.settings.Settings;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What recognises pictures, ready for use.
 *
 * @param release gives back the memory that the models hold
 */
record LoadedModels(PictureRecognizer recognizer, Runnable release) {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedModels.class);

    /** A small picture for the first run, which costs several times what the others do. */
    private static final int WARM_UP_SIDE = 320;

    private static final int DIGEST_LENGTH = 16;

    private static final Quad WARM_UP_PLATE = Quad.of(new Box(80, 140, 160, 40));

    /** Loads what the settings name and runs it once, so that the first client does not wait for that. */
    static LoadedModels load(Settings settings) {
        var plates = PlateRecognizer.create(settings.recognition());
        var blank = new Image(WARM_UP_SIDE, WARM_UP_SIDE, new byte[WARM_UP_SIDE * WARM_UP_SIDE * 3]);
        plates.analyze(blank);
        plates.read(blank, WARM_UP_PLATE);
        LOG.info(
                "Loaded {} and {}",
                plates.detectorCard().name(),
                plates.readerCard().name());
        return of(new StandardImageDecoder(settings.picture()), plates);
    }

    static LoadedModels of(ImageDecoder decoder, PlateRecognizer plates) {
        String models = digest(plates.detectorCard()) + "+" + digest(plates.readerCard());
        return new LoadedModels(
                (request, givenUp) -> recognize(request, givenUp, decoder, plates, models), plates::close);
    }

    /** The beginning of a digest names a model well enough. */
    private static String digest(ModelInfo model) {
        return model.sha256()
                .substring(0, Math.min(DIGEST_LENGTH, model.sha256().length()));
    }

    private static Seen recognize(
            PictureRequest request,
            BooleanSupplier givenUp,
            ImageDecoder decoder,
            PlateRecognizer plates,
            String models)
            throws ImageException {
        Image picture = decoder.decode(request.file());
        Recognition recognition =
                switch (request.search()) {
                    case Search.Whole() -> whole(picture, request, plates);
                    case Search.WholeThenCells(Grid grid) -> wholeThenCells(picture, grid, request, givenUp, plates);
                    case Search.Nowhere() ->
                        new Recognition(picture.width(), picture.height(), List.of(), List.of());
                };
        List<byte[]> strips = recognition.plates().stream()
                .map(plate -> StripEncoder.jpeg(picture, plate.quad()))
                .toList();
        return new Seen(recognition, strips, request.drawing().draw(picture, recognition), models);
    }

    private static Recognition whole(Image picture, PictureRequest request, PlateRecognizer plates) {
        return request.regions().isEmpty() ? plates.analyze(picture) : plates.analyze(picture, request.regions());
    }

    private static Recognition wholeThenCells(
            Image picture, Grid grid, PictureRequest request, BooleanSupplier givenUp, PlateRecognizer plates) {
        Recognition first = whole(picture, request, plates);
        if (!first.plates().isEmpty()) {
            return first;
        }
        List<Plate> found = CellSearch.search(
                picture, grid, cell -> whole(cell, request, plates).plates(), givenUp);
        return new Recognition(first.width(), first.height(), found, first.rejected());
    }
}
