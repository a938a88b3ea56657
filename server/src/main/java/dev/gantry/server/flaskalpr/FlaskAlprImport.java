package dev.gantry.server.flaskalpr;

import dev.gantry.plate.Candidate;
import dev.gantry.server.history.History;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.Printable;
import dev.gantry.server.history.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes FlaskALPR's rows over into the history. What was taken over before is left out, so that it may be repeated. */
public final class FlaskAlprImport {

    private static final String DIALECT = "flaskalpr";

    /** FlaskALPR kept none. */
    private static final double UNKNOWN_CONFIDENCE = 0;

    /** The end of the year 9999, s since 1970: no clock was ever set to later, and what is far behind it cannot be kept. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** Rows that are stored at the same time: the price of a safe write is no longer felt. */
    private static final int BATCH = 1_000;

    private final History history;
    private final List<NewRead> batch = new ArrayList<>(BATCH);
    private long imported;
    private long known;
    private long unusable;

    private FlaskAlprImport(History history) {
        this.history = history;
    }

    /**
     * What came of it.
     *
     * @param known rows that had been taken over before
     * @param unusable rows without any letter or digit, since FlaskALPR stored what it could not read, or with a time that
     *     cannot be
     */
    public record Result(long imported, long known, long unusable) {}

    /**
     * @throws FlaskAlprException when the file cannot be read; rows before the fault are taken over then
     * @throws dev.gantry.server.history.HistoryException when they cannot be stored
     */
    public static Result run(FlaskAlprDatabase database, History history) throws FlaskAlprException {
        var run = new FlaskAlprImport(history);
        database.forEach(run::take);
        run.store();
        return new Result(run.imported, run.known, run.unusable);
    }

    private void take(FlaskAlprDatabase.Row row) {
        if (PlateKey.of(row.plate()).isEmpty() || row.epochSecond() < 0 || row.epochSecond() > LAST_SECOND) {
            unusable++;
            return;
        }
        batch.add(read(row));
        if (batch.size() == BATCH) {
            store();
        }
    }

    private void store() {
        int stored = history.restore(batch).size();
        imported += stored;
        known += batch.size() - stored;
        batch.clear();
    }

    private static NewRead read(FlaskAlprDatabase.Row row) {
        String name = DIALECT + "/" + row.epochSecond() + "/" + row.plate();
        String text = Printable.of(row.plate());
        return new NewRead(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                Instant.ofEpochSecond(row.epochSecond()),
                text,
                UNKNOWN_CONFIDENCE,
                null,
                null,
                null,
                List.of(new Candidate(text, UNKNOWN_CONFIDENCE)),
                new Source(DIALECT, null, null),
                null,
                null,
                Evidence.NONE);
    }
}
