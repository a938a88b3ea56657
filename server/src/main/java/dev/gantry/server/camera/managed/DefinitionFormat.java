package dev.gantry.server.camera.managed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.plate.Point;
import dev.gantry.server.camera.Rotation;
import dev.gantry.track.Line;
import dev.gantry.track.TrackerOptions;
import dev.gantry.track.Zone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a camera's definition from JSON, as the API, the configuration and the database have it. */
public final class DefinitionFormat {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private static final int LONGEST_NAME = 100;

    private static final double DEFAULT_FRAMES_PER_SECOND = 10;

    private static final double MOST_FRAMES_PER_SECOND = 60;

    private static final double HIGHEST_PLATE = 10_000;

    private static final double LONGEST_GAP_SECONDS = 3_600;

    private final Set<String> regions;

    /** @param regions codes that may be named as the likely origin of plates */
    public DefinitionFormat(Set<String> regions) {
        this.regions = Set.copyOf(regions);
    }

    /**
     * Reads a definition.
     *
     * @throws DefinitionException with everything that is wrong
     */
    public CameraDefinition read(JsonNode json) throws DefinitionException {
        if (!json.isObject()) {
            throw new DefinitionException(List.of("it is no JSON object"));
        }
        var fields = new Fields(json);
        List.of("status", "editable", "hasCredentials", "suggestedMasks").forEach(fields::ignore);
        var found = SourceFormat.read(fields);
        String name = fields.text("name").orElse("");
        String id = fields.text("id").filter(text -> !text.isEmpty()).orElseGet(() -> slug(name));
        if (!ID.matcher(id).matches()) {
            fields.wrong("'id' must be 1 to 63 small letters, digits, - and _");
        }
        if (name.length() > LONGEST_NAME) {
            fields.wrong("'name' has more than %d characters".formatted(LONGEST_NAME));
        }
        double least = fields.number("minPlateHeight", 0, HIGHEST_PLATE, 0);
        double most = fields.number("maxPlateHeight", 1, HIGHEST_PLATE, Double.POSITIVE_INFINITY);
        if (least > most) {
            fields.wrong("'minPlateHeight' is more than 'maxPlateHeight'");
        }
        double gap = fields.number("gap", 0, LONGEST_GAP_SECONDS, (double)
                TrackerOptions.defaults().gap().toSeconds());
        boolean enabled = fields.flag("enabled", true);
        Optional<Credentials> credentials = credentials(fields).or(found::credentials);
        double framesPerSecond = fields.number("fps", 0.1, MOST_FRAMES_PER_SECOND, DEFAULT_FRAMES_PER_SECOND);
        List<Zone> include = zones("include", fields);
        List<Zone> exclude = zones("exclude", fields);
        double confidence =
                fields.number("minConfidence", 0, 1, TrackerOptions.defaults().minConfidence());
        List<String> origin = regions(fields);
        Line line = line(fields);
        Rotation rotation = rotation(fields);
        ZoneId timeZone = timeZone(fields);
        List<String> problems = fields.problems();
        CameraSource source = found.source();
        if (!problems.isEmpty() || source == null) {
            throw new DefinitionException(problems);
        }
        return new CameraDefinition(
                id,
                name.isEmpty() ? id : name,
                enabled,
                source,
                credentials,
                framesPerSecond,
                include,
                exclude,
                least,
                most,
                confidence,
                origin,
                line,
                Duration.ofMillis(Math.round(gap * 1_000)),
                rotation,
                timeZone);
    }

    /** {@code main-gate} of {@code Main gate!}. */
    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), 40));
    }

    /** An empty user takes them away; where neither is named, the address may still have them. */
    private static Optional<Credentials> credentials(Fields fields) {
        Optional<String> user = fields.text("user");
        Optional<String> password = fields.text("password");
        if (user.isEmpty() && password.isPresent() && !password.get().isEmpty()) {
            fields.wrong("'password' needs a 'user'");
        }
        return user.map(name -> new Credentials(name, password.orElse("")));
    }

    private static List<Zone> zones(String name, Fields fields) {
        var zones = new ArrayList<Zone>();
        for (List<Point> corners : fields.polygons(name)) {
            if (corners.size() < 3) {
                fields.wrong("each zone of '%s' needs at least three points".formatted(name));
            } else {
                zones.add(new Zone(corners));
            }
        }
        return zones;
    }

    private static @Nullable Line line(Fields fields) {
        List<Point> ends = fields.line("line");
        if (ends.isEmpty()) {
            return null;
        }
        if (ends.size() != 2 || ends.get(0).equals(ends.get(1))) {
            fields.wrong("'line' must be two different points");
            return null;
        }
        return new Line(ends.get(0), ends.get(1));
    }

    private List<String> regions(Fields fields) {
        List<String> codes = fields.texts("regions").stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .toList();
        if (!regions.containsAll(codes)) {
            fields.wrong("'regions' must be codes such as gb, de, us or us-ca");
        }
        return codes;
    }

    private static Rotation rotation(Fields fields) {
        try {
            return Rotation.of((int) fields.number("rotation", 0, 270, 0));
        } catch (IllegalArgumentException _) {
            fields.wrong("'rotation' must be 0, 90, 180 or 270");
            return Rotation.NONE;
        }
    }

    private static @Nullable ZoneId timeZone(Fields fields) {
        Optional<String> name = fields.text("timeZone").filter(text -> !text.isEmpty());
        try {
            return name.isEmpty() ? null : ZoneId.of(name.get());
        } catch (DateTimeException _) {
            fields.wrong("'timeZone' must be a name such as Europe/Berlin");
            return null;
        }
    }
}
