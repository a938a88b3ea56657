package dev.gantry.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Recognition;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.SightingEvent;
import dev.gantry.track.TrackerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VideoRecognizerTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final Duration STEP = Duration.ofMillis(200);

    /** Frames of the given brightness, then perhaps a failure. */
    private record Scripted(List<Integer> brightness, boolean breaks, int[] at) implements FrameSource {
        Scripted(List<Integer> brightness, boolean breaks) {
            this(brightness, breaks, new int[1]);
        }

        @Override
        public @Nullable Frame next() throws VideoException {
            int number = at[0]++;
            if (number < brightness.size()) {
                return new Frame(STEP.multipliedBy(number), TestClips.gray(WIDTH, HEIGHT, brightness.get(number)));
            }
            if (breaks) {
                throw new VideoException(VideoException.Code.BROKEN, "broken");
            }
            return null;
        }

        @Override
        public void close() {}
    }

    private final List<SightingEvent> events = new ArrayList<>();

    @Test
    void givesTheSameSightingsWithAnyNumberOfThreads() throws Exception {
        run(brightness(), 0, VideoRecognizerTest::slowly);
        var one = List.copyOf(events);
        events.clear();
        var summary = run(brightness(), 4, VideoRecognizerTest::slowly);

        assertThat(one).isNotEmpty();
        assertThat(events).isEqualTo(one);
        assertThat(summary.frames()).isEqualTo(20);
    }

    @Test
    void closesSightingsBeforeItTellsThatTheSourceBroke() {
        assertThatThrownBy(() -> run(new Scripted(List.of(100, 100, 100), true), 2, VideoRecognizerTest::plate))
                .isInstanceOf(VideoException.class);
        assertThat(events).extracting(SightingEvent::kind).contains(SightingEvent.Kind.CLOSED);
    }

    @Test
    void passesTheRecognisersFailureOn() {
        assertThatThrownBy(() -> run(brightness(), 2, _ -> {
                    throw new IllegalStateException("no model");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no model");
    }

    @Test
    void hasTheVeryFrameOfEachSighting() throws Exception {
        var kept = new KeptFrames();
        var shown = new ArrayList<Integer>();
        VideoRecognizer.Listener listener = (_, tracking) -> tracking.events().forEach(event -> {
            var best = event.sighting().best();
            int brightness = kept.at(best.time()).orElseThrow().bgr()[0] & 0xff;
            shown.add(brightness - (int) best.plate().box().x()); // the place of the plate tells it
        });
        try (var workers = Executors.newFixedThreadPool(2)) {
            new VideoRecognizer(
                            (frame, _) -> plate(frame),
                            workers,
                            2,
                            Pace.EVERY_FRAME,
                            new PlateTracker(TrackerOptions.defaults(), null),
                            new MotionGate(List.of()),
                            Optional.of(kept),
                            listener)
                    .run(brightness());
        }

        assertThat(shown).isNotEmpty().allMatch(difference -> Math.abs(difference) <= 1);
    }

    @Test
    void slowLookersGetTheNewestFrame() throws Exception {
        var open = new CountDownLatch(1);
        var source = new FrameSource() {
            private int number;

            @Override
            public @Nullable Frame next() {
                if (number == 50) {
                    open.countDown();
                    return null;
                }
                return new Frame(STEP.multipliedBy(number++), TestClips.gray(WIDTH, HEIGHT, 0));
            }

            @Override
            public void close() {}
        };
        try (var newest = NewestFrame.of(source, "test")) {
            assertThat(open.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(newest.next()).isNotNull().extracting(Frame::time).isEqualTo(STEP.multipliedBy(49));
            assertThat(newest.dropped()).isEqualTo(49);
            assertThat(newest.next()).isNull();
        }
    }

    private static Scripted brightness() {
        var brightness = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            brightness.add(50 + 5 * i);
        }
        return new Scripted(brightness, false);
    }

    private VideoRecognizer.Summary run(Scripted source, int ahead, Function<Image, Recognition> recognizer)
            throws VideoException, InterruptedException {
        try (var workers = Executors.newFixedThreadPool(Math.max(1, ahead))) {
            return new VideoRecognizer(
                            (frame, _) -> recognizer.apply(frame),
                            workers,
                            ahead,
                            Pace.EVERY_FRAME,
                            new PlateTracker(TrackerOptions.defaults(), null),
                            new MotionGate(List.of()),
                            (_, tracking) -> events.addAll(tracking.events()))
                    .run(source);
        }
    }

    /** The later a frame, the sooner it is done. */
    private static Recognition slowly(Image frame) {
        try {
            Thread.sleep(Math.max(0, 30 - (frame.bgr()[0] & 0xff) / 5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return plate(frame);
    }

    /** A plate whose place tells the frame's brightness. */
    private static Recognition plate(Image frame) {
        var box = new Box(frame.bgr()[0] & 0xff, 30, 40, 10);
        var characters = "AB123"
                .chars()
                .mapToObj(c -> new ReadCharacter(Character.toString(c), 0.98))
                .toList();
        var plate = new Plate(
                "AB123",
                0.9,
                box,
                Quad.of(box),
                characters,
                List.of(new Candidate("AB123", 0.9)),
                null,
                List.of(),
                List.of(),
                0.9,
                CharacterLattice.unknown());
        return new Recognition(WIDTH, HEIGHT, List.of(plate), List.of());
    }
}
