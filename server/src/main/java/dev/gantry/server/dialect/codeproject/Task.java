package dev.gantry.server.dialect.codeproject;

import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.server.dialect.Pictures;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Search;
import java.util.List;
import java.util.stream.IntStream;

/** What can be done with a picture in this dialect: what is asked of recognition, and what is told of its answer. */
enum Task {
    /** Plates with their texts. */
    ALPR("alpr") {
        @Override
        PictureRequest request(byte[] picture, Parameters parameters) {
            Search search = parameters.grid().isPresent()
                    ? new Search.WholeThenCells(parameters.grid().get())
                    : new Search.Whole();
            return PictureRequest.of(picture).with(search).with(new PlatePictures());
        }

        @Override
        Object answer(Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch) {
            Recognition recognition = recognized.recognition();
            List<Plate> plates = recognition.plates();
            double least = parameters.minConfidence().orElse(0);
            var predictions = IntStream.range(0, plates.size())
                    .filter(i -> plates.get(i).confidence() >= least)
                    .mapToObj(i -> Prediction.ofText(
                            plates.get(i),
                            recognition,
                            Pictures.pngUri(recognized.seen().drawings().get(i))))
                    .toList();
            return Answers.Found.of(command(), predictions, recognized.elapsedMs(), stopwatch);
        }
    },
    /** Plates as objects among others. */
    DETECTION("detect") {
        @Override
        Object answer(Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch) {
            return objects(MODEL, recognized, parameters, stopwatch);
        }
    },
    /** Plates as the objects that CodeProject.AI's model for them finds; clients filter by its labels. */
    CUSTOM("custom") {
        @Override
        Object answer(Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch) {
            return objects("DayPlate", recognized, parameters, stopwatch);
        }
    },
    /** The cells, drawn on the picture. */
    GRID("alpr_grid_debug") {
        @Override
        PictureRequest request(byte[] picture, Parameters parameters) {
            return PictureRequest.of(picture).with(new Search.Nowhere()).with(new GridPicture(parameters.grid()));
        }

        @Override
        Object answer(Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch) {
            return new Answers.GridImage(
                    Pictures.jpegUri(recognized.seen().drawings().getFirst()));
        }
    };

    /** The one model that {@code /v1/vision/custom} has. */
    static final String MODEL = "license-plate";

    /** Objects below it are not told unless the request says otherwise, as in the original. */
    private static final double LEAST_OBJECT = 0.4;

    private final String command;

    Task(String command) {
        this.command = command;
    }

    /** What the original calls it in its answers. */
    String command() {
        return command;
    }

    PictureRequest request(byte[] picture, Parameters parameters) {
        return PictureRequest.of(picture);
    }

    /** The answer's body. */
    abstract Object answer(Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch);

    /** As sure as it is that there is a plate, whatever its text. */
    Object objects(String label, Outcome.Recognized recognized, Parameters parameters, Stopwatch stopwatch) {
        double least = parameters.minConfidence().orElse(LEAST_OBJECT);
        var predictions = recognized.recognition().plates().stream()
                .filter(plate -> plate.detectionScore() >= least)
                .map(plate -> Prediction.ofObject(plate, label, recognized.recognition()))
                .sorted(Prediction.BEST_FIRST)
                .toList();
        return Answers.Found.of(command, predictions, recognized.elapsedMs(), stopwatch);
    }
}
