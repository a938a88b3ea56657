package dev.gantry.benchmarks.accuracy;

import dev.gantry.PlateRecognizer;
import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageException;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.server.bench.Machine;
import dev.gantry.server.evaluate.Calibration;
import dev.gantry.server.evaluate.CropMode;
import dev.gantry.server.evaluate.Details;
import dev.gantry.server.evaluate.Evaluation;
import dev.gantry.server.evaluate.Exclusions;
import dev.gantry.server.evaluate.LabelFile;
import dev.gantry.server.evaluate.LabelledPicture;
import dev.gantry.server.evaluate.Misread;
import dev.gantry.server.evaluate.PictureResult;
import dev.gantry.server.evaluate.Report;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures everything anew and writes the page. */
@Command(
        name = "accuracy",
        description = "Measures the shipped models and writes accuracy.md, misreads.md and their pictures.",
        mixinStandardHelpOptions = true)
final class AccuracyCommand implements Callable<Integer> {

    /** What plates of crops are shrunk to, px. */
    private static final List<Integer> SHRUNK_WIDTHS = List.of(40, 50, 60, 80);

    @Parameters(
            arity = "0..*",
            paramLabel = "LABELS.jsonl",
            description = "Labelled pictures, as for gantry evaluate; without any, only drawn plates are measured.")
    private List<Path> labels = List.of();

    @Option(names = "--doubts", paramLabel = "FILE", description = "Labels that are known to be wrong.")
    private @Nullable Path doubts;

    @Option(names = "--plates", paramLabel = "N", description = "Drawn plates for each figure (default: 300).")
    private int plates = 300;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds over the pictures of the speed (default: 40).")
    private int rounds = 40;

    @Option(names = "--threads", paramLabel = "N", description = "Pictures at the same time (default: 2).")
    private int threads = 2;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the page goes (default: docs).")
    private Path out = Path.of("docs");

    private final String command;

    private AccuracyCommand(String command) {
        this.command = command;
    }

    public static void main(String[] arguments) {
        var command = Stream.concat(Stream.of("accuracy"), Stream.of(arguments).map(AccuracyCommand::nameOnly));
        System.exit(new CommandLine(new AccuracyCommand(String.join(" ", command.toList()))).execute(arguments));
    }

    /** Where somebody keeps the pictures is nobody's business. */
    private static String nameOnly(String argument) {
        Path path = Path.of(argument);
        Path name = path.getFileName();
        return path.isAbsolute() && name != null ? name.toString() : argument;
    }

    @Override
    public Integer call() throws IOException, ImageException {
        var machine = Machine.current();
        var decoder = new StandardImageDecoder(ImageLimits.DEFAULT);
        try (var recognizer = PlateRecognizer.create()) {
            say("Speed");
            var speed = Speed.of(recognizer, decoder, rounds);
            say("Drawn plates");
            var drawn = new DrawnPlates(recognizer, plates, threads);
            var turned = drawn.turned();
            var small = drawn.small();
            var pictures = labels.isEmpty() ? null : pictures(recognizer, decoder);
            var findings = new Findings(
                    LocalDate.now(ZoneOffset.UTC),
                    command,
                    machine,
                    decoder.jpegDecoder(),
                    recognizer.detectorCard(),
                    recognizer.readerCard(),
                    pictures,
                    turned,
                    small,
                    plates,
                    speed);
            write(findings);
        }
        return 0;
    }

    private Findings.Pictures pictures(PlateRecognizer recognizer, StandardImageDecoder decoder) {
        var reader = new LabelFile(Json.mapper());
        var all = new ArrayList<LabelledPicture>();
        labels.forEach(file -> all.addAll(reader.read(file)));
        say("Labelled pictures");
        List<PictureResult> results = new Evaluation(recognizer, decoder, CropMode.READER).run(all, threads, _ -> {});
        var exclusions = doubts == null ? null : Exclusions.read(doubts, Json.mapper());
        return new Findings.Pictures(
                Report.of(results),
                withoutFormats(all, decoder),
                exclusions == null ? null : Report.of(exclusions.applyTo(results)),
                exclusions == null ? 0 : exclusions.size(),
                Details.of(results),
                scenes(results),
                Misread.of(results),
                shrunk(recognizer, all, decoder),
                asPhotos(recognizer, all, decoder));
    }

    private Report asPhotos(PlateRecognizer recognizer, List<LabelledPicture> all, StandardImageDecoder decoder) {
        say("Pictures of one plate as photos");
        var crops = all.stream()
                .filter(picture -> picture.kind() == LabelledPicture.Kind.CROP)
                .toList();
        return Report.of(new Evaluation(recognizer, decoder, CropMode.PIPELINE).run(crops, threads, _ -> {}));
    }

    private static Calibration scenes(List<PictureResult> results) {
        var scenes = results.stream()
                .filter(result -> result.picture().kind() == LabelledPicture.Kind.SCENE)
                .toList();
        return Details.of(scenes).calibration().getOrDefault("all", new Calibration(List.of()));
    }

    private Report withoutFormats(List<LabelledPicture> all, StandardImageDecoder decoder) {
        say("Without formats");
        var options = RecognizerOptions.defaults().withFormats(false);
        try (var recognizer = PlateRecognizer.create(options)) {
            return Report.of(new Evaluation(recognizer, decoder, CropMode.READER).run(all, threads, _ -> {}));
        }
    }

    private TreeMap<Integer, Report> shrunk(
            PlateRecognizer recognizer, List<LabelledPicture> all, StandardImageDecoder decoder) {
        var reports = new TreeMap<Integer, Report>();
        for (int width : SHRUNK_WIDTHS) {
            say("Plates shrunk to " + width + " px");
            var evaluation = new Evaluation(recognizer, decoder, CropMode.READER, OptionalInt.of(width));
            reports.put(width, Report.of(evaluation.run(all, threads, _ -> {})));
        }
        return reports;
    }

    private void write(Findings findings) throws IOException {
        Path images = Files.createDirectories(out.resolve("images"));
        Files.writeString(out.resolve("accuracy.md"), AccuracyPage.of(findings));
        Files.writeString(out.resolve("misreads.md"), MisreadsPage.of(findings));
        List<DrawnMisread> pictured = MisreadsPage.pictured(findings);
        if (!pictured.isEmpty()) {
            ImageIO.write(
                    MisreadSheet.of(pictured),
                    "png",
                    images.resolve("misreads.png").toFile());
        }
        if (findings.pictures() != null) {
            var all = findings.pictures().details().calibration();
            var series = new LinkedHashMap<String, Calibration>();
            series.put("all readings", all.getOrDefault("all", new Calibration(List.of())));
            series.put("plates in photos", findings.pictures().scenes());
            Files.writeString(images.resolve("reliability.svg"), ReliabilityPlot.svg(series));
        }
    }

    private static void say(String stage) {
        System.err.println(stage + " ...");
    }
}
