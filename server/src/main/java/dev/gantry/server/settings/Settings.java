package dev.gantry.server.settings;

import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.JpegDecoding;
import java.time.Duration;
import java.util.List;

/**
 * Everything that an operator can change, checked. What each part means is told in {@link SettingKeys}.
 *
 * @param recognition models, effort and thresholds
 * @param jpeg what decodes JPEG files
 * @param picture what one picture may cost
 * @param load what the server takes on at the same time
 */
public record Settings(
        String host, int port, RecognizerOptions recognition, JpegDecoding jpeg, ImageLimits picture, Load load) {

    /**
     * How much the server takes on at the same time.
     *
     * @param uploadMemory bytes of all uploads together
     * @param workers pictures that are worked on
     * @param queue pictures that wait for a worker
     * @param timeout longest time that a picture may take, waiting included
     */
    public record Load(long uploadMemory, int workers, int queue, Duration timeout) {}

    /** The settings when nothing is set. */
    public static Settings defaults() {
        return of(new SettingValues(List.of()));
    }

    /**
     * Reads and checks all sources.
     *
     * @throws SettingsException with every problem found
     */
    public static Settings load(SettingsSources sources) {
        return of(sources.values());
    }

    private static Settings of(SettingValues values) {
        var settings = new Settings(
                values.get(SettingKeys.HOST),
                values.get(SettingKeys.PORT),
                RecognizerOptions.defaults()
                        .withDetectorModel(values.get(SettingKeys.DETECTOR).orElse(null))
                        .withReaderModel(values.get(SettingKeys.READER).orElse(null))
                        .withEffort(values.get(SettingKeys.EFFORT))
                        .withMinConfidence(values.get(SettingKeys.MIN_CONFIDENCE))
                        .withMinCharacterConfidence(values.get(SettingKeys.MIN_CHARACTER_CONFIDENCE))
                        .withMinCharacters(values.get(SettingKeys.MIN_CHARACTERS))
                        .withMinPlateHeight(values.get(SettingKeys.MIN_PLATE_HEIGHT))
                        .withThreads(values.get(SettingKeys.THREADS)),
                values.get(SettingKeys.JPEG),
                new ImageLimits(values.get(SettingKeys.MAX_BYTES), values.get(SettingKeys.MAX_PIXELS)),
                new Load(
                        values.get(SettingKeys.UPLOAD_MEMORY),
                        values.get(SettingKeys.WORKERS),
                        values.get(SettingKeys.QUEUE),
                        values.get(SettingKeys.TIMEOUT)));
        values.failOnProblems();
        return settings;
    }
}
