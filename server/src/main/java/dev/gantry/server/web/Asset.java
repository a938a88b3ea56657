package dev.gantry.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** One file of the pages, from this jar. */
final class Asset {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final byte[] bytes;
    private final String mediaType;
    private final String tag;

    private Asset(byte[] bytes, String mediaType) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.tag = '"' + digest(bytes) + '"';
    }

    /**
     * Finds a file.
     *
     * @param path below {@code src/main/resources/web}
     */
    static Optional<Asset> at(String path) {
        String mediaType = MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (mediaType == null) {
            return Optional.empty();
        }
        try (InputStream in = Asset.class.getResourceAsStream("/web/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new Asset(in.readAllBytes(), mediaType));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String mediaType() {
        return mediaType;
    }

    /** The entity tag: the same as long as the content is the same. */
    String tag() {
        return tag;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
