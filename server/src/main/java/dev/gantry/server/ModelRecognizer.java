package dev.gantry.server;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.model.ModelInfo;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.server.camera.managed.FrameRecognizer;
import dev.gantry.server.recognition.CellSearch;
import dev.gantry.server.recognition.Grid;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Search;
import dev.gantry.server.recognition.Seen;
import dev.gantry.server.recognition.StripEncoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Recognises pictures with the loaded models, and makes of the decoded picture what is kept or wanted. */
final class ModelRecognizer implements PictureRecognizer, FrameRecognizer {

    /** The beginning of a digest names a model well enough. */
    private static final int DIGEST_LENGTH = 16;

    private final ImageDecoder decoder;
    private final PlateRecognizer plates;
    private final String models;

    ModelRecognizer(ImageDecoder decoder, PlateRecognizer plates) {
        this.decoder = decoder;
        this.plates = plates;
        this.models = digest(plates.detectorCard()) + "+" + digest(plates.readerCard());
    }

    private static String digest(ModelInfo model) {
        return model.sha256()
                .substring(0, Math.min(DIGEST_LENGTH, model.sha256().length()));
    }

    @Override
    public Seen recognize(PictureRequest request, BooleanSupplier givenUp) throws ImageException {
        Image picture = decoder.decode(request.file());
        Recognition recognition = switch (request.search()) {
            case Search.Whole() -> whole(picture, request);
            case Search.WholeThenCells(Grid grid) -> wholeThenCells(picture, grid, request, givenUp);
            case Search.Nowhere() -> new Recognition(picture.width(), picture.height(), List.of(), List.of());
        };
        List<byte[]> strips = recognition.plates().stream()
                .map(plate -> StripEncoder.jpeg(picture, plate.quad()))
                .toList();
        return new Seen(recognition, strips, request.drawing().draw(picture, recognition), models);
    }

    @Override
    public Recognition recognize(Image frame, List<String> regions) {
        return regions.isEmpty() ? plates.analyze(frame) : plates.analyze(frame, regions);
    }

    @Override
    public Recognition recognize(Image frame, List<String> regions, List<Window> closeUps) {
        return regions.isEmpty() ? plates.analyzeFrame(frame, closeUps) : plates.analyzeFrame(frame, closeUps, regions);
    }

    @Override
    public String models() {
        return models;
    }

    private Recognition whole(Image picture, PictureRequest request) {
        return request.regions().isEmpty() ? plates.analyze(picture) : plates.analyze(picture, request.regions());
    }

    private Recognition wholeThenCells(Image picture, Grid grid, PictureRequest request, BooleanSupplier givenUp) {
        Recognition first = whole(picture, request);
        if (!first.plates().isEmpty()) {
            return first;
        }
        List<Plate> found =
                CellSearch.search(picture, grid, cell -> whole(cell, request).plates(), givenUp);
        return new Recognition(first.width(), first.height(), found, first.rejected());
    }
}
