package dev.gantry.server.store;

import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import org.jspecify.annotations.Nullable;

/** A read whose pictures are on the disk already, under these names. */
record FiledRead(
        NewRead read, @Nullable String strip, @Nullable String picture) {

    PlateRead withId(long id) {
        return new PlateRead(
                id,
                read.uid(),
                read.time(),
                read.text(),
                PlateKey.of(read.text()),
                read.confidence(),
                read.region(),
                read.box(),
                read.corners(),
                read.candidates(),
                read.source(),
                read.pictureDigest(),
                read.modelDigest(),
                strip,
                picture,
                false);
    }

    /** Size of the files; a picture counts for each of its reads. */
    long bytes() {
        Evidence evidence = read.evidence();
        byte @Nullable [] stripBytes = evidence.strip();
        byte @Nullable [] pictureBytes = evidence.picture();
        return (stripBytes == null ? 0L : stripBytes.length) + (pictureBytes == null ? 0L : pictureBytes.length);
    }
}
