package dev.gantry;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How plates are looked for and what is believed. Start with {@link #defaults()} and change what differs:
 *
 * {@snippet :
 * var options = RecognizerOptions.defaults().withEffort(Effort.THOROUGH).withMinConfidence(0.6);
 * }
 *
 * @param detectorModel an ONNX detector whose card lies beside it (same name, .json) or that card; null for the shipped one
 * @param readerModel an ONNX reader whose card lies beside it, or that card; null for the shipped one
 * @param effort time that a picture may cost when its plates are small
 * @param minDetectionScore candidates below it are not even read, those not far above it must be read surely to be
 *     believed, 0 to 1; null for the threshold in the detector's card
 * @param minConfidence least probability that the whole text is right, 0 to 1
 * @param minCharacterConfidence least probability of the least certain character, 0 to 1
 * @param minCharacters least number of characters, 1 or more
 * @param minPlateHeight least height of a plate in the picture, px, 0 or more
 * @param maxPlates most candidates of one picture that are read, the most likely first, 1 or more
 * @param formats whether the plate formats of countries settle what the picture leaves open and tell the region
 * @param regions where plates are likely from, such as {@code gb} or {@code us-ca}, which sharpens the formats; may be empty
 * @param threads threads that one call may use inside the models, 1 or more; many calls may run at once anyhow
 */
public record RecognizerOptions(
        @Nullable Path detectorModel,
        @Nullable Path readerModel,
        Effort effort,
        @Nullable Double minDetectionScore,
        double minConfidence,
        double minCharacterConfidence,
        int minCharacters,
        double minPlateHeight,
        int maxPlates,
        boolean formats,
        List<String> regions,
        int threads) {

    /** A plate with one character that nobody can read is still a plate, and its confidence says so. */
    private static final double MIN_CHARACTER_CONFIDENCE = 0.1;

    /** A plate may have two (F1, V8); one alone is mostly a house's number or a badge. */
    private static final int MIN_CHARACTERS = 2;

    /** Where nothing is known of the text, there is none to tell. */
    private static final double MIN_CONFIDENCE = 0.02;

    /** Fewer pixels hold no strokes. */
    private static final double MIN_PLATE_HEIGHT = 8;

    /** A full car park; more are noise, and reading them would take time without bound. */
    private static final int MAX_PLATES = 64;

    private static final RecognizerOptions DEFAULTS = new RecognizerOptions(
            null,
            null,
            Effort.BALANCED,
            null,
            MIN_CONFIDENCE,
            MIN_CHARACTER_CONFIDENCE,
            MIN_CHARACTERS,
            MIN_PLATE_HEIGHT,
            MAX_PLATES,
            true,
            List.of(),
            1);

    public RecognizerOptions {
        Objects.requireNonNull(effort, "effort");
        regions = List.copyOf(regions);
        if (minDetectionScore != null) {
            share("minDetectionScore", minDetectionScore);
        }
        share("minConfidence", minConfidence);
        share("minCharacterConfidence", minCharacterConfidence);
        atLeast("minCharacters", minCharacters, 1);
        atLeast("minPlateHeight", minPlateHeight, 0);
        atLeast("maxPlates", maxPlates, 1);
        atLeast("threads", threads, 1);
    }

    /** The shipped models, balanced effort, one thread for each call. */
    public static RecognizerOptions defaults() {
        return DEFAULTS;
    }

    public RecognizerOptions withDetectorModel(@Nullable Path value) {
        return with(changed -> changed.detectorModel = value);
    }

    public RecognizerOptions withReaderModel(@Nullable Path value) {
        return with(changed -> changed.readerModel = value);
    }

    public RecognizerOptions withEffort(Effort value) {
        return with(changed -> changed.effort = value);
    }

    public RecognizerOptions withMinDetectionScore(@Nullable Double value) {
        return with(changed -> changed.minDetectionScore = value);
    }

    public RecognizerOptions withMinConfidence(double value) {
        return with(changed -> changed.minConfidence = value);
    }

    public RecognizerOptions withMinCharacterConfidence(double value) {
        return with(changed -> changed.minCharacterConfidence = value);
    }

    public RecognizerOptions withMinCharacters(int value) {
        return with(changed -> changed.minCharacters = value);
    }

    public RecognizerOptions withMinPlateHeight(double value) {
        return with(changed -> changed.minPlateHeight = value);
    }

    public RecognizerOptions withMaxPlates(int value) {
        return with(changed -> changed.maxPlates = value);
    }

    public RecognizerOptions withFormats(boolean value) {
        return with(changed -> changed.formats = value);
    }

    public RecognizerOptions withRegions(List<String> value) {
        return with(changed -> changed.regions = value);
    }

    public RecognizerOptions withThreads(int value) {
        return with(changed -> changed.threads = value);
    }

    private RecognizerOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be between 0 and 1");
        }
    }

    private static void atLeast(String name, double value, int least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + least + " or more");
        }
    }

    /** The options while one of them is being changed: each is named, so that none can take another's place. */
    private static final class Draft {
        private @Nullable Path detectorModel;
        private @Nullable Path readerModel;
        private Effort effort;
        private @Nullable Double minDetectionScore;
        private double minConfidence;
        private double minCharacterConfidence;
        private int minCharacters;
        private double minPlateHeight;
        private int maxPlates;
        private boolean formats;
        private List<String> regions;
        private int threads;

        Draft(RecognizerOptions from) {
            detectorModel = from.detectorModel;
            readerModel = from.readerModel;
            effort = from.effort;
            minDetectionScore = from.minDetectionScore;
            minConfidence = from.minConfidence;
            minCharacterConfidence = from.minCharacterConfidence;
            minCharacters = from.minCharacters;
            minPlateHeight = from.minPlateHeight;
            maxPlates = from.maxPlates;
            formats = from.formats;
            regions = from.regions;
            threads = from.threads;
        }

        RecognizerOptions options() {
            return new RecognizerOptions(
                    detectorModel,
                    readerModel,
                    effort,
                    minDetectionScore,
                    minConfidence,
                    minCharacterConfidence,
                    minCharacters,
                    minPlateHeight,
                    maxPlates,
                    formats,
                    regions,
                    threads);
        }
    }
}
