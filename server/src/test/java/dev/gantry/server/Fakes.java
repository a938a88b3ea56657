package dev.gantry.server;

import dev.gantry.detect.Detection;
import dev.gantry.detect.PlateDetector;
import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import dev.gantry.read.PlateReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Detectors and readers that do what a test wants. */
final class Fakes {

    static final Box PLATE = new Box(100, 80, 120, 30);

    private Fakes() {}

    /** Finds the given boxes in every picture. */
    static PlateDetector finding(Box... boxes) {
        return _ -> List.of(boxes).stream()
                .map(box -> new Detection(box, Quad.of(box), 0.9))
                .toList();
    }

    /** Reads the same text everywhere. */
    static PlateReader reading(String text, double confidence) {
        return (_, _) -> readingOf(text, confidence);
    }

    /** Reads what is at each place, by the left edge of the plate. */
    static PlateReader readingByPlace(Map<Integer, Reading> byLeftEdge) {
        return (_, quad) ->
                Objects.requireNonNull(byLeftEdge.get((int) quad.topLeft().x()));
    }

    static Reading readingOf(String text, double confidence) {
        var characters = text.chars()
                .mapToObj(c -> new ReadCharacter(Character.toString(c), confidence))
                .toList();
        var candidates = text.isEmpty() ? List.<Candidate>of() : List.of(new Candidate(text, confidence));
        return new Reading(text, confidence, characters, candidates, new CharacterLattice(List.of(), List.of()));
    }

    /** A detector that holds every picture until it is let go. */
    static final class HoldingDetector implements PlateDetector {

        private final Semaphore arrived = new Semaphore(0);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public List<Detection> detect(Image image) {
            calls.incrementAndGet();
            arrived.release();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return finding(PLATE).detect(image);
        }

        /** Waits until one more picture is being worked on. */
        void awaitArrival() throws InterruptedException {
            arrived.acquire();
        }

        void letGo() {
            gate.countDown();
        }

        int calls() {
            return calls.get();
        }
    }
}
