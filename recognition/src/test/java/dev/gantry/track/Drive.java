package dev.gantry.track;

import dev.gantry.grammar.PlateGrammar;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Rejection;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tracker that is driven frame by frame, 200 ms each, with reads that a test makes up; a picture is 1000 x 1000. */
final class Drive {

    static final int SIDE = 1000;
    static final Duration STEP = Duration.ofMillis(200);

    private static final PlateGrammar GRAMMAR = PlateGrammar.shipped();
    private static final List<String> ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .codePoints()
            .mapToObj(Character::toString)
            .toList();

    private final PlateTracker tracker;
    private final List<SightingEvent> events = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private Duration time = Duration.ZERO;

    Drive() {
        this(TrackerOptions.defaults());
    }

    Drive(TrackerOptions options) {
        this(options, GRAMMAR);
    }

    Drive(TrackerOptions options, @Nullable PlateGrammar grammar) {
        tracker = new PlateTracker(options, grammar);
    }

    /** A plate 100 px wide and 24 px high with its middle there. */
    static Plate plate(String text, double confidence, double x, double y) {
        return plate(text, confidence, x, y, 100);
    }

    static Plate plate(String text, double confidence, double x, double y, double width) {
        double height = width * 0.24;
        var box = new Box(x - width / 2, y - height / 2, width, height);
        var rows = new ArrayList<double[]>();
        var characters = new ArrayList<ReadCharacter>();
        double each = Math.pow(confidence, 1.0 / Math.max(1, text.length()));
        for (int i = 0; i < text.length(); i++) {
            var row = new double[ALPHABET.size()];
            Arrays.fill(row, (1 - each) / ALPHABET.size());
            row[ALPHABET.indexOf(text.substring(i, i + 1))] = each;
            rows.add(row);
            characters.add(new ReadCharacter(text.substring(i, i + 1), each));
        }
        return new Plate(
                text,
                confidence,
                box,
                Quad.of(box),
                characters,
                List.of(new Candidate(text, confidence)),
                null,
                List.of(),
                List.of(),
                0.8,
                new CharacterLattice(ALPHABET, rows));
    }

    /** The next frame with these plates. */
    Drive frame(Plate... plates) {
        var reads = new ArrayList<PlateRead>();
        for (Plate plate : plates) {
            reads.add(new PlateRead(time, plate, 1));
        }
        take(tracker.track(new FrameReads(time, SIDE, SIDE, reads, List.of())));
        time = time.plus(STEP);
        return this;
    }

    /** So many frames with this plate, which moves by so much in each. */
    Drive frames(int count, Plate first, double dx, double dy) {
        for (int i = 0; i < count; i++) {
            Box box = first.box();
            frame(plate(
                    first.text(),
                    first.confidence(),
                    box.center().x() + i * dx,
                    box.center().y() + i * dy,
                    box.width()));
        }
        return this;
    }

    /** Frames without any plate. */
    Drive empty(Duration length) {
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(STEP)) {
            frame();
        }
        return this;
    }

    /** Frames in which nothing moves. */
    Drive still(Duration length) {
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(STEP)) {
            take(tracker.still(time));
            time = time.plus(STEP);
        }
        return this;
    }

    /** All sightings, after the last frame, in the order in which they were closed. */
    List<Sighting> sightings() {
        take(tracker.finish());
        return events.stream()
                .filter(event -> event.kind() == Kind.CLOSED)
                .map(SightingEvent::sighting)
                .toList();
    }

    List<String> texts() {
        return sightings().stream().map(Sighting::text).toList();
    }

    private void take(Tracking tracking) {
        events.addAll(tracking.events());
        rejected.addAll(tracking.rejected());
    }

    List<SightingEvent> events() {
        return events;
    }

    List<Kind> kinds() {
        return events.stream().map(SightingEvent::kind).toList();
    }

    List<Rejection.Reason> reasons() {
        return rejected.stream().map(Rejection::reason).distinct().toList();
    }

    long count(Rejection.Reason reason) {
        return rejected.stream().filter(one -> one.reason() == reason).count();
    }

    PlateTracker tracker() {
        return tracker;
    }
}
