package dev.gantry.training.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.RunOptions;
import dev.gantry.training.TrainingRun;
import dev.gantry.training.data.LabelledPicture;
import dev.gantry.training.data.Pictures;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.Exporter;
import dev.gantry.training.export.Exporter.Output;
import dev.gantry.training.nn.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gantry train detector}. */
@Command(
        name = "detector",
        description = "Trains the plate detector on composed scenes and exports it with its card.",
        mixinStandardHelpOptions = true)
public final class DetectorCommand implements Callable<Integer> {

    private static final String INPUT = "image";
    private static final int INPUT_SIDE = 640;
    private static final int LARGEST_STRIDE = 64;
    private static final double THRESHOLD = 0.3;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Length of the run in steps of " + DetectorTrainer.BATCH + " scenes. Default: ${DEFAULT-VALUE}")
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
        List<LabelledPicture> labelled = options.data == null
                ? List.of()
                : Pictures.labelled(options.data, options.licences == RunOptions.Licences.permissive);
        var scenes = new ArrayList<ScenePicture>();
        for (LabelledPicture picture : labelled) {
            if (picture.scene()) {
                scenes.add(ScenePicture.load(picture));
            }
        }
        System.out.println("real scenes: " + scenes.size());
        var composer = new SceneComposer(scenes, new PlatePool(labelled, options.seed), size);
        try (var trainer = new DetectorTrainer(composer::compose, size, options.seed, steps)) {
            new TrainingRun(
                            new DetectorTask(trainer),
                            options.run.resolve("detector"),
                            steps,
                            Duration.ofMinutes(options.checkpointMinutes))
                    .run();
        }
        return 0;
    }

    private record DetectorTask(DetectorTrainer trainer) implements TrainingRun.Task {

        @Override
        public Training training() {
            return trainer.training();
        }

        @Override
        public void seek() {
            trainer.seek();
        }

        @Override
        public void step() {
            trainer.step();
        }

        @Override
        public String losses() {
            return trainer.losses();
        }

        @Override
        public String export(Path folder) throws IOException {
            Card.write(folder, card(), onnx(trainer.averaged()));
            return "exported";
        }
    }

    static byte[] onnx(DetectorNet net) {
        long[] shape = {1, 3, 2 * LARGEST_STRIDE, 3 * LARGEST_STRIDE};
        var example = new float[(int) (shape[1] * shape[2] * shape[3])];
        var random = new Random(1);
        for (int i = 0; i < example.length; i++) {
            example[i] = (float) random.nextGaussian();
        }
        List<Output> outputs = Arrays.stream(DetectorNet.STRIDES)
                .mapToObj(stride -> new Output("p" + stride, -1, DetectorNet.OUTPUTS, -1, -1))
                .toList();
        return Exporter.export(new Output(INPUT, -1, 3, -1, -1), example, shape, net::apply, outputs);
    }

    static ObjectNode card() {
        ObjectNode card = Card.of("detector", "gantry-detector-1");
        ObjectNode input = card.putObject("input")
                .put("name", INPUT)
                .put("longSide", INPUT_SIDE)
                .put("fit", "tight")
                .put("stride", LARGEST_STRIDE)
                .put("channels", "BGR");
        for (int channel = 0; channel < 3; channel++) {
            input.withArray("/mean").add(DetectorTrainer.MEAN);
            input.withArray("/std").add(DetectorTrainer.DEVIATION);
        }
        ObjectNode output = card.putObject("output").put("layout", "gantry-quad");
        for (int stride : DetectorNet.STRIDES) {
            output.withArray("/names").add("p" + stride);
            output.withArray("/strides").add(stride);
        }
        card.put("threshold", THRESHOLD);
        return card;
    }
}
