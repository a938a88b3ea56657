package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.data.Seeds;
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

/** {@code gantry train calibrate}: makes the reader's confidences honest on the plates that were held back. */
@Command(
        name = "calibrate",
        description =
                "Fits the reader's confidences to how often it is right on the real plates that training held back,"
                        + " and writes the fit into the model's card.",
        mixinStandardHelpOptions = true)
public final class CalibrateCommand implements Callable<Integer> {

    /** Each plate is read so often, cut a little differently each time. */
    private static final int CUTS = 4;

    private static final double LEAST = 1e-9;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws IOException {
        if (options.data == null) {
            System.err.println("calibrate needs real plates: give --data DIR");
            return 2;
        }
        var real = new RealStrips(options.pictures(), new Alphabet(), RealStrips.HELD_BACK_EACH);
        Path file = options.run.resolve("reader").resolve("reader.json");
        var card = (ObjectNode) JSON.readTree(file.toFile());
        double scale = card.path("calibration").path("scale").asDouble(1);
        double bias = card.path("calibration").path("bias").asDouble(0);
        List<Outcome> outcomes = outcomes(file, real, scale, bias);
        PlattFit fit = PlattFit.of(outcomes);
        card.putObject("calibration").put("scale", fit.scale()).put("bias", fit.bias());
        Files.writeString(file, JSON.writeValueAsString(card) + "\n");
        System.out.println("%d readings, %.1f %% right: scale %.3f, bias %.3f"
                .formatted(
                        outcomes.size(),
                        100.0 * outcomes.stream().filter(Outcome::right).count() / Math.max(1, outcomes.size()),
                        fit.scale(),
                        fit.bias()));
        return 0;
    }

    private List<Outcome> outcomes(Path card, RealStrips real, double scale, double bias) {
        var outcomes = new ArrayList<Outcome>();
        try (var reader = OnnxPlateReader.open(ModelFile.at(card, "reader"), options.threads)) {
            for (int i = 0; i < real.heldBack().size(); i++) {
                RealStrips.Plate plate = real.heldBack().get(i);
                for (int cut = 0; cut < CUTS; cut++) {
                    Quad quad = real.cut(plate, Seeds.of(options.seed, i, cut));
                    Reading reading = reader.read(plate.picture(), quad);
                    double p = Math.clamp(reading.confidence(), LEAST, 1 - LEAST);
                    double logit = (Math.log(p / (1 - p)) - bias) / scale;
                    outcomes.add(new Outcome(logit, folded(reading.text()).equals(folded(plate.text()))));
                }
            }
        }
        return outcomes;
    }

    /** The labels do not tell O from 0 and I from 1 reliably. */
    private static String folded(String text) {
        return text.replace('O', '0').replace('I', '1');
    }
}
