package dev.gantry.server.camera.managed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The processors' time that all cameras share. Each camera has one frame at a time to be looked at, and whoever has waited
 * longest is next: so a busy camera takes nothing from the others, and looks less often when there are many.
 */
final class FairShare {

    /** A place to work at, from this time on. */
    private record Place(long freeAt) {}

    private final BlockingQueue<Place> places;
    private final double restForEachWork;

    /** @param processors how many of them may be busy on average, above 0 */
    FairShare(double processors) {
        int count = Math.max(1, (int) Math.ceil(processors));
        places = new ArrayBlockingQueue<>(count, true);
        for (int i = 0; i < count; i++) {
            places.add(new Place(System.nanoTime()));
        }
        restForEachWork = count / processors - 1;
    }

    /** Does the work when it is its turn. */
    <T> T use(Supplier<T> work) throws InterruptedException {
        Place place = places.take();
        long freeAt = place.freeAt();
        try {
            long wait = freeAt - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            long start = System.nanoTime();
            try {
                return work.get();
            } finally {
                long end = System.nanoTime();
                freeAt = end + (long) ((end - start) * restForEachWork);
            }
        } finally {
            places.add(new Place(freeAt));
        }
    }
}
