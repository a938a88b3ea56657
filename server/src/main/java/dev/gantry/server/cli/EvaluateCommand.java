package dev.gantry.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.PlateRecognizer;
import dev.gantry.image.ImageLimits;
import dev.gantry.model.ModelException;
import dev.gantry.server.evaluate.CropMode;
import dev.gantry.server.evaluate.ErrorSheets;
import dev.gantry.server.evaluate.Evaluation;
import dev.gantry.server.evaluate.Exclusions;
import dev.gantry.server.evaluate.LabelException;
import dev.gantry.server.evaluate.LabelFile;
import dev.gantry.server.evaluate.LabelledPicture;
import dev.gantry.server.evaluate.PictureResult;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code gantry evaluate}: how good the recognition is on labelled pictures. */
@Command(
        name = "evaluate",
        description = "Runs the recognition over labelled pictures and tells how often it is right.",
        mixinStandardHelpOptions = true,
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all pictures were evaluated",
            "2:the command line or a file of labels is wrong, or a model cannot be used",
            "3:at least one picture could not be decoded (its plates count as missed)"
        },
        exitCodeOnExecutionException = RecognizeCommand.SOME_FAILED,
        footer = {
            "",
            "A file of labels has one line for each picture, such as",
            "  {\"image\": \"car.jpg\", \"plates\": [{\"text\": \"AB123CD\", \"box\": [226, 125, 193, 48]}]}",
            "docs/evaluation.md tells about the other fields and defines each figure."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private final RecognizerFactory recognizers;
    private final Terminal terminal;
    private final ObjectMapper mapper = Json.mapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "LABELS.jsonl", description = "Files of labels; pictures lie beside them.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> labelFiles;

    @Option(names = "--sets", split = ",", paramLabel = "NAME", description = "Only these sets, separated by commas.")
    private Set<String> sets = new LinkedHashSet<>();

    @Option(names = "--limit", paramLabel = "N", description = "Only the first N pictures of each set.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--exclude",
            paramLabel = "FILE",
            description = "Labels that are known to be wrong, with reasons; a second score leaves them out.")
    private @Nullable Path exclude;

    @Option(
            names = "--crops",
            paramLabel = "HOW",
            converter = CropModeConverter.class,
            description = "What is done with pictures of one plate: reader (alone; the default) or pipeline.")
    private CropMode crops = CropMode.READER;

    @Option(
            names = "--plate-width",
            paramLabel = "PX",
            description = "Shrink pictures of one plate until the plate is so wide, to see what that costs; others, and"
                    + " narrower plates, are left out.")
    private @Nullable Integer plateWidth;

    @Option(
            names = "--details",
            description =
                    "Also tell the accuracy by the plate's width, tilt and country, and how far confidences hold.")
    private boolean details;

    @Option(names = "--errors", paramLabel = "DIR", description = "Write contact sheets of all mistakes there.")
    private @Nullable Path errors;

    @Option(names = "--json", description = "Write the scores as JSON instead of a table.")
    private boolean json;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "Pictures to work on at the same time (default: 1, for honest times).")
    private int threads = 1;

    @Mixin
    private RecognizerFlags flags = new RecognizerFlags();

    public EvaluateCommand(RecognizerFactory recognizers, Terminal terminal) {
        this.recognizers = recognizers;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || limit < 1 || (plateWidth != null && plateWidth < 1)) {
            throw new ParameterException(spec.commandLine(), "--threads, --limit and --plate-width must be 1 or more.");
        }
        var options = flags.options();
        try {
            var pictures = pictures();
            var exclusions = exclude == null ? null : Exclusions.read(exclude, mapper);
            try (var recognizer = recognizers.create(options)) {
                return evaluate(recognizer, pictures, exclusions);
            }
        } catch (LabelException | ModelException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return RecognizeCommand.NOT_STARTED;
        }
    }

    private int evaluate(PlateRecognizer recognizer, List<LabelledPicture> pictures, @Nullable Exclusions exclusions)
            throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var decoder = flags.decoder(ImageLimits.DEFAULT);
        List<PictureResult> results;
        try (var progress = Progress.of(pictures.size(), terminal.err())) {
            var width = plateWidth == null ? OptionalInt.empty() : OptionalInt.of(plateWidth);
            results = new Evaluation(recognizer, decoder, crops, width).run(pictures, threads, _ -> progress.step());
        }
        if (exclusions != null) {
            exclusions.unused(pictures).forEach(unused -> err.println("Excluded, but not in these labels: " + unused));
        }
        var summary = EvaluationSummary.of(recognizer, results, exclusions, details);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? summary.toJson(mapper) : summary.toText());
        out.flush();

        var failed = results.stream().filter(result -> result.fault() != null).toList();
        failed.forEach(result -> err.println(result.picture().file() + ": " + result.fault()));
        if (errors != null) {
            new ErrorSheets(decoder, errors).write(results).forEach(sheet -> err.println("Wrote " + sheet));
        }
        return failed.isEmpty() ? 0 : RecognizeCommand.SOME_FAILED;
    }

    /** The pictures of all files in the chosen sets. */
    private List<LabelledPicture> pictures() {
        var reader = new LabelFile(mapper);
        var all = new ArrayList<LabelledPicture>();
        labelFiles.forEach(file -> all.addAll(reader.read(file)));
        var known = new LinkedHashSet<String>();
        all.forEach(picture -> known.add(picture.set()));
        for (String set : sets) {
            if (!known.contains(set)) {
                throw new ParameterException(
                        spec.commandLine(), "There is no set " + set + "; there are " + String.join(", ", known) + ".");
            }
        }
        var chosen = new ArrayList<LabelledPicture>();
        for (String set : sets.isEmpty() ? known : sets) {
            all.stream()
                    .filter(picture -> picture.set().equals(set))
                    .limit(limit)
                    .forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There are no pictures in these labels.");
        }
        return chosen;
    }

    static final class CropModeConverter implements ITypeConverter<CropMode> {
        @Override
        public CropMode convert(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "reader" -> CropMode.READER;
                case "pipeline" -> CropMode.PIPELINE;
                default -> throw new TypeConversionException("'" + name + "' is none of reader, pipeline");
            };
        }
    }
}
