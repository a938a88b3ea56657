package dev.gantry.server.cli;

import dev.gantry.Effort;
import dev.gantry.RecognizerOptions;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.JpegDecoding;
import dev.gantry.image.StandardImageDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that every command has which recognises pictures. */
final class RecognizerFlags {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(
            names = "--effort",
            paramLabel = "LEVEL",
            converter = EffortConverter.class,
            completionCandidates = EffortNames.class,
            description = "How hard to look for small plates in large pictures: ${COMPLETION-CANDIDATES}"
                    + " (default: balanced).")
    private @Nullable Effort effort;

    @Option(
            names = "--min-confidence",
            paramLabel = "P",
            description = "Least probability that the whole text is right, 0 to 1; less is rejected.")
    private @Nullable Double minConfidence;

    @Option(
            names = "--detector-model",
            paramLabel = "FILE",
            description = "Another detector: its model card (.json) or model (.onnx).")
    private @Nullable Path detectorModel;

    @Option(
            names = "--reader-model",
            paramLabel = "FILE",
            description = "Another reader: its model card (.json) or model (.onnx).")
    private @Nullable Path readerModel;

    @Option(
            names = "--region",
            split = ",",
            paramLabel = "CODE",
            description =
                    "Where plates are likely from, such as gb,ie or us-ca: settles O and 0, I and 1 and their like"
                            + " more firmly (default: anywhere).")
    private List<String> regions = List.of();

    @Option(
            names = "--no-formats",
            description = "Give what the reader saw; the countries' plate formats settle and tell nothing.")
    private boolean noFormats;

    @Option(names = "--java-jpeg", description = "Decode JPEG files with Java even if the machine has libjpeg-turbo.")
    private boolean javaJpeg;

    StandardImageDecoder decoder(ImageLimits limits) {
        return new StandardImageDecoder(limits, javaJpeg ? JpegDecoding.JAVA : JpegDecoding.AUTO);
    }

    /** The library's defaults, with what was given. */
    RecognizerOptions options() {
        try {
            var options = RecognizerOptions.defaults();
            if (effort != null) {
                options = options.withEffort(effort);
            }
            if (minConfidence != null) {
                options = options.withMinConfidence(minConfidence);
            }
            checkRegions();
            return options.withDetectorModel(detectorModel)
                    .withReaderModel(readerModel)
                    .withRegions(regions)
                    .withFormats(!noFormats);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--min-confidence must be between 0 and 1.", e);
        }
    }

    /** The formats that the recogniser will use; null for none. */
    @Nullable
    PlateGrammar formats() {
        return noFormats ? null : PlateGrammar.shipped().hinted(regions);
    }

    /** What was given, as arguments for another process. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        add(arguments, "--effort", effort);
        add(arguments, "--min-confidence", minConfidence);
        add(arguments, "--detector-model", detectorModel);
        add(arguments, "--reader-model", readerModel);
        add(arguments, "--region", regions.isEmpty() ? null : String.join(",", regions));
        if (noFormats) {
            arguments.add("--no-formats");
        }
        if (javaJpeg) {
            arguments.add("--java-jpeg");
        }
        return arguments;
    }

    private static void add(List<String> arguments, String name, @Nullable Object value) {
        if (value != null) {
            arguments.addAll(List.of(name, value.toString()));
        }
    }

    private void checkRegions() {
        try {
            PlateGrammar.shipped().hinted(regions);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--region: " + e.getMessage(), e);
        }
    }

    private static List<String> efforts() {
        return Arrays.stream(Effort.values())
                .map(effort -> effort.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static final class EffortNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return efforts().iterator();
        }
    }

    static final class EffortConverter implements ITypeConverter<Effort> {
        @Override
        public Effort convert(String name) {
            int index = efforts().indexOf(name.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new TypeConversionException("'" + name + "' is none of " + String.join(", ", efforts()));
            }
            return Effort.values()[index];
        }
    }
}
