package dev.gantry.server.settings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Effort;
import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.JpegDecoding;
import dev.gantry.server.fetch.Network;
import dev.gantry.server.store.Flush;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one table of everything that can be set. {@code docs/configuration.md} is checked against it. */
public final class SettingKeys {

    private static final RecognizerOptions RECOGNITION = RecognizerOptions.defaults();

    private static final long MEBIBYTE = 1 << 20;

    /** A hundred years. */
    private static final int MOST_DAYS = 36_500;

    private static final long MOST_READS = 1_000_000_000_000L;

    /** Four thousand looks at one picture are a quarter of an hour's work. */
    private static final int MOST_CELLS_IN_A_ROW = 64;

    private static final ImageLimits PICTURE = ImageLimits.DEFAULT;

    public static final SettingKey<String> HOST = new SettingKey<>(
            "host",
            "127.0.0.1",
            ValueType.text("a host name or address"),
            "Address to listen on. 127.0.0.1 serves this machine alone, 0.0.0.0 the whole network.");

    public static final SettingKey<Integer> PORT = new SettingKey<>(
            "port", "5000", ValueType.wholeNumber(0, 65_535), "Port to listen on; 0 takes any free one.");

    public static final SettingKey<List<Integer>> ALSO_LISTEN_ON = new SettingKey<>(
            "alsoListenOn",
            "",
            ValueType.wholeNumbers(1, 65_535),
            "More ports that serve the same, for clients that cannot be told another one.");

    public static final SettingKey<Optional<Path>> DETECTOR = new SettingKey<>(
            "models.detector",
            "",
            ValueType.optionalPath("a path to a model card (.json) or model (.onnx)"),
            "Plate detector to use instead of the shipped one.");

    public static final SettingKey<Optional<Path>> READER = new SettingKey<>(
            "models.reader",
            "",
            ValueType.optionalPath("a path to a model card (.json) or model (.onnx)"),
            "Plate reader to use instead of the shipped one.");

    public static final SettingKey<Effort> EFFORT = new SettingKey<>(
            "recognition.effort",
            RECOGNITION.effort().name().toLowerCase(Locale.ROOT),
            ValueType.choice(Effort.class),
            "How hard to look for small plates in large pictures: fast searches no part, thorough every one.");

    public static final SettingKey<Double> MIN_CONFIDENCE = new SettingKey<>(
            "recognition.minConfidence",
            String.valueOf(RECOGNITION.minConfidence()),
            ValueType.share(),
            "Plates whose whole text is less probable are listed as rejected.");

    public static final SettingKey<Double> MIN_CHARACTER_CONFIDENCE = new SettingKey<>(
            "recognition.minCharacterConfidence",
            String.valueOf(RECOGNITION.minCharacterConfidence()),
            ValueType.share(),
            "Plates whose least certain character is less probable are listed as rejected.");

    public static final SettingKey<Integer> MIN_CHARACTERS = new SettingKey<>(
            "recognition.minCharacters",
            String.valueOf(RECOGNITION.minCharacters()),
            ValueType.wholeNumber(1, 16),
            "Shorter texts are listed as rejected.");

    public static final SettingKey<Double> MIN_PLATE_HEIGHT = new SettingKey<>(
            "recognition.minPlateHeight",
            String.valueOf(RECOGNITION.minPlateHeight()),
            ValueType.number(0, 1_000),
            "Plates of fewer pixels from top to bottom are listed as rejected.");

    public static final SettingKey<Boolean> FORMATS = new SettingKey<>(
            "recognition.formats",
            String.valueOf(RECOGNITION.formats()),
            ValueType.flag(),
            "Whether the plate formats of countries settle what a picture leaves open and tell the region.");

    public static final SettingKey<List<String>> REGIONS = new SettingKey<>(
            "recognition.regions",
            "",
            ValueType.regions(),
            "Where plates are likely from when a request does not tell; empty for anywhere.");

    public static final SettingKey<Integer> THREADS = new SettingKey<>(
            "recognition.threads",
            String.valueOf(RECOGNITION.threads()),
            ValueType.wholeNumber(1, 256),
            "Threads that work on one picture. More make one answer faster and many answers slower.");

