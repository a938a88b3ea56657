package dev.gantry.server.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.RecognizerOptions;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.JpegDecoding;
import dev.gantry.server.camera.managed.CameraDefinition;
import dev.gantry.server.camera.managed.CameraOptions;
import dev.gantry.server.camera.managed.DefinitionException;
import dev.gantry.server.camera.managed.DefinitionFormat;
import dev.gantry.server.event.redis.RedisOptions;
import dev.gantry.server.fetch.FetchSettings;
import dev.gantry.server.store.Retention;
import dev.gantry.server.store.StoreOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that an operator can change, checked. What each part means is told in {@link SettingKeys}.
 *
 * @param recognition models, effort and thresholds
 * @param jpeg what decodes JPEG files
 * @param picture what one picture may cost
 * @param load what the server takes on at the same time
 * @param data what is kept, and where
 * @param events who is told of what happens
 * @param fetch whether and where pictures are got from their addresses
 * @param dialects what is particular to one interface
 * @param cameras which cameras are watched, and at what cost
 */
public record Settings(
        String host,
        int port,
        List<Integer> alsoListenOn,
        RecognizerOptions recognition,
        JpegDecoding jpeg,
        ImageLimits picture,
        Load load,
        Data data,
        Events events,
        FetchSettings fetch,
        Dialects dialects,
        CameraOptions cameras) {

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
     * What is particular to one interface.
     *
     * @param gridSide cells in a row when a request does not tell, 0 for none
     * @param gridMostSide most cells in a row that a request may ask for
     * @param gridOverlap share of a cell that it has in common with each neighbour
     * @param flaskAlprQuotes whether plates are told between quotes
     * @param vrpdrDebugFolder where the last picture is left; empty for nowhere
     * @param plateRecognizerToken empty for none
     * @param openAlprSecretKey empty for none
     */
    public record Dialects(
            int gridSide,
            int gridMostSide,
            double gridOverlap,
            boolean flaskAlprQuotes,
            Optional<Path> vrpdrDebugFolder,
            String plateRecognizerToken,
            String openAlprSecretKey) {}

    /**
     * Who is told of what happens.
     *
     * @param subscribers clients that may listen to events at the same time
     * @param redis where events are shared with other nodes and programs; empty when they are not
     */
    public record Events(int subscribers, Optional<RedisOptions> redis) {}

    /** All ports to listen on, each once, the main one first. */
    public List<Integer> ports() {
        return Stream.concat(Stream.of(port), alsoListenOn.stream()).distinct().toList();
    }

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
                values.get(SettingKeys.ALSO_LISTEN_ON),
                RecognizerOptions.defaults()
                        .withDetectorModel(values.get(SettingKeys.DETECTOR).orElse(null))
                        .withReaderModel(values.get(SettingKeys.READER).orElse(null))
                        .withEffort(values.get(SettingKeys.EFFORT))
                        .withMinConfidence(values.get(SettingKeys.MIN_CONFIDENCE))
                        .withMinCharacterConfidence(values.get(SettingKeys.MIN_CHARACTER_CONFIDENCE))
                        .withMinCharacters(values.get(SettingKeys.MIN_CHARACTERS))
                        .withMinPlateHeight(values.get(SettingKeys.MIN_PLATE_HEIGHT))
                        .withFormats(values.get(SettingKeys.FORMATS))
                        .withRegions(values.get(SettingKeys.REGIONS))
                        .withThreads(values.get(SettingKeys.THREADS)),
                values.get(SettingKeys.JPEG),
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
                                values.get(SettingKeys.DATABASE_PASSWORD),
                                retention(values),
                                values.get(SettingKeys.HISTORY_FLUSH)),
                        values.get(SettingKeys.HISTORY_PICTURES) == SettingKeys.Pictures.ALL),
                new Events(
                        values.get(SettingKeys.EVENT_SUBSCRIBERS),
                        redis(values.get(SettingKeys.REDIS_URL), values.get(SettingKeys.REDIS_STREAM_LENGTH))),
                new FetchSettings(
                        values.get(SettingKeys.FETCH),
                        values.get(SettingKeys.FETCH_ALLOWED),
                        values.get(SettingKeys.FETCH_TIMEOUT)),
                new Dialects(
                        values.get(SettingKeys.GRID),
                        values.get(SettingKeys.MOST_GRID),
                        values.get(SettingKeys.GRID_OVERLAP),
                        values.get(SettingKeys.FLASK_ALPR_QUOTES),
                        values.get(SettingKeys.VRPDR_DEBUG_FOLDER),
                        values.get(SettingKeys.PLATE_RECOGNIZER_TOKEN),
                        values.get(SettingKeys.OPENALPR_SECRET_KEY)),
                new CameraOptions(
                        cameras(values),
                        values.get(SettingKeys.FFMPEG).orElse(null),
                        values.get(SettingKeys.VIDEO_CPU_SHARE),
                        values.get(SettingKeys.VIDEO_VIEWERS),
                        values.get(SettingKeys.VIDEO_PICTURES) == SettingKeys.Pictures.ALL,
                        values.get(SettingKeys.VIDEO_RAW_STRIPS),
                        values.get(SettingKeys.VIDEO_FOLDERS),
                        values.get(SettingKeys.VIDEO_STORED)));
        values.failOnProblems();
        return settings;
    }

    private static List<CameraDefinition> cameras(SettingValues values) {
        var format = new DefinitionFormat(Set.copyOf(PlateGrammar.shipped().regions()));
        var cameras = new LinkedHashMap<String, CameraDefinition>();
        List<JsonNode> written = values.get(SettingKeys.CAMERAS);
        for (int i = 0; i < written.size(); i++) {
            try {
                CameraDefinition camera = format.read(written.get(i));
                if (cameras.put(camera.id(), camera) != null) {
                    values.problem("'cameras' has two of the id '%s'.".formatted(camera.id()));
                }
            } catch (DefinitionException e) {
                values.problem("'cameras', number %d: %s".formatted(i + 1, e.getMessage()));
            }
        }
        return List.copyOf(cameras.values());
    }

    private static Optional<RedisOptions> redis(Optional<URI> url, int streamLength) {
        return url.map(address -> new RedisOptions(address, streamLength));
    }

    private static Retention retention(SettingValues values) {
        return new Retention(
                values.get(SettingKeys.HISTORY_DAYS).map(Duration::ofDays),
                values.get(SettingKeys.HISTORY_READS),
                values.get(SettingKeys.HISTORY_BYTES),
                values.get(SettingKeys.HISTORY_HIT_DAYS).map(Duration::ofDays),
                values.get(SettingKeys.HISTORY_EVENT_DAYS).map(Duration::ofDays));
    }
}
