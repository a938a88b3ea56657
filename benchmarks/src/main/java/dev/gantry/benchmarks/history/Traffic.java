package dev.gantry.benchmarks.history;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Quad;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.ReadUid;
import dev.gantry.server.history.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What passes a year of cameras: a fifth as many plates as reads, some of which come every day and most of which once or
 * twice, from several countries, at cameras that differ much in traffic.
 */
final class Traffic {

    static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    static final Duration LENGTH = Duration.ofDays(365);

    static final int CAMERAS = 24;

    private static final int READS_PER_PLATE = 5;

    /** Letters are A, digits 9; the more likely come first. */
    private static final List<Format> FORMATS = List.of(
            new Format("de", "AAAA999"),
            new Format("de", "AAA9999"),
            new Format("gb", "AA99AAA"),
            new Format("fr", "AA999AA"),
            new Format("us-ca", "9AAA999"),
            new Format("us-tx", "AAA9999"),
            new Format("nl", "AA999A"),
            new Format("pl", "AA99999"),
            new Format("mt", "AAA999"));

    private static final List<String> DIALECTS =
            List.of("camera", "gantry", "codeproject", "openalpr", "platerecognizer", "flaskalpr");

    private final long reads;
    private final long plates;
    private final SplittableRandom random;

    private record Format(String region, String pattern) {}

    Traffic(long reads, long seed) {
        this.reads = reads;
        this.plates = Math.max(1, reads / READS_PER_PLATE);
        this.random = new SplittableRandom(seed);
    }

    /** The read with the given number, evenly over the time. */
    NewRead read(long number) {
        long millis = LENGTH.toMillis() * number / reads + random.nextInt(1_000);
        long plate = somePlate();
        String text = plate(plate);
        int camera = someCamera();
        double confidence = 1 - Math.pow(random.nextDouble(), 4) / 2;
        var box = new Box(random.nextInt(1_800), random.nextInt(1_000), 120, 30);
        Instant time = START.plusMillis(millis);
        return new NewRead(
                ReadUid.of(time),
                time,
                text,
                confidence,
                format(plate).region(),
                box,
                Quad.of(box),
                List.of(new Candidate(text, confidence), new Candidate(text.replace('0', 'O'), 1 - confidence)),
                new Source(dialect(camera), "192.0.2." + camera, camera(camera)),
                null,
                "0123456789abcdef+0123456789abcdef",
                Evidence.NONE);
    }

    /** A plate that is there, most likely. */
    String someText() {
        return plate(somePlate());
    }

    String someCameraName() {
        return camera(someCamera());
    }

    /** A region, each as likely as any. */
    String someRegion() {
        return FORMATS.get(random.nextInt(FORMATS.size())).region();
    }

    String someDialect() {
        return DIALECTS.get(random.nextInt(DIALECTS.size()));
    }

    Instant someTime() {
        return START.plusMillis(random.nextLong(LENGTH.toMillis()));
    }

    /** The cube of a uniform number: a hundredth of the plates make a fifth of the reads. */
    private long somePlate() {
        return (long) (plates * Math.pow(random.nextDouble(), 3));
    }

    private int someCamera() {
        return (int) (CAMERAS * Math.pow(random.nextDouble(), 2));
    }

    private static String camera(int camera) {
        return "camera-" + camera;
    }

    private static String dialect(int camera) {
        return DIALECTS.get(camera % DIALECTS.size());
    }

    private static Format format(long plate) {
        double share = new SplittableRandom(plate).nextDouble();
        return FORMATS.get((int) (FORMATS.size() * share * share));
    }

    private static String plate(long plate) {
        var characters = new SplittableRandom(plate);
        characters.nextDouble();
        var text = new StringBuilder();
        format(plate)
                .pattern()
                .chars()
                .forEach(c ->
                        text.append((char) (c == 'A' ? 'A' + characters.nextInt(26) : '0' + characters.nextInt(10))));
        return text.toString();
    }
}
