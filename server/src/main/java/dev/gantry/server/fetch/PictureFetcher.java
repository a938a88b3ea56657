package dev.gantry.server.fetch;

import dev.gantry.server.fetch.UrlGuard.Target;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.json.ErrorCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Gets pictures from other servers. Safe for use by many threads; each one's own limits hold for all together. */
public final class PictureFetcher {

    /** From http to https, from the bare name to www, to the place where the file is: more are loops. */
    private static final int MOST_REDIRECTS = 3;

    /** Each holds a connection and a waiting client; more would make a weapon against others of this server. */
    private static final int MOST_AT_ONCE = 16;

    private static final String USER_AGENT = "Gantry";

    /** A kept connection would serve nobody: the next fetch of the same name goes to addresses looked up anew. */
    private static final ConnectionPool NONE_KEPT = new ConnectionPool(0, 1, TimeUnit.SECONDS);

    private final boolean enabled;
    private final Duration timeout;
    private final long maxBytes;
    private final UploadMemory memory;
    private final UrlGuard guard;
    private final OkHttpClient client;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * @param settings whether and where to go
     * @param maxBytes most bytes of a picture
     * @param memory shared with uploads
     */
    public PictureFetcher(FetchSettings settings, long maxBytes, UploadMemory memory) {
        this(settings, maxBytes, memory, InetAddress::getAllByName, new OkHttpClient());
    }

    PictureFetcher(
            FetchSettings settings, long maxBytes, UploadMemory memory, UrlGuard.Resolver resolver, OkHttpClient base) {
        this.enabled = settings.enabled();
        this.timeout = settings.timeout();
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.guard = new UrlGuard(settings.allowed(), new TimedResolver(resolver, timeout, MOST_AT_ONCE));
        this.client = base.newBuilder()
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(NONE_KEPT)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .proxy(Proxy.NO_PROXY) // a proxy would look names up by itself
                .cookieJar(CookieJar.NO_COOKIES)
                .build();
    }

    /**
     * Gets what is at the address; close it when the answer is known.
     *
     * @throws RequestException when this is switched off, the address may not be gone to, or nothing usable came from there
     */
    public FetchedPicture fetch(String address) {
        if (!enabled) {
            throw failed("Pictures by their address are switched off on this server; send the picture itself.");
        }
        if (!places.tryAcquire()) {
            throw new RequestException(
                    ErrorCode.OVERLOADED, "Too many pictures are being fetched; try again in a moment.");
        }
        try {
            long deadline = System.nanoTime() + timeout.toNanos(); // looking the name up counts
            return fetch(guard.check(address), deadline);
        } finally {
            places.release();
        }
    }

    private FetchedPicture fetch(Target first, long deadline) {
        Target target = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (Response response = call(target, deadline).execute()) {
                if (!response.isRedirect()) {
                    return picture(response);
                }
                target = next(target, response);
            } catch (InterruptedIOException _) {
                throw failed("The picture's server took longer than %d ms.".formatted(timeout.toMillis()));
            } catch (IOException _) { // its text would tell the client of the network here
                throw failed("The picture could not be fetched from its address.");
            }
        }
        throw failed("The picture's address leads to more than %d others.".formatted(MOST_REDIRECTS));
    }

    /** Goes to the addresses that were checked; the name still counts for TLS and for the other server. */
    private Call call(Target target, long deadline) {
        List<InetAddress> pinned = target.addresses();
        var request = new Request.Builder()
                .url(target.url())
                .header("User-Agent", USER_AGENT)
                .header("Accept", "image/*")
                .header("Accept-Encoding", "identity")
                .build();
        Call call = client.newBuilder().dns(_ -> pinned).build().newCall(request);
        call.timeout().timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        return call;
    }

    private Target next(Target target, Response redirect) {
        String location = redirect.header("Location");
        HttpUrl url = location == null ? null : target.url().resolve(location);
        if (url == null) {
            throw failed("The picture's address leads to another that is none.");
        }
        Target next = guard.check(url);
        if (!target.mayLeadTo(next)) {
            throw failed("The picture's address leads to another that this server does not follow.");
        }
        return next;
    }

    private FetchedPicture picture(Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw failed("The picture's server answered with status %d.".formatted(response.code()));
        }
        if (response.body().contentLength() > maxBytes) {
            throw tooLarge();
        }
        var picture = new FetchedPicture(memory);
        try {
            if (!picture.read(response.body().byteStream(), maxBytes)) {
                throw tooLarge();
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            picture.close();
            throw e;
        }
    }

    private RequestException tooLarge() {
        return new RequestException(
                ErrorCode.TOO_LARGE, "The picture is larger than the %,d bytes that are accepted.".formatted(maxBytes));
    }

    private static RequestException failed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
