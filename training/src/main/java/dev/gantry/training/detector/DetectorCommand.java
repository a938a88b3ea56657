package dev.gantry.training.detector;

import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.export.Calibration;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.Exporter;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.Training;
import dev.gantry.training.run.RunOptions;
import dev.gantry.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gantry train detector}. */
@Command(
        name = "detector",
        description = "Trains the plate detector on composed scenes and exports it with its card.",
        mixinStandardHelpOptions = true)
public final class DetectorCommand implements Callable<Integer> {

    private static final int DRAWN_SCENES = 400;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "Length of the run in steps of " + DetectorTrainer.BATCH + " scenes. Default: ${DEFAULT-VALUE}")
    private long steps = 20_000;

    @Option(
            names = "--size",
            paramLabel = "PX",
            description = "Side of the scenes, a multiple of 64. A finished run can be resumed with larger ones."
                    + " Default: ${DEFAULT-VALUE}")
    private int size = DetectorTrainer.USUAL_SIZE;

    @Override
    public Integer call() throws IOException {
        Training.prepare(options.seed, options.threads);
        System.out.println("seed " + options.seed);
        List<LabelledPicture> labelled = options.pictures();
        var scenes = new ArrayList<>(DrawnScenes.draw(DRAWN_SCENES, options.seed));
        for (LabelledPicture picture : labelled) {
            if (picture.scene()) {
                scenes.add(ScenePicture.load(picture));
            }
        }
        System.out.println("real scenes: " + (scenes.size() - DRAWN_SCENES));
        var composer = new SceneComposer(scenes, new PlatePool(labelled, options.seed), size);
        try (var trainer = new DetectorTrainer(composer::compose, size, options.seed, steps, options.rate)) {
            new TrainingRun(
                            trainer.steps(),
                            new DetectorTask(trainer, options.from),
                            options.run.resolve("detector"),
                            steps,
                            Duration.ofMinutes(options.checkpointMinutes))
                    .run();
        }
        return 0;
    }

    /** Typical inputs for the int8 version. */
    public static Calibration calibration(RunOptions options) throws IOException {
        return DetectorQuantization.calibration(options.pictures(), options.seed);
    }

    private record DetectorTask(
            DetectorTrainer trainer, @Nullable Path from) implements TrainingRun.Task {

        @Override
        public void begin() throws IOException {
            if (from != null) {
                trainer.start(OnnxWeights.read(from));
            }
        }

        @Override
        public String losses() {
            return trainer.losses();
        }

        @Override
        public String export(Path folder) throws IOException {
            DetectorNet net = trainer.averaged();
            Exporter.Exported exported = DetectorExport.onnx(net);
            Card.write(folder, DetectorExport.card(net, exported.multiplications()), exported.model());
            return "exported";
        }
    }
}
