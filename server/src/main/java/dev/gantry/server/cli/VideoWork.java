package dev.gantry.server.cli;

import dev.gantry.PlateRecognizer;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.ImageLimits;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.Pace;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import dev.gantry.server.camera.VideoRecognizer;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import dev.gantry.server.json.SightingJson;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.Sighting;
import dev.gantry.track.SightingEvent;
import dev.gantry.track.TrackerOptions;
import dev.gantry.track.Tracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the sightings in one video file after the other, each as fast as the machine can. */
final class VideoWork {

    private final PlateRecognizer recognizer;
    private final @Nullable PlateGrammar formats;
    private final VideoFlags flags;
    private final int threads;
    private final @Nullable Path annotations;
    private final boolean showsProgress;

    /**
     * @param formats those that the recogniser uses; null for none
     * @param annotations the folder for clips with their plates drawn in; null for none
     */
    VideoWork(
            PlateRecognizer recognizer,
            @Nullable PlateGrammar formats,
            VideoFlags flags,
            int threads,
            @Nullable Path annotations,
            boolean showsProgress) {
        this.recognizer = recognizer;
        this.formats = formats;
        this.flags = flags;
        this.threads = threads;
        this.annotations = annotations;
        this.showsProgress = showsProgress;
    }

    /** Tells the sightings as they are closed, then what is wrong, if anything is. */
    void recognize(Input.OfVideo video, Consumer<Outcome> outcomes) {
        var sightings = new ArrayList<Sighting>();
        if (!Files.isReadable(video.file())) {
            outcomes.accept(failed(video, ErrorCode.UNREADABLE_FILE, "The file cannot be read."));
            return;
        }
        try {
            FfmpegProgram program = flags.program();
            Consumer<Sighting> found = sighting -> {
                sightings.add(sighting);
                outcomes.accept(new Outcome.Sighted(SightingJson.of(video.name(), sighting)));
            };
            sightings(program, video, found);
            if (sightings.isEmpty()) {
                outcomes.accept(new Outcome.NothingSighted(video.name()));
            }
            annotate(program, video, sightings);
        } catch (VideoException e) {
            outcomes.accept(failed(video, code(e.code()), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            outcomes.accept(failed(
                    video, ErrorCode.UNREADABLE_FILE, "The annotated clip cannot be written: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sightings(FfmpegProgram program, Input.OfVideo video, Consumer<Sighting> found)
            throws VideoException, InterruptedException {
        var input = new VideoInput.OfFile(video.file());
        long maxPixels = ImageLimits.DEFAULT.maxPixels();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads);
                var progress = Progress.ofVideo(video.name(), showsProgress);
                var frames = FfmpegFrames.open(program, input, flags.sampling(VideoFlags.OF_FILES), maxPixels)) {
            var tracker = new PlateTracker(TrackerOptions.defaults(), formats);
            new VideoRecognizer(
                            recognizer::analyzeFrame,
                            workers,
                            threads,
                            Pace.EVERY_FRAME,
                            tracker,
                            new MotionGate(List.of()),
                            (time, tracking) -> {
                                progress.at(time, frames.length());
                                closed(tracking).forEach(found);
                            })
                    .run(frames);
        }
    }

    private static List<Sighting> closed(Tracking tracking) {
        return tracking.events().stream()
                .filter(event -> event.kind() == SightingEvent.Kind.CLOSED)
                .map(SightingEvent::sighting)
                .toList();
    }

    private void annotate(FfmpegProgram program, Input.OfVideo video, List<Sighting> sightings)
            throws VideoException, IOException, InterruptedException {
        if (annotations == null) {
            return;
        }
        Path target = annotations.resolve(video.annotated());
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        new AnnotatedClip(program, ImageLimits.DEFAULT.maxPixels()).write(video.file(), sightings, target);
    }

    private static ErrorCode code(VideoException.Code code) {
        return switch (code) {
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case FORBIDDEN -> ErrorCode.UNREADABLE_FILE;
            case TOO_MANY_PIXELS -> ErrorCode.TOO_MANY_PIXELS;
            case BROKEN -> ErrorCode.BROKEN;
            case NO_PROGRAM -> ErrorCode.INTERNAL;
        };
    }

    private static Outcome failed(Input.OfVideo video, ErrorCode code, String message) {
        return new Outcome.Failed(ErrorJson.of(video.name(), code, message));
    }
}