    public static final SettingKey<JpegDecoding> JPEG = new SettingKey<>(
            "recognition.jpeg",
            "auto",
            ValueType.choice(JpegDecoding.class),
            "What decodes JPEG files: auto takes the machine's libjpeg-turbo when it has it, java never does.");

    public static final SettingKey<Long> MAX_BYTES = new SettingKey<>(
            "limits.maxBytes",
            PICTURE.maxBytes() / MEBIBYTE + "MiB",
            ValueType.bytes("1KiB", "1GiB"),
            "Largest picture file that is accepted.");

    public static final SettingKey<Long> MAX_PIXELS = new SettingKey<>(
            "limits.maxPixels",
            String.valueOf(PICTURE.maxPixels()),
            ValueType.count(1_000, 500_000_000),
            "Largest picture that is decoded, width times height.");

    public static final SettingKey<Long> UPLOAD_MEMORY = new SettingKey<>(
            "limits.uploadMemory",
            "256MiB",
            ValueType.bytes("1MiB", "64GiB"),
            "Memory for all uploads that are being received or are waiting; more are told to come back later.");

    public static final SettingKey<Integer> WORKERS = new SettingKey<>(
            "limits.workers",
            "auto",
            ValueType.wholeNumberOrAuto(1, 1_024, Runtime.getRuntime().availableProcessors()),
            "Pictures that are worked on at the same time; auto is the number of processor cores.");

    public static final SettingKey<Integer> QUEUE = new SettingKey<>(
            "limits.queue",
            "64",
            ValueType.wholeNumber(0, 100_000),
            "Pictures that may wait for a worker; more are told to come back later.");

    public static final SettingKey<Duration> TIMEOUT = new SettingKey<>(
            "limits.timeout",
            "30s",
            ValueType.duration("100ms", "60m"),
            "Longest time that a picture may take, waiting included.");

    public static final SettingKey<Path> DATA_FOLDER = new SettingKey<>(
            "data.folder",
            "gantry-data",
            ValueType.path("a path to a folder"),
            "Where the history is kept; made when it is not there.");

    public static final SettingKey<Optional<String>> DATABASE_URL = new SettingKey<>(
            "database.url",
            "",
            ValueType.optionalText("a JDBC address such as jdbc:postgresql://host/gantry", "jdbc:postgresql:"),
            "PostgreSQL database for the history; without it, SQLite in the data folder.");

    public static final SettingKey<String> DATABASE_USER =
            new SettingKey<>("database.user", "gantry", ValueType.text("a name"), "User of that database.");

    public static final SettingKey<String> DATABASE_PASSWORD =
            new SettingKey<>("database.password", "", ValueType.anyText(), "Password of that user.");

    public static final SettingKey<Pictures> HISTORY_PICTURES = new SettingKey<>(
            "history.pictures",
            "none",
            ValueType.choice(Pictures.class),
            "Whether whole pictures are kept beside the plates' strips.");

    public static final SettingKey<Optional<Integer>> HISTORY_DAYS = new SettingKey<>(
            "history.days",
            "unlimited",
            ValueType.orUnlimited(ValueType.wholeNumber(1, MOST_DAYS)),
            "Reads that are older than so many days are forgotten, with their pictures.");

    public static final SettingKey<Optional<Long>> HISTORY_READS = new SettingKey<>(
            "history.reads",
            "unlimited",
            ValueType.orUnlimited(ValueType.count(1, MOST_READS)),
            "When there are more reads, the oldest are forgotten.");

    public static final SettingKey<Optional<Long>> HISTORY_BYTES = new SettingKey<>(
            "history.bytes",
            "unlimited",
            ValueType.orUnlimited(ValueType.bytes("1MiB", "1000000GiB")),
            "When strips and pictures take more, the oldest reads are forgotten.");

