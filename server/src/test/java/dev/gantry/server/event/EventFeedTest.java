package dev.gantry.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventFeedTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** More than the feed holds in memory. */
    private static final int MANY = 3_000;

    private final CommitSignal commits = new CommitSignal();
    private final MemoryLog log = new MemoryLog(commits);
    private final EventFeed feed = new EventFeed(log, commits);

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void tellsWhatHappensFromNowOnInOrderAndOnce() throws Exception {
        try (var follower = feed.follow(0)) {
            append(500);

            assertThat(take(follower, 500)).containsExactlyElementsOf(numbers(1, 500));
        }
    }

    @Test
    void goesOnWhereAFollowerWas() throws Exception {
        append(MANY);
        awaitNewest(MANY);

        try (var follower = feed.follow(7)) {
            assertThat(take(follower, MANY - 7)).containsExactlyElementsOf(numbers(8, MANY));
        }
    }

    @Test
    void aSlowFollowerLosesNothingAndHoldsNobodyUp() throws Exception {
        try (var slow = feed.follow(0);
                var quick = feed.follow(0)) {
            for (int i = 0; i < MANY; i += 100) {
                append(100);
                take(quick, 100);
            }

            assertThat(take(slow, MANY)).containsExactlyElementsOf(numbers(1, MANY));
        }
    }

    @Test
    void takesWhatIsNoLongerKeptAsPassed() throws Exception {
        append(MANY);
        awaitNewest(MANY);
        log.prune(1_000);

        try (var follower = feed.follow(10)) {
            assertThat(take(follower, MANY - 1_000)).containsExactlyElementsOf(numbers(1_001, MANY));
        }
    }

    @Test
    void whoComesBackIsNotToldWhatWasDeletedSince() throws Exception {
        append(3);
        awaitNewest(3);
        log.forget(2);

        try (var follower = feed.follow(0)) {
            append(1);
            var events = new ArrayList<FeedEvent>();
            while (events.size() < 4) {
                events.addAll(follower.next(LONG));
            }
            assertThat(events)
                    .extracting(event -> event.event().type())
                    .containsExactly("read", "forgotten", "read", "read");
        }
    }

    /** The log has what was committed before the feed finds it; whoever had that already would be told it twice. */
    @Test
    void whoComesBackIsToldNoMoreThanTheFeedKnows() throws Exception {
        var silent = new MemoryLog(new CommitSignal());
        silent.read("AB123");
        try (var other = new EventFeed(silent, new CommitSignal())) {
            silent.read("CD456");
            try (var follower = other.follow(0)) {
                List<FeedEvent> first = follower.next(LONG);
                assertThat(first.getFirst().sequence()).isEqualTo(1);
                assertThat(first.getLast().sequence()).isLessThanOrEqualTo(other.newest());
            }
        }
    }

    @Test
    void aFollowerFromTheFutureFollowsFromNowOn() throws Exception {
        try (var follower = feed.follow(1_000_000)) {
            append(1);

            assertThat(take(follower, 1)).containsExactly(1L);
        }
    }

    @Test
    void goesOnAfterAFaultOfTheLog() throws Exception {
        try (var follower = feed.follow(0)) {
            log.setBroken(true);
            append(3);
            assertThat(follower.next(Duration.ofMillis(300))).isEmpty();
            log.setBroken(false);

            assertThat(take(follower, 3)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void findsByItselfWhatAnotherNodeCommitted() throws Exception {
        var silent = new MemoryLog(new CommitSignal());
        try (var other = new EventFeed(silent, new CommitSignal());
                var follower = other.follow(0)) {
            silent.read("AB123");

            assertThat(follower.next(LONG)).hasSize(1);
        }
    }

    @Test
    void endsWhoeverWaits() throws Exception {
        try (var follower = feed.follow(0)) {
            var waiting = CompletableFuture.supplyAsync(() -> next(follower));
            feed.close();

            assertThat(waiting.get()).isEmpty();
            assertThat(feed.follow(0).next(LONG)).isEmpty();
        }
    }

    @Test
    void knowsWhatWasReadAndMindsNothingElse() throws Exception {
        log.append("a", "camera", "{}");
        log.append("b", Event.READ, "{}");
        log.append("c", Event.READ, "no JSON");
        log.read("AB123");

        try (var follower = feed.follow(0)) {
            var events = new ArrayList<FeedEvent>();
            while (events.size() < 4) {
                events.addAll(follower.next(LONG));
            }
            assertThat(events.subList(0, 3)).allMatch(event -> event.read() == null);
            assertThat(events.getLast().read())
                    .isNotNull()
                    .matches(read -> read.text().equals("AB123"));
        }
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.read("AB123");
        }
    }

    private void awaitNewest(long newest) throws InterruptedException {
        while (feed.newest() < newest) {
            Thread.sleep(1);
        }
    }

    private static List<Long> take(Follower follower, int count) throws InterruptedException {
        var numbers = new ArrayList<Long>();
        while (numbers.size() < count) {
            follower.next(LONG).forEach(event -> numbers.add(event.sequence()));
        }
        return numbers;
    }

    private static List<FeedEvent> next(Follower follower) {
        try {
            return follower.next(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
