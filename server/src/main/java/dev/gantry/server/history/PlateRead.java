package dev.gantry.server.history;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Quad;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate read in one picture, as it is remembered. What the parts mean is told at {@link NewRead}.
 *
 * @param id its number in this store, growing with the order of storing
 * @param text the plate as read; it stays when a person corrects it
 * @param plate the {@link PlateKey} of {@link #effectiveText}, which searches compare
 * @param strip file of the plate alone, relative to the folder of snapshots; null when there is none
 * @param picture file of the whole picture, likewise
 * @param hit whether a list has an entry for it; hits are kept longer
 * @param judgement what a person says of it; null as long as nobody does
 * @param sighting the sighting that it stands for; null when it is not of a camera that Gantry watches
 */
public record PlateRead(
        long id,
        String uid,
        Instant time,
        String text,
        String plate,
        double confidence,
        @Nullable String region,
        @Nullable Box box,
        @Nullable Quad corners,
        List<Candidate> candidates,
        Source source,
        @Nullable String pictureDigest,
        @Nullable String modelDigest,
        @Nullable String strip,
        @Nullable String picture,
        boolean hit,
        @Nullable Long sighting,
        @Nullable Judgement judgement) {

    public PlateRead {
        candidates = List.copyOf(candidates);
    }

    /** What the plate says as far as is known: a person's correction, or else what was read. */
    public String effectiveText() {
        return judgement == null || judgement.text() == null ? text : judgement.text();
    }
}