    public static final SettingKey<Optional<Integer>> HISTORY_HIT_DAYS = new SettingKey<>(
            "history.hitDays",
            "unlimited",
            ValueType.orUnlimited(ValueType.wholeNumber(1, MOST_DAYS)),
            "Reads that a list has an entry for are forgotten only after so many days; the other limits never take them.");

    public static final SettingKey<Optional<Integer>> HISTORY_EVENT_DAYS = new SettingKey<>(
            "history.eventDays",
            "30",
            ValueType.orUnlimited(ValueType.wholeNumber(1, MOST_DAYS)),
            "Entries of the event log that are older than so many days are dropped; whoever was away for longer misses them.");

    public static final SettingKey<Flush> HISTORY_FLUSH = new SettingKey<>(
            "history.flush",
            "second",
            ValueType.choice(Flush.class),
            "When reads are forced to the disk: once a second, or at each commit, before anybody is told of them.");

    public static final SettingKey<Boolean> FETCH = new SettingKey<>(
            "fetch.enabled",
            "false",
            ValueType.flag(),
            "Whether clients may send a picture's address (upload_url, image_url) for the server to get it from there.");

    public static final SettingKey<List<Network>> FETCH_ALLOWED = new SettingKey<>(
            "fetch.allow",
            "",
            ValueType.networks(),
            "Networks that pictures may be got from although they are not public, such as those of one's own cameras.");

    public static final SettingKey<Duration> FETCH_TIMEOUT = new SettingKey<>(
            "fetch.timeout",
            "10s",
            ValueType.duration("100ms", "5m"),
            "Longest time for getting a picture from its address.");

    public static final SettingKey<Integer> GRID = new SettingKey<>(
            "codeproject.gridSize",
            "4",
            ValueType.wholeNumber(0, MOST_CELLS_IN_A_ROW),
            "Cells in a row for the second look of /v1/vision/alpr when a request has no grid_size; 0 for none.");

    public static final SettingKey<Integer> MOST_GRID = new SettingKey<>(
            "codeproject.maxGridSize",
            "16",
            ValueType.wholeNumber(1, MOST_CELLS_IN_A_ROW),
            "Largest grid_size that a request may have; its square is the number of looks at one picture.");

    public static final SettingKey<Double> GRID_OVERLAP = new SettingKey<>(
            "codeproject.gridOverlap",
            "0.2",
            ValueType.share(),
            "Share of a cell that it has in common with each neighbour, so that plates on borders are not lost.");

    public static final SettingKey<Boolean> FLASK_ALPR_QUOTES = new SettingKey<>(
            "flaskalpr.quotes",
            "false",
            ValueType.flag(),
            "Whether /upload-camera-image tells the plate between single quotes, as the original's program does.");

    public static final SettingKey<Optional<Path>> VRPDR_DEBUG_FOLDER = new SettingKey<>(
            "vrpdr.debugFolder",
            "",
            ValueType.optionalPath("a path to a folder"),
            "Where POST / leaves its last picture with the plates drawn in, and each plate; empty for nowhere.");

    public static final SettingKey<String> PLATE_RECOGNIZER_TOKEN = new SettingKey<>(
            "platerecognizer.token",
            "",
            ValueType.anyText(),
            "Token that clients of /v1/plate-reader must send; without one any is accepted.");

    public static final SettingKey<String> OPENALPR_SECRET_KEY = new SettingKey<>(
            "openalpr.secretKey",
            "",
            ValueType.anyText(),
            "The secret_key that clients of /v2/recognize must send; without one any is accepted.");

    public static final SettingKey<Integer> EVENT_SUBSCRIBERS = new SettingKey<>(
            "events.subscribers",
            "2000",
            ValueType.wholeNumber(1, 100_000),
            "Clients that may listen to events at the same time; more are told to come back later.");

    public static final SettingKey<Optional<URI>> REDIS_URL = new SettingKey<>(
            "redis.url",
            "",
            ValueType.optionalUri(
                    "an address such as redis://user:password@host:6379/0, or rediss:// for TLS", "redis", "rediss"),
            "Redis server that shares the reads with other nodes and programs; without it, this node is alone.");

