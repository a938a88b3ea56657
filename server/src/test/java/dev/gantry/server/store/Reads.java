package dev.gantry.server.store;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Quad;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads for tests. */
final class Reads {

    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final Box BOX = new Box(10, 20, 100, 25);

    private Reads() {}

    static NewRead read(String text) {
        return read(text, NOON, "gate", "de", 0.9);
    }

    static NewRead at(String text, Instant time) {
        return read(text, time, "gate", "de", 0.9);
    }

    static NewRead read(
            String text, Instant time, @Nullable String camera, @Nullable String region, double confidence) {
        return read(UUID.randomUUID().toString(), text, time, camera, region, confidence, Evidence.NONE);
    }

    static NewRead withUid(String uid, String text) {
        return read(uid, text, NOON, "gate", "de", 0.9, Evidence.NONE);
    }

    static NewRead withEvidence(String text, Evidence evidence) {
        return read(UUID.randomUUID().toString(), text, NOON, "gate", "de", 0.9, evidence);
    }

    private static NewRead read(
            String uid,
            String text,
            Instant time,
            @Nullable String camera,
            @Nullable String region,
            double confidence,
            Evidence evidence) {
        return new NewRead(
                uid,
                time,
                text,
                confidence,
                region,
                BOX,
                Quad.of(BOX),
                List.of(new Candidate(text, confidence), new Candidate(text + "1", 0.01)),
                new Source("gantry", "127.0.0.1", camera),
                "digest",
                "models",
                evidence);
    }
}
