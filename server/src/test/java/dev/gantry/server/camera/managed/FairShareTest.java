package dev.gantry.server.camera.managed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FairShareTest {

    private static final int CAMERAS = 4;

    private static final int TURNS = 20;

    @Test
    void everyoneHasItsTurnAndNoMoreWorkThanAllowed() throws Exception {
        var share = new FairShare(1);
        var working = new AtomicInteger();
        List<Integer> order = new ArrayList<>();
        var start = new CountDownLatch(1);
        try (var cameras = Executors.newFixedThreadPool(CAMERAS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int camera = 0; camera < CAMERAS; camera++) {
                int number = camera;
                done.add(cameras.submit(() -> {
                    start.await();
                    for (int i = 0; i < TURNS; i++) {
                        share.use(() -> {
                            assertThat(working.incrementAndGet()).isEqualTo(1);
                            order.add(number);
                            pause(2);
                            return working.decrementAndGet();
                        });
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : done) {
                one.get();
            }
        }

        // While all of them want to, nobody is twice on before each of the others was on at least once in a while.
        for (int camera = 0; camera < CAMERAS; camera++) {
            int number = camera;
            assertThat(order.subList(0, TURNS * CAMERAS / 2).stream().filter(one -> one == number))
                    .hasSizeGreaterThan(TURNS / 4);
        }
    }

    @Test
    void lessThanAProcessorMeansRests() throws Exception {
        var share = new FairShare(0.25);
        long start = System.nanoTime();

        for (int i = 0; i < 3; i++) {
            share.use(() -> pause(20));
        }

        assertThat(System.nanoTime() - start).isGreaterThan((20 + 2 * 4 * 20) * 1_000_000L);
    }

    @Test
    void workThatFailsGivesItsPlaceBack() throws Exception {
        var share = new FairShare(1);
        for (int i = 0; i < 3; i++) {
            try {
                share.use(() -> {
                    throw new IllegalStateException("fails");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("fails");
            }
        }

        assertThat(share.use(() -> 1)).isEqualTo(1);
    }

    private static int pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return millis;
    }
}
