package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What reads are filtered by, all of it together. Reads that do not differ in it are a group, a row of table {@code
 * read_group}; the newest of each can be found at once, whatever is asked for. Public for programs that fill the tables.
 *
 * @param least where the group's range of confidence begins
 */
public record ReadGroup(
        String dialect, @Nullable String camera, @Nullable String region, double least, boolean hit) {

    /** Where ranges of confidence begin: what people ask for, and finer where most reads are. The migrations have the same. */
    private static final double[] LEAST = {0, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1};

    private static final String FIND = """
            SELECT number FROM read_group WHERE dialect = :dialect AND coalesce(camera, '') = :camera
                AND coalesce(region, '') = :region AND least = :least AND hit = :hit""";

    private static final String ADD = """
            INSERT INTO read_group (camera, dialect, country, region, least, hit)
            VALUES (nullif(:camera, ''), :dialect, nullif(:country, ''), nullif(:region, ''), :least, :hit)
            RETURNING number""";

    static ReadGroup of(PlateRead read, boolean hit) {
        return new ReadGroup(
                read.source().dialect(), read.source().camera(), read.region(), least(read.confidence()), hit);
    }

    /** Where the range begins that has the confidence. */
    public static double least(double confidence) {
        return DoubleStream.of(LEAST).filter(least -> least <= confidence).max().orElse(LEAST[0]);
    }

    /** Its number, which it is given when it is new. Nobody else may add groups meanwhile: {@link Counter#lock}. */
    long number(Handle handle) {
        return handle.createQuery(FIND)
                .bind("dialect", dialect)
                .bind("camera", text(camera))
                .bind("region", text(region))
                .bind("least", least)
                .bind("hit", hit ? 1 : 0)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> add(handle));
    }

    private long add(Handle handle) {
        return handle.createQuery(ADD)
                .bind("dialect", dialect)
                .bind("camera", text(camera))
                .bind("country", text(ReadRow.country(region)))
                .bind("region", text(region))
                .bind("least", least)
                .bind("hit", hit ? 1 : 0)
                .mapTo(long.class)
                .one();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The numbers of many reads' groups, each looked up once. */
    static final class Numbers {

        private final Handle handle;
        private final Map<ReadGroup, Long> known = new HashMap<>();

        Numbers(Handle handle) {
            this.handle = handle;
        }

        /** Of a read that no list has an entry for yet. */
        long of(PlateRead read) {
            return known.computeIfAbsent(ReadGroup.of(read, false), group -> group.number(handle));
        }
    }
}
