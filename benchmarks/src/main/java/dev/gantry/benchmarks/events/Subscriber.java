package dev.gantry.benchmarks.events;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One who listens: notes when each read's plate came by for the first time, and understands no more of what comes. */
final class Subscriber implements AutoCloseable {

    private static final int SMALL_BUFFER = 4 << 10;

    private static final int NONE = -1;

    private final SocketChannel channel;
    private final long[] arrived;
    private int repeated;
    private boolean over;
    private int last = NONE;
    private int matched;
    private int number;

    private Subscriber(SocketChannel channel, int reads) {
        this.channel = channel;
        this.arrived = new long[reads];
    }

    /**
     * Connects and asks; the answer is read later.
     *
     * @param stalled whether the system is to take little of what is not read
     */
    static Subscriber connect(InetSocketAddress server, String path, int reads, boolean stalled) throws IOException {
        var channel = SocketChannel.open();
        if (stalled) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
        }
        channel.connect(server);
        String request = "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(path, server.getHostString());
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        return new Subscriber(channel, reads);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether it has heard of every read from the given number on, each once. */
    boolean hasAllSince(int first) {
        if (repeated > 0) {
            return false;
        }
        for (int read = first; read < arrived.length; read++) {
            if (arrived[read] == 0) {
                return false;
            }
        }
        return true;
    }

    /** The first read that it has heard of; the number of reads when there is none. */
    int first() {
        int read = 0;
        while (read < arrived.length && arrived[read] == 0) {
            read++;
        }
        return read;
    }

    /** Whether it has heard of the last read. */
    boolean isAtEnd() {
        return arrived[arrived.length - 1] != 0;
    }

    /** Whether the server has hung up. */
    boolean isOver() {
        return over;
    }

    /** When the read came, by {@link System#nanoTime()}; 0 when it did not. */
    long arrived(int read) {
        return arrived[read];
    }

    /** Takes what is there. */
    void read(ByteBuffer buffer) {
        int length = take(buffer);
        while (length > 0) {
            long now = System.nanoTime();
            for (int i = 0; i < length; i++) {
                look(buffer.get(i), now);
            }
            length = length < buffer.capacity() ? 0 : take(buffer);
        }
    }

    private int take(ByteBuffer buffer) {
        buffer.clear();
        int length;
        try {
            length = channel.read(buffer);
        } catch (IOException _) { // cut off
            length = -1;
        }
        if (length < 0) {
            over = true;
            closeQuietly();
        }
        return length;
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException _) { // it is of no use any more
        }
    }

    /** Follows the mark and the digits after it, wherever a piece of the stream ends. */
    private void look(byte next, long now) {
        int length = Reads.MARK.length();
        if (matched < length) {
            matched = next == Reads.MARK.charAt(matched) ? matched + 1 : next == Reads.MARK.charAt(0) ? 1 : 0;
            number = 0;
        } else if (next >= '0' && next <= '9') {
            number = number * 10 + next - '0';
            matched++;
            if (matched == length + Reads.DIGITS) {
                matched = 0;
                hear(number, now);
            }
        } else {
            matched = 0;
        }
    }

    /** A whole read has its plate several times. */
    private void hear(int read, long now) {
        if (read == last) {
            return;
        }
        if (arrived[read] == 0) {
            arrived[read] = now;
        } else {
            repeated++;
        }
        last = read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
