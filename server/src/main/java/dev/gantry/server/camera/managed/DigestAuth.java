package dev.gantry.server.camera.managed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers a camera's challenge by HTTP digest authentication (RFC 7616), MD5 or SHA-256, with "auth" or the older form without. */
final class DigestAuth {

    private static final Pattern PARAMETER =
            Pattern.compile("(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String realm;
    private final String nonce;
    private final @Nullable String opaque;
    private final String algorithm;
    private final boolean auth;
    private int count;

    private DigestAuth(Map<String, String> parameters, String algorithm) {
        realm = parameters.getOrDefault("realm", "");
        nonce = parameters.getOrDefault("nonce", "");
        opaque = parameters.get("opaque");
        this.algorithm = algorithm;
        auth = List.of(parameters.getOrDefault("qop", "").split("\\s*,\\s*", -1))
                .contains("auth");
    }

    /** The best challenge that can be answered; empty when there is none. */
    static Optional<DigestAuth> of(List<String> challenges) {
        return challenges.stream()
                .filter(challenge -> challenge.toLowerCase(Locale.ROOT).startsWith("digest "))
                .flatMap(challenge -> parsed(challenge).stream())
                .max((one, other) -> one.algorithm.length() - other.algorithm.length());
    }

    private static Optional<DigestAuth> parsed(String challenge) {
        var parameters = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = PARAMETER.matcher(challenge);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        String algorithm = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
        return algorithm.equals("MD5") || algorithm.equals("SHA-256")
                ? Optional.of(new DigestAuth(parameters, algorithm))
                : Optional.empty();
    }

    /** The header {@code Authorization} of one request. */
    String header(Credentials credentials, String method, String path) {
        String clientNonce = HexFormat.of().toHexDigits(RANDOM.nextLong());
        return header(credentials, method, path, clientNonce);
    }

    String header(Credentials credentials, String method, String path, String clientNonce) {
        String number = String.format(Locale.ROOT, "%08x", ++count);
        String who = hash(credentials.user() + ":" + realm + ":" + credentials.password());
        String what = hash(method + ":" + path);
        String response = auth
                ? hash(String.join(":", who, nonce, number, clientNonce, "auth", what))
                : hash(String.join(":", who, nonce, what));
        var header = new StringBuilder(
                "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, response=\"%s\""
                        .formatted(quoted(credentials.user()), quoted(realm), nonce, path, algorithm, response));
        if (auth) {
            header.append(", qop=auth, nc=%s, cnonce=\"%s\"".formatted(number, clientNonce));
        }
        if (opaque != null) {
            header.append(", opaque=\"%s\"".formatted(opaque));
        }
        return header.toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }
}
