package dev.gantry.training.run;

import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every training command can be told. */
public final class RunOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder with labels.jsonl and the pictures it names. Without it only rendered plates are used.")
    public @Nullable Path data;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Other labels for the pictures of that folder, such as gantry train complete writes."
                    + " Default: its labels.jsonl")
    private @Nullable Path labels;

    @Option(
            names = "--run",
            paramLabel = "DIR",
            description =
                    "Where checkpoints and exported models go; a run found there is resumed. Default: ${DEFAULT-VALUE}")
    public Path run = Path.of("runs");

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers. Default: ${DEFAULT-VALUE}")
    public long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of libtorch. Default: ${DEFAULT-VALUE}")
    public int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "N",
            description = "Minutes between checkpoints, each with an exported model. Default: ${DEFAULT-VALUE}")
    public int checkpointMinutes = 5;

    @Option(
            names = "--from",
            paramLabel = "MODEL.onnx",
            description = "An exported model, also a quantised one, to start from instead of from random numbers."
                    + " A run that is resumed ignores it.")
    public @Nullable Path from;

    @Option(
            names = "--rate",
            paramLabel = "FACTOR",
            description = "Multiplies the learning rate; 0.4 suits a run that starts from a model. Default:"
                    + " ${DEFAULT-VALUE}")
    public double rate = 1;

    @Option(
            names = "--licences",
            paramLabel = "all|permissive",
            description = "Which real pictures may be learned from. Default: ${DEFAULT-VALUE}")
    public Licences licences = Licences.all;

    /** The pictures that may be learned from; none without data. */
    public List<LabelledPicture> pictures() throws IOException {
        if (data == null) {
            return List.of();
        }
        return Labels.read(labels == null ? data.resolve("labels.jsonl") : labels, data).stream()
                .filter(picture -> picture.permissive() || licences == Licences.all)
                .toList();
    }

    /** Which sources' pictures are used. */
    public enum Licences {
        all,
        permissive
    }
}
