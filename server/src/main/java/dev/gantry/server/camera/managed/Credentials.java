package dev.gantry.server.camera.managed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Who Gantry is for a camera. Never shown to anybody. */
public record Credentials(String user, String password) {

    /** As addresses have it before the host: {@code user:password}, with special characters encoded. */
    String inAddress() {
        return encoded(user) + ":" + encoded(password);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
