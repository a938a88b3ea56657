package dev.gantry.server.settings;

import dev.gantry.Effort;
import dev.gantry.RecognizerOptions;
import dev.gantry.image.ImageLimits;
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

    private static final ImageLimits PICTURE = ImageLimits.DEFAULT;

    public static final SettingKey<String> HOST = new SettingKey<>(
            "host",
            "127.0.0.1",
            ValueType.text("a host name or address"),
            "Address to listen on. 127.0.0.1 serves this machine alone, 0.0.0.0 the whole network.");

    public static final SettingKey<Integer> PORT = new SettingKey<>(
            "port", "5000", ValueType.wholeNumber(0, 65_535), "Port to listen on; 0 takes any free one.");

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
            "How hard to look for small plates in large pictures: fast looks once, thorough searches every part.");

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

    public static final SettingKey<Integer> THREADS = new SettingKey<>(
            "recognition.threads",
            String.valueOf(RECOGNITION.threads()),
            ValueType.wholeNumber(1, 256),
            "Threads that work on one picture. More make one answer faster and many answers slower.");

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

    public static final List<SettingKey<?>> ALL = List.of(
            HOST,
            PORT,
            DETECTOR,
            READER,
            EFFORT,
            MIN_CONFIDENCE,
            MIN_CHARACTER_CONFIDENCE,
            MIN_CHARACTERS,
            MIN_PLATE_HEIGHT,
            THREADS,
            MAX_BYTES,
            MAX_PIXELS,
            UPLOAD_MEMORY,
            WORKERS,
            QUEUE,
            TIMEOUT,
            DATA_FOLDER,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            HISTORY_PICTURES,
            EVENT_SUBSCRIBERS,
            REDIS_URL,
            REDIS_STREAM_LENGTH);

    /** Which whole pictures are kept. */
    public enum Pictures {
        NONE,
        ALL
    }

    private SettingKeys() {}
}
