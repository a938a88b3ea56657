package dev.gantry.training.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.model.ModelCard;
import dev.gantry.training.data.Labels;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.Training;
import dev.gantry.training.reader.FineTuning.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gantry fine-tune}: the reader, better at a user's own plates. */
@Command(
        name = "fine-tune",
        description = "Adapts the plate reader to your own labelled pictures. The result is kept only when it reads the"
                + " part of them that was held back better, and every drawn plate that the old one surely knew.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:a better model has been written",
            "1:no better model was found; nothing has been written",
            "2:the labels or the model cannot be used"
        })
public final class FineTuneCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 1;

    @Parameters(
            paramLabel = "LABELS.jsonl",
            description = "Your pictures and their texts, as for gantry evaluate; the pictures lie beside it.")
    private @Nullable Path labels;

    @Option(
            names = "--reader-model",
            paramLabel = "FILE",
            description = "The card (.json) of the reader to start from. Default: the shipped one")
    private @Nullable Path base;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The new model goes into a new folder there. Default: beside the old model, or models")
    private @Nullable Path out;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "How long to learn, in steps of " + ReaderTrainer.BATCH + " plates. Default: ${DEFAULT-VALUE}")
    private long steps = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers. Default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use. Default: ${DEFAULT-VALUE}")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        return run(Objects.requireNonNull(labels).toAbsolutePath());
    }

    private int run(Path file) throws IOException {
        Training.prepare(seed, threads);
        byte[] read = base == null ? shipped("reader.json") : Files.readAllBytes(base);
        var alphabet = Alphabet.of(ModelCard.parse(base == null ? "reader.json" : base.toString(), read));
        ObjectNode card = (ObjectNode) JSON.readTree(read);
        byte[] model = base == null
                ? shipped("reader.onnx")
                : Files.readAllBytes(base.resolveSibling(card.path("model").asText()));
        var plates = new RealStrips(
                Labels.read(file, Objects.requireNonNull(file.getParent())), alphabet, FineTuning.HELD_BACK_EACH);
        System.out.println("%d plates to learn from, %d held back"
                .formatted(plates.size(), plates.heldBack().size()));
        var tuning = new FineTuning(alphabet, plates, card, seed, threads);
        Result result = tuning.run(OnnxWeights.of(model), steps);
        System.out.println(result.report());
        if (!result.isBetter()) {
            System.out.println(
                    "No better model was found, so the old one stays. More or more varied pictures may help.");
            return REFUSED;
        }
        Path folder = Files.createDirectories(folder().resolve("reader-"
                + LocalDateTime.now(java.time.ZoneId.systemDefault()).format(STAMP)));
        Card.write(folder, result.card(), result.model());
        String old = base == null
                ? "leave the setting out: the shipped model is as it was"
                : "set it to " + base + " again: it is as it was";
        System.out.println("""
                The new model is %1$s. To use it:
                    gantry serve --set models.reader=%1$s
                To switch back, %2$s.""".formatted(folder.resolve("reader.json"), old));
        return 0;
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        Path beside = base == null ? null : base.toAbsolutePath().getParent();
        return beside == null ? Path.of("models") : beside;
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream stream = FineTuneCommand.class.getResourceAsStream("/models/" + name)) {
            return Objects.requireNonNull(stream, "this build has no models/" + name)
                    .readAllBytes();
        }
    }
}
