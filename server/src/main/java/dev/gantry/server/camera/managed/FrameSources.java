package dev.gantry.server.camera.managed;

import dev.gantry.image.ImageDecoder;
import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.Rotation;
import dev.gantry.server.camera.Sampling;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoInput;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens what cameras are set up with. Safe for use by many threads. */
public final class FrameSources implements AutoCloseable {

    private final @Nullable String ffmpeg;
    private final Path cache;
    private final Supplier<ImageDecoder> decoders;
    private final long maxBytes;
    private final long maxPixels;
    private final Timings timings;
    private final HttpClient client;
    private @Nullable FfmpegProgram program;
    private @Nullable ImageDecoder decoder;

    /**
     * @param ffmpeg the program to use; null for the one that comes along or is on the PATH
     * @param cache folder that the one that comes along is unpacked into
     * @param decoders makes what decodes single pictures
     * @param maxBytes of a single picture
     * @param maxPixels of a frame
     */
    public FrameSources(
            @Nullable String ffmpeg,
            Path cache,
            Supplier<ImageDecoder> decoders,
            long maxBytes,
            long maxPixels,
            Timings timings) {
        this.ffmpeg = ffmpeg;
        this.cache = cache;
        this.decoders = decoders;
        this.maxBytes = maxBytes;
        this.maxPixels = maxPixels;
        this.timings = timings;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // some cameras do not bear being asked for more
                .connectTimeout(timings.silence())
                .followRedirects(HttpClient.Redirect.NEVER) // credentials are for this camera alone
                .build();
    }

    /** Opens a camera's source; its frames are upright. */
    FrameSource open(CameraDefinition camera) throws VideoException {
        return switch (camera.source()) {
            case CameraSource.Stream(var address) ->
                video(
                        new VideoInput.OfNetwork(withCredentials(address, camera.credentials()), timings.silence()),
                        camera);
            case CameraSource.VideoFile(var file, var loop) ->
                video(loop ? new VideoInput.OfLoop(file) : new VideoInput.OfFile(file), camera);
            case CameraSource.Device(var device) -> video(new VideoInput.OfDevice(device), camera);
            case CameraSource.Snapshots snapshots ->
                turned(
                        new SnapshotFrames(
                                client, decoder(), snapshots, camera.credentials(), timings.silence(), maxBytes),
                        camera.rotation());
            case CameraSource.Folder folder ->
                turned(new FolderFrames(folder, decoder(), maxBytes, timings.folder()), camera.rotation());
        };
    }

    private FrameSource video(VideoInput input, CameraDefinition camera) throws VideoException {
        var sampling = new Sampling.AtMost(camera.framesPerSecond());
        return FfmpegFrames.open(program(), input, sampling, camera.rotation(), maxPixels);
    }

    /** Looked for when it is needed first: unpacking takes a second. */
    private synchronized FfmpegProgram program() throws VideoException {
        if (program == null) {
            program = FfmpegProgram.find(ffmpeg, cache);
        }
        return program;
    }

    /** Made when it is needed first: it may load native code, which a server that fails to start must not be amid. */
    private synchronized ImageDecoder decoder() {
        if (decoder == null) {
            decoder = decoders.get();
        }
        return decoder;
    }

    private static String withCredentials(URI address, Optional<Credentials> credentials) {
        return credentials
                .map(who -> address.toString().replaceFirst("//", "//" + who.inAddress() + "@"))
                .orElseGet(address::toString);
    }

    private static FrameSource turned(FrameSource source, Rotation rotation) {
        return rotation == Rotation.NONE ? source : new Turned(source, rotation);
    }

    private record Turned(FrameSource source, Rotation rotation) implements FrameSource {

        @Override
        public @Nullable Frame next() throws VideoException, InterruptedException {
            Frame frame = source.next();
            return frame == null ? null : new Frame(frame.time(), rotation.apply(frame.image()));
        }

        @Override
        public Optional<Duration> length() {
            return source.length();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
