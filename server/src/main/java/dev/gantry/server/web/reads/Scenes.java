package dev.gantry.server.web.reads;

import dev.gantry.image.Image;
import dev.gantry.image.ImageDecoder;
import dev.gantry.image.ImageException;
import dev.gantry.server.history.History;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** {@code GET /reads/{id}/scene}: a read's whole picture, made small for lists. */
public final class Scenes {

    /** Twice as wide as rows show it, for screens with fine pixels. */
    private static final int WIDTH = 288;

    /** Rows of a long list; about 10 KB each. */
    private static final int REMEMBERED = 300;

    /** Pictures that are made small at the same time: lists must not keep the processor from reading plates. */
    private final Semaphore atOnce = new Semaphore(1);

    private final History history;
    private final ImageDecoder decoder;
    private final Map<String, byte[]> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Scenes(History history, ImageDecoder decoder) {
        this.history = history;
        this.decoder = decoder;
    }

    public void register(RoutesConfig routes) {
        routes.get("/reads/{id}/scene", this::scene);
    }

    private void scene(Context ctx) throws InterruptedException, ImageException {
        long id = ReadId.of(ctx);
        String name = history.find(id).orElseThrow(NotFoundResponse::new).picture();
        if (name == null) {
            throw new NotFoundResponse();
        }
        ctx.contentType("image/jpeg")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .result(small(name));
    }

    private byte[] small(String name) throws InterruptedException, ImageException {
        byte[] known = remembered(name);
        if (known != null) {
            return known;
        }
        atOnce.acquire();
        try {
            byte[] before = remembered(name); // another may have made it meanwhile
            if (before != null) {
                return before;
            }
            byte[] file = history.file(name).orElseThrow(NotFoundResponse::new);
            byte[] jpeg = jpeg(decoder.decode(file));
            synchronized (made) {
                made.put(name, jpeg);
            }
            return jpeg;
        } finally {
            atOnce.release();
        }
    }

    private byte @Nullable [] remembered(String name) {
        synchronized (made) {
            return made.get(name);
        }
    }

    private static byte[] jpeg(Image picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(shrunk(picture), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** Each pixel is the mean of those that it stands for. */
    private static BufferedImage shrunk(Image picture) {
        int width = Math.min(WIDTH, picture.width());
        int height = Math.max(1, (int) ((long) picture.height() * width / picture.width()));
        byte[] bgr = picture.bgr();
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * picture.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * picture.width() / width));
                small.setRGB(x, y, mean(bgr, picture.width(), left, top, right, bottom));
            }
        }
        return small;
    }

    private static int mean(byte[] bgr, int stride, int left, int top, int right, int bottom) {
        int blue = 0;
        int green = 0;
        int red = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = (y * stride + left) * 3; i < (y * stride + right) * 3; i += 3) {
                blue += bgr[i] & 0xff;
                green += bgr[i + 1] & 0xff;
                red += bgr[i + 2] & 0xff;
            }
        }
        int count = (right - left) * (bottom - top);
        return red / count << 16 | green / count << 8 | blue / count;
    }
}
