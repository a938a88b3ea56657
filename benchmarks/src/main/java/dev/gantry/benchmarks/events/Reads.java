package dev.gantry.benchmarks.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts reads at a steady pace and notes when each was sent and when the server had it stored. A read's plate carries its
 * number. The commit is between both moments.
 */
final class Reads {

    /** What a plate begins with; nothing else in a frame of an event does. */
    static final String MARK = "BM";

    static final int DIGITS = 6;

    private static final String DOCUMENT = """
            {"data_type":"alpr_results","version":2,"camera_id":1,"img_width":1920,"img_height":1080,
            "results":[{"plate":"%s","confidence":94.3,"region":"gb","plate_index":0,
            "coordinates":[{"x":242,"y":360},{"x":358,"y":362},{"x":359,"y":412},{"x":241,"y":408}],
            "candidates":[{"plate":"%s","confidence":94.3},{"plate":"XX00000","confidence":71.5}]}]}""";

    private static final int OK = 200;

    private final URI address;
    private final long gap;
    private final AtomicLongArray sent;
    private final AtomicLongArray answered;

    /**
     * @param address of the webhook
     * @param perSecond reads a second
     */
    Reads(URI address, int count, int perSecond) {
        this.address = address;
        this.gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.sent = new AtomicLongArray(count);
        this.answered = new AtomicLongArray(count);
    }

    int count() {
        return sent.length();
    }

    /** By {@link System#nanoTime()}. */
    long sent(int number) {
        return sent.get(number);
    }

    /** By {@link System#nanoTime()}. */
    long answered(int number) {
        return answered.get(number);
    }

    /** Returns when all are stored. None waits for the one before: a slow answer must not slow the pace. */
    void post() throws IOException {
        var answers = new CompletableFuture<?>[count()];
        try (var client = HttpClient.newHttpClient()) {
            long start = System.nanoTime();
            for (int number = 0; number < count(); number++) {
                long due = start + number * gap;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                answers[number] = post(client, number);
            }
            CompletableFuture.allOf(answers).join();
        }
        for (int number = 0; number < count(); number++) {
            if (answered(number) == 0) {
                throw new IOException("Read %d was not stored".formatted(number));
            }
        }
    }

    private CompletableFuture<?> post(HttpClient client, int number) {
        String plate = MARK + ("%0" + DIGITS + "d").formatted(number);
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DOCUMENT.formatted(plate, plate)))
                .build();
        sent.set(number, System.nanoTime());
        return client.sendAsync(request, BodyHandlers.discarding()).thenAccept(response -> {
            if (response.statusCode() == OK) {
                answered.set(number, System.nanoTime());
            }
        });
    }
}