    public static final SettingKey<Integer> REDIS_STREAM_LENGTH = new SettingKey<>(
            "redis.streamLength",
            "10000",
            ValueType.wholeNumber(1, 10_000_000),
            "About how many of the latest reads Redis keeps.");

    public static final SettingKey<List<JsonNode>> CAMERAS = new SettingKey<>(
            "cameras",
            "",
            ValueType.objects("a list of cameras, as [cameras](cameras.md) tells"),
            "Cameras that are watched, beside those that are set up through the API.");

    public static final SettingKey<Optional<String>> FFMPEG = new SettingKey<>(
            "video.ffmpeg",
            "",
            ValueType.optionalText("a program", ""),
            "Another ffmpeg to decode video with than the one that comes along, or the one on the PATH.");

    public static final SettingKey<Double> VIDEO_CPU_SHARE = new SettingKey<>(
            "video.cpuShare",
            "0.5",
            ValueType.shareAboveZero(),
            "The part of the processors' time that looking for plates in all cameras' pictures may take together.");

    public static final SettingKey<Integer> VIDEO_VIEWERS = new SettingKey<>(
            "video.viewers",
            "16",
            ValueType.wholeNumber(1, 1_000),
            "Clients that may watch cameras' live pictures at the same time.");

    public static final SettingKey<Pictures> VIDEO_PICTURES = new SettingKey<>(
            "video.pictures",
            "all",
            ValueType.choice(Pictures.class),
            "Whether the frame that a sighting's text came from is kept beside the plate's strip.");

    public static final SettingKey<Integer> VIDEO_RAW_STRIPS = new SettingKey<>(
            "video.rawStrips",
            "24",
            ValueType.wholeNumber(0, 48),
            "Most small pictures of the plate, of about 2 KB, that are kept of a sighting's frames beside the best one.");

    public static final SettingKey<List<Path>> VIDEO_FOLDERS = new SettingKey<>(
            "video.folders",
            "",
            ValueType.paths("paths between commas"),
            "Where files and folders may be that cameras of the API name; cameras of the configuration may name any.");

    public static final SettingKey<Boolean> VIDEO_STORED = new SettingKey<>(
            "video.stored",
            "true",
            ValueType.flag(),
            "Whether this node watches the cameras that were set up through the API. Of nodes that share a database one should.");

    public static final List<SettingKey<?>> ALL = List.of(
            HOST,
            PORT,
            ALSO_LISTEN_ON,
            DETECTOR,
            READER,
            EFFORT,
            MIN_CONFIDENCE,
            MIN_CHARACTER_CONFIDENCE,
            MIN_CHARACTERS,
            MIN_PLATE_HEIGHT,
            FORMATS,
            REGIONS,
            THREADS,
            JPEG,
            MAX_BYTES,
            MAX_PIXELS,
            UPLOAD_MEMORY,
            WORKERS,
            QUEUE,
            TIMEOUT,
            EVENT_SUBSCRIBERS,
            REDIS_URL,
            REDIS_STREAM_LENGTH,
            FETCH,
            FETCH_ALLOWED,
            FETCH_TIMEOUT,
            GRID,
            MOST_GRID,
            GRID_OVERLAP,
            FLASK_ALPR_QUOTES,
            VRPDR_DEBUG_FOLDER,
            PLATE_RECOGNIZER_TOKEN,
            OPENALPR_SECRET_KEY,
            DATA_FOLDER,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            HISTORY_PICTURES,
            HISTORY_DAYS,
            HISTORY_READS,
            HISTORY_BYTES,
            HISTORY_HIT_DAYS,
            HISTORY_EVENT_DAYS,
            HISTORY_FLUSH,
            CAMERAS,
            FFMPEG,
            VIDEO_CPU_SHARE,
            VIDEO_VIEWERS,
            VIDEO_PICTURES,
            VIDEO_RAW_STRIPS,
            VIDEO_FOLDERS,
            VIDEO_STORED);

    /** Which whole pictures are kept. */
    public enum Pictures {
        NONE,
        ALL
    }

    private SettingKeys() {}
}
