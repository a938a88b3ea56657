package dev.gantry.server.camera.managed;

import dev.gantry.image.Annotator;
import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import dev.gantry.server.camera.FrameJpeg;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last frame of a camera, for people. Packed once, however many look at it. Safe for use by many threads. */
public final class CameraView {

    /** Whoever watches needs no more; a big picture many times a second would cost as much as all recognition. */
    private static final int WATCHED_WIDTH = 960;

    private static final Annotator ANNOTATOR = new Annotator();

    private final Image image;
    private final List<Plate> plates;
    private final Instant time;
    private final long number;
    private byte @Nullable [] watched;

    CameraView(Image image, List<Plate> plates, Instant time, long number) {
        this.image = image;
        this.plates = List.copyOf(plates);
        this.time = time;
        this.number = number;
    }

    public Instant time() {
        return time;
    }

    /** Grows from one frame to the next. */
    public long number() {
        return number;
    }

    /** The whole frame as JPEG. */
    public byte[] jpeg(boolean annotated) {
        return annotated
                ? FrameJpeg.of(ANNOTATOR.draw(image, plates), FrameJpeg.GOOD)
                : FrameJpeg.of(image, FrameJpeg.GOOD);
    }

    /** The frame with the plates, as small as is good to watch. */
    public synchronized byte[] watched() {
        if (watched == null) {
            watched = FrameJpeg.of(shrunk(ANNOTATOR.draw(image, plates)), FrameJpeg.TO_WATCH);
        }
        return watched;
    }

    private static BufferedImage shrunk(BufferedImage whole) {
        if (whole.getWidth() <= WATCHED_WIDTH) {
            return whole;
        }
        int height = Math.max(1, Math.round((float) whole.getHeight() * WATCHED_WIDTH / whole.getWidth()));
        var small = new BufferedImage(WATCHED_WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(whole, 0, 0, WATCHED_WIDTH, height, null);
        } finally {
            graphics.dispose();
        }
        return small;
    }
}
