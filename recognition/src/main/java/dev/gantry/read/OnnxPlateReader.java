package dev.gantry.read;

import dev.gantry.image.Image;
import dev.gantry.model.ModelCard;
import dev.gantry.model.ModelException;
import dev.gantry.model.ModelFile;
import dev.gantry.model.ModelInfo;
import dev.gantry.model.OnnxModel;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Reads plates with an ONNX model; its card tells the strip's size and normalisation, the alphabet and what the outputs
 * mean. A reader whose frames run through several lines of a plate, one after the other, reads such plates as one text.
 * A plate that the first look leaves in doubt is looked at again, cut a little differently.
 */
public final class OnnxPlateReader implements PlateReader, AutoCloseable {

    private final ModelInfo info;
    private final StripInput input;
    private final OutputHeads heads;
    private final OutputAxes axes;
    private final Alphabet alphabet;
    private final Alphabet again;
    private final OnnxModel model;

    private OnnxPlateReader(ModelFile file, int threads) {
        ModelCard card = file.card();
        List<String> characters = card.texts("alphabet");
        if (new HashSet<>(characters).size() != characters.size() || characters.contains("")) {
            throw card.wrong("alphabet", "a list of different characters without empty ones", characters.toString());
        }
        this.info = file.info();
        this.input = StripInput.of(card);
        this.heads = OutputHeads.of(card);
        this.axes = OutputAxes.of(card, characters.size() + 1);
        var calibration = Calibration.of(card);
        this.alphabet = new Alphabet(characters, axes.blank(), calibration);
        this.again = new Alphabet(characters, axes.blank(), SecondLook.calibration(calibration));
        this.model = OnnxModel.open(file, card.text("input.name"), input.shape(), heads.outputs(), threads);
    }

    /**
     * Loads a reader and runs it once on a black strip.
     *
     * @param threads how many threads one call may use
     * @throws ModelException when the model or its card does not fit
     */
    public static OnnxPlateReader open(ModelFile file, int threads) {
        var reader = new OnnxPlateReader(file, threads);
        try {
            reader.read(new Image(1, 1, new byte[3]), Quad.of(new Box(0, 0, 1, 1)));
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public Reading read(Image image, Quad plate) {
        Glance glance = glance(image, plate);
        return glance.isSure() ? glance.reading() : glance.closer().read(List.of());
    }

    @Override
    public Glance glance(Image image, Quad candidate) {
        Head first = look(image, candidate);
        return new Glance(alphabet.reading(first), others -> {
            var looks = new ArrayList<Head>(List.of(first));
            SecondLook.cuts(candidate, others).forEach(cut -> looks.add(look(image, cut)));
            return again.reading(Heads.combined(looks));
        });
    }

    private Head look(Image image, Quad plate) {
        return heads.head(model.run(input.shape(), values -> input.fill(image, plate, values)), axes);
    }

    public ModelInfo info() {
        return info;
    }

    @Override
    public void close() {
        model.close();
    }
}
