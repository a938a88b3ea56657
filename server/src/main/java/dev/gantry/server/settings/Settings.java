package dev.gantry.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that an operator can change, checked. What each part means is told in {@link SettingKeys}. */
public record Settings(String host, int port, Models models, Recognition recognition, Limits limits) {

    /** Models other than the shipped ones. */
    public record Models(Optional<Path> detector, Optional<Path> reader) {}

    /** How pictures are read. */
    public record Recognition(Effort effort, double minConfidence, int threads) {}

    /**
     * What the server takes on.
     *
     * @param maxBytes bytes of one picture file
     * @param maxPixels pixels of one picture
     * @param uploadMemory bytes of all uploads together
     */
    public record Limits(
            long maxBytes, long maxPixels, long uploadMemory, int workers, int queue, Duration timeout) {}

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

    static Settings of(SettingValues values) {
        Settings settings = new Settings(
                values.get(SettingKeys.HOST),
                values.get(SettingKeys.PORT),
                new Models(values.get(SettingKeys.DETECTOR), values.get(SettingKeys.READER)),
                new Recognition(
                        values.get(SettingKeys.EFFORT),
                        values.get(SettingKeys.MIN_CONFIDENCE),
                        values.get(SettingKeys.THREADS)),
                new Limits(
                        values.get(SettingKeys.MAX_BYTES),
                        values.get(SettingKeys.MAX_PIXELS),
                        values.get(SettingKeys.UPLOAD_MEMORY),
                        values.get(SettingKeys.WORKERS),
                        values.get(SettingKeys.QUEUE),
                        values.get(SettingKeys.TIMEOUT)));
        values.failOnProblems();
        return settings;
    }
}
