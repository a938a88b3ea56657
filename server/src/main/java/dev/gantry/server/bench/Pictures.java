package dev.gantry.server.bench;

import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.server.files.PictureFile;
import dev.gantry.server.files.PictureFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The picture files of a run, in memory so that no disk is measured.
 *
 * @param first one of them on disk, for trying the start-up
 */
record Pictures(List<byte[]> files, Path first, long bytes) {

    /** More would measure the machine's memory. */
    private static final long MOST_BYTES = 128L << 20;

    /**
     * All pictures of a folder that can be decoded, or the first 128 MiB of them.
     *
     * @throws BenchException when there are none
     */
    static Pictures load(Path folder, ImageDecoder decoder, long maxBytes) {
        var files = new ArrayList<byte[]>();
        var first = new ArrayList<Path>();
        long bytes = 0;
        for (PictureFiles.Entry entry : PictureFiles.find(folder)) {
            try {
                byte[] file = PictureFile.read(entry.path(), maxBytes);
                decoder.decode(file);
                if (bytes + file.length > MOST_BYTES) {
                    break;
                }
                bytes += file.length;
                files.add(file);
                first.add(entry.path());
            } catch (ImageException | IOException e) {
                continue; // what cannot be decoded cannot be measured
            }
        }
        if (files.isEmpty()) {
            throw new BenchException("There are no pictures in " + folder + " that can be decoded.");
        }
        return new Pictures(files, first.getFirst(), bytes);
    }

    /** Goes round and round. */
    Round round() {
        return new Round(files);
    }

    /** Hands out the files over and over again, to any number of threads. */
    record Round(List<byte[]> files, AtomicInteger next) {
        Round(List<byte[]> files) {
            this(files, new AtomicInteger());
        }

        byte[] take() {
            return files.get(Math.floorMod(next.getAndIncrement(), files.size()));
        }

        int taken() {
            return next.get();
        }
    }
}
