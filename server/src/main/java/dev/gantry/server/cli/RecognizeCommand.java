package dev.gantry.server.cli;

import dev.gantry.PlateRecognizer;
import dev.gantry.image.ImageLimits;
import dev.gantry.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gantry recognize}: the plates in picture files. */
@Command(
        name = "recognize",
        description = "Reads the plates in photos and videos and writes one line of JSON for each photo,"
                + " and one for each vehicle that passes in a video.",
        mixinStandardHelpOptions = true,
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:at least one plate was found",
            "1:no plate was found",
            "2:the command line is wrong, or a model cannot be used",
            "3:at least one file could not be recognised (the others were)"
        },
        exitCodeOnExecutionException = RecognizeCommand.SOME_FAILED,
        footer = {
            "",
            "Examples:",
            "  gantry recognize photo.jpg",
            "  gantry recognize clip.mp4",
            "  gantry recognize --format csv photos/ > plates.csv",
            "  curl -s http://camera/snapshot.jpg | gantry recognize --format text -"
        })
public final class RecognizeCommand implements Callable<Integer> {

    static final int PLATES_FOUND = 0;
    static final int NO_PLATES = 1;
    static final int NOT_STARTED = 2;
    static final int SOME_FAILED = 3;

    private final RecognizerFactory recognizers;
    private final InputStream stdin;
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Photos, videos, folders of photos (searched with all below them), or - for a photo on standard input.")
    @SuppressWarnings("NullAway.Init")
    private List<String> paths;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = OutputFormat.Converter.class,
            description = "json (one object a line, the default), csv or text.")
    private OutputFormat format = OutputFormat.JSON;

    @Option(
            names = "--annotate",
            paramLabel = "DIR",
            description = "Also write each photo or video there with its plates drawn in, as NAME.plates.jpg or .mp4.")
    private @Nullable Path annotate;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description =
                    "Photos, or frames of a video, to work on at the same time (default: the number of processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private VideoFlags video = new VideoFlags();

    @Mixin
    private RecognizerFlags flags = new RecognizerFlags();

    /**
     * @param stdin where {@code -} is read from
     */
    public RecognizeCommand(RecognizerFactory recognizers, InputStream stdin, Terminal terminal) {
        this.recognizers = recognizers;
        this.stdin = stdin;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more.");
        }
        video.check();
        var options = flags.options();
        PrintWriter err = spec.commandLine().getErr();
        try (var recognizer = recognizers.create(options)) {
            return recognize(recognizer);
        } catch (ModelException e) {
            err.println(e.getMessage());
            return NOT_STARTED;
        } catch (IOException e) {
            err.println("The folder " + annotate + " cannot be made: " + e.getMessage());
            return NOT_STARTED;
        }
    }

    private int recognize(PlateRecognizer recognizer) throws IOException {
        if (annotate != null) {
            Files.createDirectories(annotate);
        }
        List<Input> inputs = Inputs.of(paths);
        if (inputs.isEmpty()) {
            spec.commandLine().getErr().println("There are no photos in " + String.join(", ", paths) + ".");
            return NO_PLATES;
        }
        var limits = ImageLimits.DEFAULT;
        var work = new InputRecognizer(recognizer, flags.decoder(limits), limits.maxBytes(), stdin, annotate);
        PrintWriter out = spec.commandLine().getOut();
        var tally = new OutcomeTally();
        OutcomeWriter writer = format.writer(out);
        Consumer<Outcome> outcomes = outcome -> {
            writer.write(outcome);
            tally.add(outcome);
        };
        // The bar would tear lines that appear on the same screen.
        boolean showsProgress = terminal.err() && !terminal.out();
        var clips = new VideoWork(recognizer, flags.formats(), video, threads, annotate, showsProgress);
        for (List<Input> run : runs(inputs)) {
            if (run.getFirst() instanceof Input.OfVideo clip) {
                clips.recognize(clip, outcomes);
            } else {
                photos(run, work, outcomes, showsProgress);
            }
        }
        out.flush();
        return tally.exitCode();
    }

    private void photos(List<Input> photos, InputRecognizer work, Consumer<Outcome> outcomes, boolean showsProgress) {
        PrintWriter out = spec.commandLine().getOut();
        try (var progress = Progress.of(photos.size(), showsProgress)) {
            photos.stream()
                    .gather(Gatherers.mapConcurrent(threads, work::recognize))
                    .takeWhile(_ -> !out.checkError()) // nobody reads on, as after "| head"
                    .forEachOrdered(outcome -> {
                        outcomes.accept(outcome);
                        progress.step();
                    });
        }
    }

    /** Photos that follow one another are worked on together, each video by itself; the order stays. */
    private static List<List<Input>> runs(List<Input> inputs) {
        var runs = new ArrayList<List<Input>>();
        boolean open = false;
        for (Input input : inputs) {
            if (!open || input instanceof Input.OfVideo) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(input);
            open = !(input instanceof Input.OfVideo);
        }
        return runs;
    }
}
