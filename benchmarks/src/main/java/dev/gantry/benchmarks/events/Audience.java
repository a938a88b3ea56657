package dev.gantry.benchmarks.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Subscribers that are read from by one thread: what this program adds to the times counts against the server. */
final class Audience implements AutoCloseable {

    private static final int BUFFER = 256 << 10;

    private static final long LOOK_AROUND_MS = 50;

    private final List<Subscriber> subscribers;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private Audience(List<Subscriber> subscribers, Selector selector) {
        this.subscribers = subscribers;
        this.selector = selector;
    }

    static Audience of(ServerProcess server, String path, int size, int reads, boolean stalled) throws IOException {
        var selector = Selector.open();
        var subscribers = new ArrayList<Subscriber>();
        for (int i = 0; i < size; i++) {
            var subscriber = Subscriber.connect(server.socketAddress(), path, reads, stalled);
            subscriber.channel().register(selector, SelectionKey.OP_READ, subscriber);
            subscribers.add(subscriber);
        }
        return new Audience(subscribers, selector);
    }

    List<Subscriber> subscribers() {
        return subscribers;
    }

    /** Reads until each is done or was cut off, or the time is over. */
    void listen(Predicate<Subscriber> isDone, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        Predicate<Subscriber> waits = one -> !isDone.test(one) && !one.isOver();
        try {
            while (System.nanoTime() < end && subscribers.stream().anyMatch(waits)) {
                selector.select(key -> ((Subscriber) key.attachment()).read(buffer), LOOK_AROUND_MS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Subscriber subscriber : subscribers) {
            subscriber.close();
        }
    }
}
