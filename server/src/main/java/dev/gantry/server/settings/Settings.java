package dev.gantry.server.settings;

import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageLimits;
import dev.gantry.server.event.redis.RedisOptions;
import dev.gantry.server.store.StoreOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an operator can change, checked. What each part means is told in {@link SettingKeys}.
 *
 * @param recognition models, effort and thresholds
 * @param picture what one picture may cost
 * @param load what the server takes on at the same time
 * @param data what is kept, and where
 * @param events who is told of what happens
 */
public record Settings(
        String host,
        int port,
        RecognizerOptions recognition,
        ImageLimits picture,
        Load load,
        Data data,
        Events events) {

    /**
     * How much the server takes on at the same time.
     *
     * @param uploadMemory bytes of all uploads together
     * @param workers pictures that are worked on
     * @param queue pictures that wait for a worker
     * @param timeout longest time that a picture may take, waiting included
     */
    public record Load(long uploadMemory, int workers, int queue, Duration timeout) {}

    /**
     * What is kept, and where.
     *
     * @param keepPictures whether whole pictures are kept beside the plates' strips
     */
    public record Data(StoreOptions store, boolean keepPictures) {}

    /**
     * Who is told of what happens.
     *
     * @param subscribers clients that may listen to events at the same time
     * @param redis where events are shared with other nodes and programs; empty when they are not
     */
    public record Events(int subscribers, Optional<RedisOptions> redis) {}

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
                new ImageLimits(values.get(SettingKeys.MAX_BYTES), values.get(SettingKeys.MAX_PIXELS)),
                new Load(
                        values.get(SettingKeys.UPLOAD_MEMORY),
                        values.get(SettingKeys.WORKERS),
                        values.get(SettingKeys.QUEUE),
                        values.get(SettingKeys.TIMEOUT)),
                new Data(
                        new StoreOptions(
                                values.get(SettingKeys.DATA_FOLDER),
                                values.get(SettingKeys.DATABASE_URL),
                                values.get(SettingKeys.DATABASE_USER),
                                values.get(SettingKeys.DATABASE_PASSWORD)),
                        values.get(SettingKeys.HISTORY_PICTURES) == SettingKeys.Pictures.ALL),
                new Events(
                        values.get(SettingKeys.EVENT_SUBSCRIBERS),
                        redis(values.get(SettingKeys.REDIS_URL), values.get(SettingKeys.REDIS_STREAM_LENGTH))));
        values.failOnProblems();
        return settings;
    }

    private static Optional<RedisOptions> redis(Optional<URI> url, int streamLength) {
        return url.map(address -> new RedisOptions(address, streamLength));
    }
}
