package dev.gantry.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart form as a browser would send it. */
final class Form {

    private static final String BOUNDARY = "gantry-test-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form file(String field, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(field, fileName), content);
    }

    /** With a declared content type. */
    Form file(String field, String fileName, String type, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s".formatted(field, fileName, type), content);
    }

    Form field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String disposition, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
        return this;
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
