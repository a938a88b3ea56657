package dev.gantry.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gantry import} on a database as FlaskALPR makes it. */
class ImportCommandTest {

    @TempDir
    private Path folder;

    private void flaskAlpr(Path file, String... rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE licence_plate (plate VARCHAR(8) NOT NULL, time BIGINT NOT NULL,"
                    + " PRIMARY KEY (plate, time))");
            for (String row : rows) {
                statement.execute("INSERT INTO licence_plate VALUES (" + row + ")");
            }
        }
    }

    private CommandRun run(Path file) {
        return CommandRun.of(new ImportCommand(), file.toString(), "--set", "data.folder=" + folder.resolve("data"));
    }

    @Test
    void takesEveryDetectionOverOnce() throws Exception {
        Path file = folder.resolve("database.sqlite");
        flaskAlpr(
                file,
                "'AB1234CD', 1606850063",
                "'AB1234CD', 1606850064",
                "'ab 99', 1606850065",
                "char(12), 1606850066",
                "'CD' || char(0) || '12', 1606850067");
        byte[] before = Files.readAllBytes(file);

        CommandRun first = run(file);
        CommandRun second = run(file);

        assertThat(first.out())
                .isEqualToIgnoringNewLines("Imported 4 reads; 0 were there already, 1 had no usable text or time.");
        assertThat(second.out())
                .isEqualToIgnoringNewLines("Imported 0 reads; 4 were there already, 1 had no usable text or time.");
        assertThat(first.code()).isZero();
        assertThat(file).hasBinaryContent(before);
        try (var store = Store.open(StoreOptions.in(folder.resolve("data")), () -> {})) {
            var reads = store.history().search(ReadFilter.ALL, null, 10).reads();
            assertThat(reads).extracting(PlateRead::text).containsExactly("CD12", "ab 99", "AB1234CD", "AB1234CD");
            assertThat(reads.getLast().time()).isEqualTo(Instant.ofEpochSecond(1_606_850_063));
            assertThat(reads.getLast().source().dialect()).isEqualTo("flaskalpr");
            assertThat(store.history().firstSince("AB-1234-CD", Instant.ofEpochSecond(1_606_850_064)))
                    .isPresent();
            assertThat(store.events().newest()).isZero();
        }
    }

    @Test
    void passesOverTimesThatCannotBe() throws Exception {
        Path file = folder.resolve("database.sqlite");
        flaskAlpr(
                file,
                "'AB1', 1606850063",
                "'SOON', 253402300799",
                "'LATE', 253402300800",
                "'LATER', 9223372036854776",
                "'LAST', 9223372036854775807",
                "'FIRST', -9223372036854775808");

        CommandRun run = run(file);

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualToIgnoringNewLines("Imported 2 reads; 0 were there already, 4 had no usable text or time.");
        assertThat(run.code()).isZero();
    }

    @Test
    void tellsWhatIsWrongWithAFile() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no database");
        Path other = folder.resolve("other.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (x)");
        }

        assertThat(run(folder.resolve("missing.sqlite")).err()).contains("There is no file");
        assertThat(folder.resolve("missing.sqlite")).doesNotExist();
        for (Path file : new Path[] {text, other}) {
            CommandRun run = run(file);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("is no database of FlaskALPR").doesNotContain("\tat ");
        }
    }
}
