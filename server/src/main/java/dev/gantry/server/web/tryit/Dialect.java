package dev.gantry.server.web.tryit;

import java.util.List;

/**
 * A way in which the server can be asked.
 *
 * @param name of the system whose words they are
 * @param field of the form that holds the picture
 */
public record Dialect(String name, String path, String field) {

    static final List<Dialect> ALL = List.of(
            new Dialect("Gantry", "/api/v1/recognize", "image"),
            new Dialect("CodeProject.AI, Easy-local-ALPR", "/v1/vision/alpr", "upload"),
            new Dialect("Plate Recognizer", "/v1/plate-reader/", "upload"),
            new Dialect("OpenALPR Cloud", "/v2/recognize", "image"),
            new Dialect("ALPR Flask API", "/recognize", "image"),
            new Dialect("FlaskALPR", "/upload-camera-image", "image"),
            new Dialect("vrpdr", "/", "file"));
}
