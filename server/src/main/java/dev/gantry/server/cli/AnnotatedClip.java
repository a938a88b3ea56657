package dev.gantry.server.cli;

import dev.gantry.image.Annotator;
import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.FfmpegVideo;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import dev.gantry.track.PathPoint;
import dev.gantry.track.Sighting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a clip again with its plates drawn in, each with the text that was settled in the end. */
final class AnnotatedClip {

    private static final double FRAMES_PER_SECOND = 25;

    /** Between looks that lie further apart nobody knows where a plate was. */
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(1);

    private final FfmpegProgram program;
    private final long maxPixels;
    private final Annotator annotator = new Annotator();

    AnnotatedClip(FfmpegProgram program, long maxPixels) {
        this.program = program;
        this.maxPixels = maxPixels;
    }

    void write(Path video, List<Sighting> sightings, Path target)
            throws VideoException, IOException, InterruptedException {
        try (var frames = FfmpegFrames.open(
                program, new VideoInput.OfFile(video), new Sampling.Exactly(FRAMES_PER_SECOND), maxPixels)) {
            Frame first = frames.next();
            if (first == null) {
                return;
            }
            Image size = first.image();
            try (var clip = FfmpegVideo.create(program, target, size.width(), size.height(), FRAMES_PER_SECOND)) {
                for (Frame frame = first; frame != null; frame = frames.next()) {
                    clip.write(Image.of(annotator.draw(frame.image(), plates(sightings, frame.time()))));
                }
                clip.finish();
            }
        }
    }

    private static List<Plate> plates(List<Sighting> sightings, Duration time) {
        return sightings.stream()
                .flatMap(sighting -> place(sighting, time).map(quad -> plate(sighting, quad)).stream())
                .toList();
    }

    private static Plate plate(Sighting sighting, Quad quad) {
        return new Plate(
                sighting.text(),
                sighting.confidence(),
                quad.bounds(),
                quad,
                sighting.characters(),
                sighting.candidates(),
                sighting.region(),
                sighting.regions(),
                sighting.changes(),
                sighting.best().plate().detectionScore(),
                sighting.best().plate().lattice());
    }

    /** Where its plate was, between the places where it was seen. */
    private static Optional<Quad> place(Sighting sighting, Duration time) {
        List<PathPoint> path = sighting.path();
        for (int i = 1; i < path.size(); i++) {
            PathPoint before = path.get(i - 1);
            PathPoint after = path.get(i);
            if (time.compareTo(before.time()) >= 0 && time.compareTo(after.time()) <= 0) {
                return between(before, after, time);
            }
        }
        return path.stream()
                .filter(point -> point.time().equals(time))
                .map(PathPoint::quad)
                .findFirst();
    }

    private static Optional<Quad> between(PathPoint before, PathPoint after, Duration time) {
        Duration span = after.time().minus(before.time());
        boolean rests = before.quad().bounds().iou(after.quad().bounds()) > 0.5;
        if (span.isZero() || (!rests && span.compareTo(LONGEST_GUESS) > 0)) {
            return Optional.empty();
        }
        double share = (double) time.minus(before.time()).toNanos() / span.toNanos();
        List<Point> from = before.quad().corners();
        List<Point> to = after.quad().corners();
        return Optional.of(new Quad(
                from.get(0).towards(to.get(0), share),
                from.get(1).towards(to.get(1), share),
                from.get(2).towards(to.get(2), share),
                from.get(3).towards(to.get(3), share)));
    }
}
