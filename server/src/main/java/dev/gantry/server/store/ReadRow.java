package dev.gantry.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.server.history.Judgement;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Source;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** A read as a row of table {@code plate_read}. Places and candidates are short JSON arrays there. */
final class ReadRow {

    static final String COLUMNS =
            "id, uid, time, text, plate, confidence, region, box, corners, candidates, dialect, client,"
                    + " camera, picture_digest, model_digest, strip, picture, hit, sighting, verdict, correction";

    private static final String INSERT = """
            INSERT INTO plate_read (id, uid, time, text, plate, confidence, country, region, box, corners, candidates,
                dialect, client, camera, picture_digest, model_digest, strip, picture, bytes, hit, margin,
                width, read_group)
            VALUES (:id, :uid, :time, :text, :plate, :confidence, :country, :region, :box, :corners, :candidates,
                :dialect, :client, :camera, :pictureDigest, :modelDigest, :strip, :picture, :bytes, :hit, :margin,
                :width, :readGroup)""";

    private static final JsonMapper JSON = Json.mapper();

    /** A candidate as it is kept. */
    private record Kept(String text, double confidence) {}

    private ReadRow() {}

    static String insert() {
        return INSERT;
    }

    /**
     * @param bytes size of the files that belong to the read
     * @param group number of its {@link ReadGroup}
     */
    static <S extends SqlStatement<S>> S bind(S statement, PlateRead read, long bytes, long group) {
        return statement
                .bind("id", read.id())
                .bind("uid", read.uid())
                .bind("time", read.time().toEpochMilli())
                .bind("text", read.text())
                .bind("plate", read.plate())
                .bind("confidence", read.confidence())
                .bind("country", country(read.region()))
                .bind("region", read.region())
                .bind("box", box(read.box()))
                .bind("corners", corners(read.corners()))
                .bind("candidates", candidates(read.candidates()))
                .bind("dialect", read.source().dialect())
                .bind("client", read.source().client())
                .bind("camera", read.source().camera())
                .bind("pictureDigest", read.pictureDigest())
                .bind("modelDigest", read.modelDigest())
                .bind("strip", read.strip())
                .bind("picture", read.picture())
                .bind("bytes", bytes)
                .bind("hit", read.hit() ? 1 : 0)
                .bind("margin", margin(read))
                .bind("width", width(read))
                .bind("readGroup", group);
    }

    /** How much likelier the text is than the next one: where it is small, a look by a person is worth most. */
    private static double margin(PlateRead read) {
        return read.confidence()
                - read.candidates().stream()
                        .filter(candidate -> !candidate.text().equals(read.text()))
                        .mapToDouble(Candidate::confidence)
                        .max()
                        .orElse(0);
    }

    /** Of the plate, px; null when it is not known where it is. */
    private static @Nullable Double width(PlateRead read) {
        if (read.corners() != null) {
            return read.corners().width();
        }
        return read.box() == null ? null : read.box().width();
    }

    static PlateRead read(ResultSet row) throws SQLException {
        return new PlateRead(
                row.getLong("id"),
                row.getString("uid"),
                Instant.ofEpochMilli(row.getLong("time")),
                row.getString("text"),
                row.getString("plate"),
                row.getDouble("confidence"),
                row.getString("region"),
                boxOf(row.getString("box")),
                cornersOf(row.getString("corners")),
                candidatesOf(row.getString("candidates")),
                new Source(row.getString("dialect"), row.getString("client"), row.getString("camera")),
                row.getString("picture_digest"),
                row.getString("model_digest"),
                row.getString("strip"),
                row.getString("picture"),
                row.getInt("hit") != 0,
                row.getObject("sighting") == null ? null : row.getLong("sighting"),
                judgementOf(row));
    }

    private static @Nullable Judgement judgementOf(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null ? null : new Judgement(Verdict.of(verdict), row.getString("correction"));
    }

    /** {@code us} of {@code us-ca}. */
    static @Nullable String country(@Nullable String region) {
        return region == null ? null : region.split("-", 2)[0];
    }

    static @Nullable String box(@Nullable Box box) {
        return box == null ? null : json(new double[] {box.x(), box.y(), box.width(), box.height()});
    }

    private static @Nullable Box boxOf(@Nullable String json) {
        if (json == null) {
            return null;
        }
        double[] sides = parse(json, double[].class);
        return new Box(sides[0], sides[1], sides[2], sides[3]);
    }

    static @Nullable String corners(@Nullable Quad quad) {
        return quad == null
                ? null
                : json(quad.corners().stream()
                        .map(corner -> new double[] {corner.x(), corner.y()})
                        .toList());
    }

    private static @Nullable Quad cornersOf(@Nullable String json) {
        if (json == null) {
            return null;
        }
        List<Point> points = Stream.of(parse(json, double[][].class))
                .map(xy -> new Point(xy[0], xy[1]))
                .toList();
        return new Quad(points.get(0), points.get(1), points.get(2), points.get(3));
    }

    static String candidates(List<Candidate> candidates) {
        return json(candidates.stream()
                .map(candidate -> new Kept(candidate.text(), candidate.confidence()))
                .toList());
    }

    static List<Candidate> candidatesOf(String json) {
        return Stream.of(parse(json, Kept[].class))
                .map(kept -> new Candidate(kept.text(), kept.confidence()))
                .toList();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T parse(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the history is damaged", e);
        }
    }
}
