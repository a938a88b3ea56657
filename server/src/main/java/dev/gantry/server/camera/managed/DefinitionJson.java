package dev.gantry.server.camera.managed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.plate.Point;
import dev.gantry.server.camera.SecretText;
import dev.gantry.track.Zone;
import java.util.List;

/** Writes a camera's definition as JSON that {@link DefinitionFormat} reads. */
public final class DefinitionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DefinitionJson() {}

    /** For clients: without user, password and whatever else is secret in an address. */
    public static ObjectNode shown(CameraDefinition camera) {
        ObjectNode json = common(camera, SecretText.masked(source(camera.source())));
        json.put("hasCredentials", camera.credentials().isPresent());
        return json;
    }

    /** For the database: with everything. */
    static ObjectNode stored(CameraDefinition camera) {
        ObjectNode json = common(camera, source(camera.source()));
        camera.credentials()
                .ifPresent(credentials -> json.put("user", credentials.user()).put("password", credentials.password()));
        return json;
    }

    static String source(CameraSource source) {
        return switch (source) {
            case CameraSource.Stream(var address) -> address.toString();
            case CameraSource.Snapshots snapshots -> snapshots.address().toString();
            case CameraSource.VideoFile video -> video.file().toString();
            case CameraSource.Device(var device) -> device.toString();
            case CameraSource.Folder watched -> watched.folder().toString();
        };
    }

    private static ObjectNode common(CameraDefinition camera, String source) {
        ObjectNode json = NODES.objectNode()
                .put("id", camera.id())
                .put("name", camera.name())
                .put("enabled", camera.enabled())
                .put("source", source);
        switch (camera.source()) {
            case CameraSource.Snapshots snapshots ->
                json.put("interval", snapshots.interval().toMillis() / 1_000.0);
            case CameraSource.VideoFile video -> json.put("loop", video.loop());
            case CameraSource.Folder watched -> {
                var moveTo = watched.moveTo();
                if (moveTo == null) {
                    json.put("delete", true);
                } else {
                    json.put("moveTo", moveTo.toString());
                }
            }
            case CameraSource.Stream _, CameraSource.Device _ -> {}
        }
        json.put("fps", camera.framesPerSecond());
        json.set("include", zones(camera.include()));
        json.set("exclude", zones(camera.exclude()));
        json.put("minPlateHeight", camera.minPlateHeight());
        json.put("maxPlateHeight", Double.isInfinite(camera.maxPlateHeight()) ? null : camera.maxPlateHeight());
        json.put("minConfidence", camera.minConfidence());
        ArrayNode regions = json.putArray("regions");
        camera.regions().forEach(regions::add);
        var line = camera.line();
        json.set("line", line == null ? NODES.nullNode() : points(List.of(line.from(), line.to())));
        json.put("gap", camera.gap().toMillis() / 1_000.0);
        json.put("rotation", camera.rotation().degrees());
        var timeZone = camera.timeZone();
        json.put("timeZone", timeZone == null ? null : timeZone.getId());
        return json;
    }

    private static ArrayNode zones(List<Zone> zones) {
        ArrayNode all = NODES.arrayNode();
        zones.forEach(zone -> all.add(points(zone.corners())));
        return all;
    }

    /** Points as {@code [x, y]}. */
    public static ArrayNode points(List<Point> points) {
        ArrayNode all = NODES.arrayNode();
        points.forEach(point -> all.addArray().add(point.x()).add(point.y()));
        return all;
    }
}
