package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * The pictures of those frames that open sightings may yet name as their best one: the evidence is always the exact frame
 * that a text came from. The newest are kept as they are, older ones as JPEG. For one thread at a time.
 */
public final class KeptFrames {

    /** A vehicle that comes nearer makes most frames the best one for a moment only: these are not worth packing. */
    private static final int MOST_RAW = 2;

    private final Map<Duration, Picture> frames = new LinkedHashMap<>();

    private sealed interface Picture {
        Image image();
    }

    private record Raw(Image image) implements Picture {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Packed(byte[] jpeg) implements Picture {
        @Override
        public Image image() {
            try {
                return Image.of(ImageIO.read(new ByteArrayInputStream(jpeg)));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory does not fail
            }
        }
    }

    /** The picture of the frame of that time, if it is still kept. */
    public Optional<Image> at(Duration time) {
        return Optional.ofNullable(frames.get(time)).map(Picture::image);
    }

    public void add(Frame frame) {
        frames.put(frame.time(), new Raw(frame.image()));
    }

    /** Drops all others. */
    public void retain(Set<Duration> times) {
        frames.keySet().retainAll(times);
        int old = frames.size() - MOST_RAW;
        for (Map.Entry<Duration, Picture> entry : frames.entrySet()) {
            if (old-- <= 0) {
                return;
            }
            if (entry.getValue() instanceof Raw raw) {
                entry.setValue(new Packed(FrameJpeg.of(raw.image(), FrameJpeg.GOOD)));
            }
        }
    }
}
