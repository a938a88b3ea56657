package dev.gantry.server.history;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Names for reads: UUIDs of version 7, which begin with the time, so that an index of millions of them grows at one place. */
public final class ReadUid {

    private static final int TIME_SHIFT = 16;

    private static final long VERSION_7 = 0x7000;

    private static final long VERSION_MASK = 0xFFF;

    private static final long VARIANT = 1L << 63;

    private static final long VARIANT_MASK = -1L >>> 2;

    private ReadUid() {}

    /** A new one of that time. */
    public static String of(Instant time) {
        var random = ThreadLocalRandom.current();
        long high = (time.toEpochMilli() << TIME_SHIFT) | VERSION_7 | (random.nextLong() & VERSION_MASK);
        long low = VARIANT | (random.nextLong() & VARIANT_MASK);
        return new UUID(high, low).toString();
    }
}
