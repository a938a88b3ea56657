package dev.gantry.server.store;

import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import org.jspecify.annotations.Nullable;

/**
 * A read whose pictures are on the disk already, under these names.
 *
 * @param bytes size of its files; a picture counts for the first of its reads
 */
record FiledRead(
        NewRead read, @Nullable String strip, @Nullable String picture, long bytes) {

    /** The same, of another size. */
    FiledRead with(long otherBytes) {
        return new FiledRead(read, strip, picture, otherBytes);
    }

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
                false,
                null,
                null);
    }
}
