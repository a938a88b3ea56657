package dev.gantry.benchmarks.events;

import dev.gantry.server.evaluate.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long after the read each subscriber heard of it, ms.
 *
 * @param sinceSent at most: what the webhook takes until it commits is in it
 * @param sinceAnswered at least: the answer leaves the server after the commit
 */
record Delays(Percentiles sinceSent, Percentiles sinceAnswered, int count) {

    private static final double NANOS_PER_MS = 1e6;

    /** Of the reads from the first number up to the one before the last. */
    static Delays of(List<Subscriber> subscribers, Reads reads, int first, int last) {
        var sinceSent = new ArrayList<Double>();
        var sinceAnswered = new ArrayList<Double>();
        for (int read = first; read < last; read++) {
            for (Subscriber subscriber : subscribers) {
                long arrived = subscriber.arrived(read);
                if (arrived != 0) {
                    sinceSent.add((arrived - reads.sent(read)) / NANOS_PER_MS);
                    sinceAnswered.add(Math.max(0, (arrived - reads.answered(read)) / NANOS_PER_MS));
                }
            }
        }
        return new Delays(Percentiles.of(sinceSent), Percentiles.of(sinceAnswered), sinceSent.size());
    }

    @Override
    public String toString() {
        return "%s from sending the read, %s from its answer; %,d arrivals"
                .formatted(text(sinceSent), text(sinceAnswered), count);
    }

    private static String text(Percentiles delays) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f p95 %.1f p99 %.1f max %.1f ms",
                delays.at(50),
                delays.at(95),
                delays.at(99),
                delays.at(100));
    }
}
