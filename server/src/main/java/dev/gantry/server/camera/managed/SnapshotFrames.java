package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoException.Code;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Single pictures that are asked for over HTTP again and again. One that cannot be got or decoded is a failure of the source. */
final class SnapshotFrames implements FrameSource {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final HttpClient client;
    private final ImageDecoder decoder;
    private final CameraSource.Snapshots source;
    private final Optional<Credentials> credentials;
    private final Duration silence;
    private final long maxBytes;
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable DigestAuth digest;
    private long next = start;
    private volatile @Nullable CompletableFuture<?> underWay;

    /**
     * @param silence a camera that takes longer to answer has failed
     * @param maxBytes of a picture
     */
    SnapshotFrames(
            HttpClient client,
            ImageDecoder decoder,
            CameraSource.Snapshots source,
            Optional<Credentials> credentials,
            Duration silence,
            long maxBytes) {
        this.client = client;
        this.decoder = decoder;
        this.source = source;
        this.credentials = credentials;
        this.silence = silence;
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        awaitTurn();
        if (closed.getCount() == 0) {
            return null;
        }
        try {
            Image image = decoder.decode(picture());
            return new Frame(Duration.ofNanos(System.nanoTime() - start), image);
        } catch (ImageException e) {
            throw new VideoException(Code.BROKEN, "The camera's picture cannot be decoded: " + e.getMessage());
        }
    }

    private void awaitTurn() throws InterruptedException {
        closed.await(next - System.nanoTime(), TimeUnit.NANOSECONDS);
        next = System.nanoTime() + source.interval().toNanos();
    }

    private byte[] picture() throws VideoException, InterruptedException {
        HttpResponse<byte[]> response = ask(authorization());
        if (response.statusCode() == UNAUTHORIZED && credentials.isPresent()) {
            digest = DigestAuth.of(response.headers().allValues("WWW-Authenticate"))
                    .orElse(null);
            if (digest != null) { // a new nonce, or the first one
                response = ask(authorization());
            }
        }
        int status = response.statusCode();
        if (status != OK) {
            Code code = status == UNAUTHORIZED || status == FORBIDDEN
                    ? Code.FORBIDDEN
                    : status == NOT_FOUND ? Code.NOT_FOUND : Code.BROKEN;
            String why = code == Code.FORBIDDEN ? ": user or password is wrong" : "";
            throw new VideoException(code, "The camera answers with status %d%s.".formatted(status, why));
        }
        return response.body();
    }

    private Optional<String> authorization() {
        DigestAuth challenge = digest;
        return credentials.map(who -> challenge == null
                ? "Basic "
                        + Base64.getEncoder()
                                .encodeToString((who.user() + ":" + who.password()).getBytes(StandardCharsets.UTF_8))
                : challenge.header(who, "GET", path()));
    }

    private String path() {
        String path = source.address().getRawPath();
        String query = source.address().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private HttpResponse<byte[]> ask(Optional<String> authorization) throws VideoException, InterruptedException {
        var request = HttpRequest.newBuilder(source.address()).timeout(silence).header("Accept", "image/*");
        authorization.ifPresent(header -> request.header("Authorization", header));
        var answer = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), maxBytes));
        underWay = answer;
        try {
            // The request's own timeout ends with the headers; a body that stops amid its way must not hold us up.
            return answer.get(2 * silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw tooSlow();
            }
            boolean cut = e.getCause() instanceof IOException
                    && String.valueOf(e.getCause().getMessage()).contains("limit");
            throw new VideoException(
                    Code.NOT_FOUND,
                    cut
                            ? "The camera's picture has more than %d bytes.".formatted(maxBytes)
                            : "The camera cannot be reached, or hangs up.");
        } finally {
            answer.cancel(true);
        }
    }

    private VideoException tooSlow() {
        return new VideoException(
                Code.NOT_FOUND, "The camera has not answered within %.1f s.".formatted(silence.toMillis() / 1_000.0));
    }

    @Override
    public void close() {
        closed.countDown();
        CompletableFuture<?> answer = underWay;
        if (answer != null) {
            answer.cancel(true);
        }
    }
}
