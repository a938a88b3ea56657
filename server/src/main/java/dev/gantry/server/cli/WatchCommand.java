package dev.gantry.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.PlateRecognizer;
import dev.gantry.image.ImageLimits;
import dev.gantry.model.ModelException;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.NewestFrame;
import dev.gantry.server.camera.Pace;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import dev.gantry.server.camera.VideoRecognizer;
import dev.gantry.server.json.Json;
import dev.gantry.server.json.SightingJson;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.SightingEvent;
import dev.gantry.track.TrackerOptions;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gantry watch}: sightings of a camera, as they happen. */
@Command(
        name = "watch",
        description = "Watches a camera or stream and writes a line of JSON for everything that happens to a sighting.",
        mixinStandardHelpOptions = true,
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the source ended",
            "2:the command line is wrong, or a model or ffmpeg cannot be used",
            "3:the source cannot be opened, or it broke"
        },
        footer = {
            "",
            "Examples:",
            "  gantry watch rtsp://user:password@camera/stream1",
            "  gantry watch --format text /dev/video0"
        })
public final class WatchCommand implements Callable<Integer> {

    private static final int ENDED = 0;

    private final RecognizerFactory recognizers;
    private final ObjectMapper mapper = Json.mapper();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "rtsp://..., http://... (MJPEG or HLS), /dev/video0, or a video file.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            converter = OutputFormat.Converter.class,
            description = "json (one object a line, the default) or text.")
    private OutputFormat format = OutputFormat.JSON;

    @Mixin
    private VideoFlags video = new VideoFlags();

    @Mixin
    private RecognizerFlags flags = new RecognizerFlags();

    public WatchCommand(RecognizerFactory recognizers) {
        this.recognizers = recognizers;
    }

    @Override
    public Integer call() throws InterruptedException {
        video.check();
        PrintWriter err = spec.commandLine().getErr();
        try (var recognizer = recognizers.create(flags.options())) {
            watch(recognizer);
            return ENDED;
        } catch (ModelException e) {
            err.println(e.getMessage());
            return RecognizeCommand.NOT_STARTED;
        } catch (VideoException e) {
            err.println(e.getMessage());
            return e.code() == VideoException.Code.NO_PROGRAM
                    ? RecognizeCommand.NOT_STARTED
                    : RecognizeCommand.SOME_FAILED;
        }
    }

    private void watch(PlateRecognizer recognizer) throws VideoException, InterruptedException {
        VideoInput input = VideoInput.of(source);
        Sampling sampling = video.sampling(input.isLive() ? VideoFlags.OF_LIVE_SOURCES : VideoFlags.OF_FILES);
        try (ExecutorService worker = Executors.newSingleThreadExecutor();
                FrameSource frames = open(input, sampling)) {
            var tracker = new PlateTracker(TrackerOptions.defaults(), flags.formats());
            new VideoRecognizer(
                            recognizer::analyzeFrame,
                            worker,
                            0,
                            input.isLive() ? Pace.LIVE : Pace.EVERY_FRAME,
                            tracker,
                            new MotionGate(List.of()),
                            (_, tracking) -> tracking.events().forEach(event -> write(input.name(), event)))
                    .run(frames);
        }
    }

    private FrameSource open(VideoInput input, Sampling sampling) throws VideoException {
        var frames = FfmpegFrames.open(video.program(), input, sampling, ImageLimits.DEFAULT.maxPixels());
        return input.isLive() ? NewestFrame.of(frames, input.name()) : frames;
    }

    private void write(String name, SightingEvent event) {
        PrintWriter out = spec.commandLine().getOut();
        SightingJson json = SightingJson.of(name, event);
        out.println(
                switch (format) {
                    case JSON, CSV -> json(json);
                    case TEXT -> json.event() + " " + TextWriter.line(json);
                });
        out.flush();
    }

    private String json(SightingJson sighting) {
        try {
            return mapper.writeValueAsString(sighting);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // records of texts and numbers: cannot happen
        }
    }
}
