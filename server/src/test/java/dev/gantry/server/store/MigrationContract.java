package dev.gantry.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.ReadFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that an older Gantry has written is found again. */
abstract class MigrationContract {

    private static final String OLD_READ = """
            INSERT INTO plate_read (id, uid, time, text, plate, confidence, country, region, candidates, dialect, camera, bytes, hit)
            VALUES (:id, :uid, 0, 'AB1', 'AB1', :confidence, :country, :region, '[]', 'gantry', :camera, 0, :hit)""";

    /** Around each place where a range of confidence begins. */
    private static final List<Double> CONFIDENCES = DoubleStream.of(
                    0, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 0.9999, 1)
            .flatMap(least -> DoubleStream.of(Math.max(0, least - 1e-6), least))
            .boxed()
            .distinct()
            .toList();

    @TempDir
    Path folder;

    abstract StoreOptions options(Path folder);

    @Test
    void oldReadsAreInTheGroupsOfNewOnes() throws Exception {
        StoreOptions options = options(folder);
        String url = options.url().orElse("jdbc:sqlite:" + folder.resolve("gantry.sqlite"));
        Flyway.configure()
                .dataSource(url, options.user(), options.password())
                .locations("classpath:db/migration/" + (options.url().isPresent() ? "postgresql" : "sqlite"))
                .target("3")
                .load()
                .migrate();
        Jdbi database = Jdbi.create(url, options.user(), options.password());
        for (double confidence : CONFIDENCES) {
            insert(database, confidence, "gate", "us", "us-ca", 0);
        }
        insert(database, 0.5, null, null, null, 0);
        insert(database, 0.5, "yard", "de", "de", 1);
        int reads = CONFIDENCES.size() + 2;
        database.useHandle(handle -> handle.execute("UPDATE counter SET last = " + reads + " WHERE name = 'read'"));

        try (Store store = Store.open(options, () -> {})) {
            long groups = groups(database);
            store.history()
                    .append(CONFIDENCES.stream().map(MigrationContract::same).toList());
            assertThat(groups(database)).as("no group is there twice").isEqualTo(groups);
            assertThat(found(store, new ReadFilter(null, null, "gate", null, "us-ca", 0.9, null)))
                    .isEqualTo(2 * CONFIDENCES.stream().filter(c -> c >= 0.9).count());
            assertThat(found(store, new ReadFilter(null, null, null, null, null, null, null, null, true, null)))
                    .isOne();
            assertThat(found(store, new ReadFilter(null, null, null, "gantry", null, null, null)))
                    .isEqualTo(reads + CONFIDENCES.size());
        }
    }

    private static NewRead same(double confidence) {
        return Reads.read("AB1", Reads.NOON, "gate", "us-ca", confidence);
    }

    private static void insert(
            Jdbi database,
            double confidence,
            @Nullable String camera,
            @Nullable String country,
            @Nullable String region,
            int hit) {
        database.useHandle(handle -> {
            long id = handle.createQuery("SELECT coalesce(max(id), 0) + 1 FROM plate_read")
                    .mapTo(long.class)
                    .one();
            handle.createUpdate(OLD_READ)
                    .bind("id", id)
                    .bind("uid", "old-" + id)
                    .bind("confidence", confidence)
                    .bind("country", country)
                    .bind("region", region)
                    .bind("camera", camera)
                    .bind("hit", hit)
                    .execute();
        });
    }

    private static long groups(Jdbi database) {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM read_group")
                .mapTo(long.class)
                .one());
    }

    private static long found(Store store, ReadFilter filter) {
        return store.history().search(filter, null, 1_000).reads().size();
    }
}
