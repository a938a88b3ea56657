package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.model.ModelFile;
import dev.gantry.plate.Reading;
import dev.gantry.read.OnnxPlateReader;
import dev.gantry.training.export.Card;
import dev.gantry.training.reader.DrawnPlates.DrawnPlate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Judges a reader by the library's own reading: a user's held-back plates, and plates of the world drawn by one seed. Of
 * the latter only those count that the old reader knows: reads right, and surely. On the others the two texts that it
 * hesitates between (most often with O or 0) are as likely after a training as before, whatever was learned.
 */
final class FineTuneCheck {

    private static final int DRAWN = 600;

    /** Always the same plates; not those of any training. */
    private static final long SEED = 20_260_101;

    /** The confidence from which on a plate counts as known. */
    private static final double SURE = 0.95;

    private final RealStrips own;
    private final ObjectNode card;
    private final int threads;
    private final List<DrawnPlate> known;

    /** @param old the model that is to be made better */
    FineTuneCheck(RealStrips own, ObjectNode card, byte[] old, int threads) throws IOException {
        this.own = own;
        this.card = card;
        this.threads = threads;
        this.known = judge(old, FineTuneCheck::known);
    }

    /** How many of the drawn plates the old reader knows. */
    int known() {
        return known.size();
    }

    /** How many of the user's held-back plates the model reads right. */
    int ownRight(byte[] model) throws IOException {
        return judge(model, this::ownRight);
    }

    /** How many of the known plates it reads right. */
    int knownRight(byte[] model) throws IOException {
        return judge(model, this::knownRight);
    }

    private <T> T judge(byte[] model, Function<OnnxPlateReader, T> judge) throws IOException {
        Path folder = Files.createTempDirectory("gantry-fine-tune");
        ObjectNode plain = card.deepCopy().put("model", "reader.onnx");
        try {
            Card.write(folder, plain, model);
            try (var reader = OnnxPlateReader.open(ModelFile.at(folder.resolve("reader.json"), "reader"), threads)) {
                return judge.apply(reader);
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

    private static List<DrawnPlate> known(OnnxPlateReader reader) {
        return DrawnPlates.draw(DRAWN, SEED).stream()
                .filter(plate -> {
                    Reading reading = reader.read(plate.picture(), plate.quad());
                    return reading.text().equals(plate.text()) && reading.confidence() >= SURE;
                })
                .toList();
    }

    private int knownRight(OnnxPlateReader reader) {
        int right = 0;
        for (DrawnPlate plate : known) {
            right += reader.read(plate.picture(), plate.quad()).text().equals(plate.text()) ? 1 : 0;
        }
        return right;
    }
}
