package dev.gantry.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gantry.image.ImageLimits;
import dev.gantry.model.ModelException;
import dev.gantry.server.bench.Bench;
import dev.gantry.server.bench.BenchException;
import dev.gantry.server.bench.StartUp;
import dev.gantry.server.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gantry bench}: how fast the recognition is on this machine. */
@Command(
        name = "bench",
        description = "Measures speed, start-up and memory on the photos of a folder.",
        mixinStandardHelpOptions = true,
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Leave the machine alone meanwhile: the load average is printed to tell whether it was."})
public final class BenchCommand implements Callable<Integer> {

    private final RecognizerFactory recognizers;
    private final StartUp.Probe startUp;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder of photos, best with one plate each.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = {"-t", "--threads"},
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads to measure with (default: 1,2).")
    private List<Integer> threads = List.of(1, 2);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Least time for warming up and for each measurement (default: 10).")
    private int seconds = 10;

    @Option(names = "--json", description = "Write the figures as JSON.")
    private boolean json;

    @Mixin
    private RecognizerFlags flags = new RecognizerFlags();

    public BenchCommand(RecognizerFactory recognizers, StartUp.Probe startUp) {
        this.recognizers = recognizers;
        this.startUp = startUp;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (seconds < 0 || threads.stream().anyMatch(number -> number < 1)) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, --seconds 0 or more.");
        }
        var options = flags.options();
        var limits = ImageLimits.DEFAULT;
        try (var recognizer = recognizers.create(options)) {
            var report = Bench.run(
                    recognizer,
                    flags.decoder(limits),
                    folder,
                    limits.maxBytes(),
                    threads,
                    Duration.ofSeconds(seconds),
                    picture -> startUp.run(picture, flags.arguments()));
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    json
                            ? Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n"
                            : report.toText());
            out.flush();
            return 0;
        } catch (BenchException | ModelException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return RecognizeCommand.NOT_STARTED;
        }
    }
}
