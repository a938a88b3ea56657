package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.model.ModelFile;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.export.Card;
import dev.gantry.training.reader.DrawnPlates.DrawnPlate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/** Judges a reader by the library's own reading: a user's held-back plates, and plates of the world drawn by one seed. */
final class FineTuneCheck {

    static final int DRAWN = 400;

    /** Always the same plates; not those of any training. */
    private static final long SEED = 20_260_101;

    private final RealStrips own;
    private final int threads;
    private final List<DrawnPlate> drawn = DrawnPlates.draw(DRAWN, SEED);

    FineTuneCheck(RealStrips own, int threads) {
        this.own = own;
        this.threads = threads;
    }

    /** How many of the user's held-back plates the model reads right. */
    int ownRight(ObjectNode card, byte[] model) throws IOException {
        return judge(card, model, this::ownRight);
    }

    /** How many of the drawn plates it reads right. */
    int drawnRight(ObjectNode card, byte[] model) throws IOException {
        return judge(card, model, this::drawnRight);
    }

    private int judge(ObjectNode card, byte[] model, ToIntFunction<OnnxPlateReader> judge) throws IOException {
        Path folder = Files.createTempDirectory("gantry-fine-tune");
        ObjectNode plain = card.deepCopy().put("model", "reader.onnx");
        try {
            Card.write(folder, plain, model);
            try (var reader = OnnxPlateReader.open(ModelFile.at(folder.resolve("reader.json"), "reader"), threads)) {
                return judge.applyAsInt(reader);
            }
        } finally {
            Files.deleteIfExists(folder.resolve("reader.onnx"));
            Files.deleteIfExists(folder.resolve("reader.json"));
            Files.deleteIfExists(folder);
        }
    }

    private int ownRight(OnnxPlateReader reader) {
        int right = 0;
        for (RealStrips.Plate plate : own.heldBack()) {
            String text = reader.read(plate.picture(), plate.quads().getFirst()).text();
            right += text.equals(plate.text()) ? 1 : 0;
        }
        return right;
    }

    private int drawnRight(OnnxPlateReader reader) {
        int right = 0;
        for (DrawnPlate plate : drawn) {
            right += reader.read(plate.picture(), plate.quad()).text().equals(plate.text()) ? 1 : 0;
        }
        return right;
    }
}
