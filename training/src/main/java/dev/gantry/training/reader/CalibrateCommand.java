package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.data.Texts;
import dev.gantry.training.reader.DrawnPlates.DrawnPlate;
import dev.gantry.training.reader.PlattFit.Outcome;
import dev.gantry.training.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gantry train calibrate}: makes the reader's confidences honest. */
@Command(
        name = "calibrate",
        description =
                "Fits the reader's confidences to how often it and the plate formats are right, on the real plates"
                        + " that training held back and on as many drawn ones, and writes the fit into the model's card.",
        mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

    /** Each plate is read so often, cut a little differently each time. */
    private static final int CUTS = 4;

    private static final double LEAST = 1e-9;
    private static final int ROUNDS = 3;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        if (options.data == null) {
            System.err.println("calibrate needs real plates: give --data DIR");
            return 2;
        }
        List<DrawnPlate> plates = plates();
        Path file = options.run.resolve("reader").resolve("reader.json");
        for (int round = 0; round < ROUNDS; round++) {
            refine(file, plates);
        }
        return 0;
    }

    /** Held-back real plates, cut as in training, and as many drawn ones. */
    private List<DrawnPlate> plates() throws IOException {
        var real = new RealStrips(options.pictures(), new Alphabet(), RealStrips.HELD_BACK_EACH);
        var plates = new ArrayList<DrawnPlate>();
        for (int i = 0; i < real.heldBack().size(); i++) {
            RealStrips.Plate plate = real.heldBack().get(i);
            for (int cut = 0; cut < CUTS; cut++) {
                // The reader adds its margin again.
                Quad quad = real.cut(plate, Seeds.of(options.seed, i, cut))
                        .grown(-ReaderExport.MARGIN_X, -ReaderExport.MARGIN_Y);
                plates.add(new DrawnPlate(plate.picture(), quad, plate.text()));
            }
        }
        plates.addAll(DrawnPlates.draw(plates.size(), options.seed));
        return plates;
    }

    /** Reads all with the card as it is and corrects what is left: the formats' part in a confidence bends the fit a little. */
    private void refine(Path file, List<DrawnPlate> plates) throws IOException {
        var card = (ObjectNode) JSON.readTree(file.toFile());
        double scale = card.path("calibration").path("scale").asDouble(1);
        double bias = card.path("calibration").path("bias").asDouble(0);
        List<Outcome> outcomes = outcomes(file, plates);
        PlattFit fit = PlattFit.of(outcomes);
        card.putObject("calibration").put("scale", fit.scale() * scale).put("bias", fit.scale() * bias + fit.bias());
        Files.writeString(file, JSON.writeValueAsString(card) + "\n");
        System.out.println("%d readings, %.1f %% right: correction by scale %.3f, bias %.3f"
                .formatted(
                        outcomes.size(),
                        100.0 * outcomes.stream().filter(Outcome::right).count() / Math.max(1, outcomes.size()),
                        fit.scale(),
                        fit.bias()));
    }

    private List<Outcome> outcomes(Path card, List<DrawnPlate> plates) {
        var outcomes = new ArrayList<Outcome>();
        PlateGrammar grammar = PlateGrammar.shipped();
        try (var reader = OnnxPlateReader.open(ModelFile.at(card, "reader"), options.threads)) {
            for (DrawnPlate plate : plates) {
                double aspect = plate.quad().width() / Math.max(1, plate.quad().height());
                Reading reading = grammar.interpret(reader.read(plate.picture(), plate.quad()), aspect)
                        .reading();
                double p = Math.clamp(reading.confidence(), LEAST, 1 - LEAST);
                outcomes.add(new Outcome(Math.log(p / (1 - p)), Texts.same(reading.text(), plate.text())));
            }
        }
        return outcomes;
    }
}
