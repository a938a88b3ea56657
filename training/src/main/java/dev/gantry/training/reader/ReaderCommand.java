package dev.gantry.training.reader;

import dev.gantry.model.ModelFile;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gantry train reader}. */
@Command(
        name = "reader",
        description = "Trains the plate reader on rendered and real plates and exports it with its card.",
        mixinStandardHelpOptions = true)
public final class ReaderCommand implements Callable<Integer> {

    /** Share of real plates in a batch, when there are any. */
    private static final double REAL_SHARE = 0.4;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Length of the run in steps of " + ReaderTrainer.BATCH + " strips. Default: ${DEFAULT-VALUE}")
    private long steps = 40_000;

    @Override
    public Integer call() throws IOException {
        Training.prepare(options.seed, options.threads);
        System.out.println("seed " + options.seed);
        var alphabet = new Alphabet();
        Optional<RealStrips> real = real(options, alphabet);
        double realShare = real.isPresent() ? REAL_SHARE : 0;
        // The shipped model helps, not the one that is trained: a batch must not depend on how far the run has come.
        try (var shipped = CtcReader.open(ModelFile.shipped("reader"), 1)) {
            var drawn = new DrawnStrips(
                    alphabet, easy(shipped, alphabet), options.seed, (int) (ReaderTrainer.BATCH * (1 - realShare)));
            int shuffled =
                    real.map(plates -> plates.shuffle(new CellFinder(shipped))).orElse(0);
            System.out.println("real plates: %d, %d of them can be shuffled"
                    .formatted(real.map(RealStrips::size).orElse(0), shuffled));
            train(alphabet, (step, random) -> mix(real, realShare, drawn, step, random), real);
        }
        return 0;
    }

    /** A run that begins with a model looks for what that cannot read; one that begins with nothing learns from all. */
    private Predicate<StripSample> easy(CtcReader shipped, Alphabet alphabet) {
        return options.from == null ? strip -> false : new EasyStrips(shipped, alphabet)::contain;
    }

    private void train(Alphabet alphabet, ReaderTrainer.Strips strips, Optional<RealStrips> real) throws IOException {
        try (var trainer = new ReaderTrainer(alphabet, strips, options.seed, steps, options.rate)) {
            var check = real.map(plates -> new ReaderCheck(plates, alphabet));
            var task = new ReaderTask(trainer, options.from, alphabet, check);
            new TrainingRun(
                            trainer.steps(),
                            task,
                            options.run.resolve("reader"),
                            steps,
                            Duration.ofMinutes(options.checkpointMinutes))
                    .run();
        }
    }

    private static Optional<RealStrips> real(RunOptions options, Alphabet alphabet) throws IOException {
        return options.data == null
                ? Optional.empty()
                : Optional.of(new RealStrips(options.pictures(), alphabet, RealStrips.HELD_BACK_EACH));
    }

    /** Typical inputs for the int8 version. */
    public static Calibration calibration(RunOptions options) throws IOException {
        var alphabet = new Alphabet();
        var drawn = new DrawnStrips(alphabet, options.seed, ReaderTrainer.BATCH);
        return ReaderQuantization.calibration(drawn, real(options, alphabet), options.seed);
    }

    private static StripSample mix(
            Optional<RealStrips> real, double realShare, DrawnStrips drawn, long step, RandomGenerator random) {
        return random.nextDouble() < realShare ? real.orElseThrow().sample(random) : drawn.sample(step, random);
    }

    private record ReaderTask(
            ReaderTrainer trainer, @Nullable Path from, Alphabet alphabet, Optional<ReaderCheck> check)
            implements TrainingRun.Task {

        @Override
        public void begin() throws IOException {
            if (from != null) {
                trainer.start(OnnxWeights.read(from, alphabet.characters()));
            }
        }

        @Override
        public String losses() {
            return trainer.losses();
        }

        @Override
        public String export(Path folder) throws IOException {
            ReaderNet net = trainer.averaged();
            Exporter.Exported exported = ReaderExport.onnx(net, alphabet);
            Card.write(folder, ReaderExport.card(net, exported.multiplications(), alphabet), exported.model());
            return check.map(c -> c.run(trainer.averaged())).orElse("exported");
        }
    }
}
