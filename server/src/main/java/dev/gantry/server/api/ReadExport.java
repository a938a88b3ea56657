package dev.gantry.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.csv.Csv;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.json.BoxJson;
import dev.gantry.server.json.ReadJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all reads that fit into one answer, as they come from the history. */
final class ReadExport {

    private static final Logger LOG = LoggerFactory.getLogger(ReadExport.class);

    private static final String HEADER = Csv.row(
            "id",
            "time",
            "text",
            "plate",
            "confidence",
            "region",
            "source",
            "client",
            "camera",
            "x",
            "y",
            "width",
            "height",
            "hit",
            "pictureDigest",
            "modelDigest",
            "uid",
            "verdict",
            "correction");

    /** Spreadsheets take cells with such a beginning for formulas, and cameras and senders choose their own names. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final History history;
    private final JsonMapper mapper;

    ReadExport(History history, JsonMapper mapper) {
        this.history = history;
        this.mapper = mapper;
    }

    void write(Context ctx, ReadFilter filter, ReadFormat format) {
        var answer = new Answer(ctx, format);
        try {
            history.forEach(filter, answer::write);
            answer.begin(); // if there was no read
        } catch (HistoryException e) {
            if (!answer.begun) {
                throw e;
            }
            LOG.error("An export ended early", e);
            WatchedConnector.cutOff(ctx.req());
        } catch (UncheckedIOException e) {
            LOG.debug("The receiver of an export has hung up", e);
        }
    }

    /** The answer begins with the first read: until then a fault can still be told properly. */
    private final class Answer {

        private final Context ctx;
        private final boolean csv;
        private boolean begun;

        Answer(Context ctx, ReadFormat format) {
            this.ctx = ctx;
            this.csv = format == ReadFormat.CSV;
        }

        void begin() {
            if (begun) {
                return;
            }
            begun = true;
            ctx.contentType(csv ? "text/csv; charset=utf-8" : "application/x-ndjson");
            ctx.header("Content-Disposition", "attachment; filename=\"reads.%s\"".formatted(csv ? "csv" : "jsonl"));
            if (csv) {
                print(HEADER);
            }
        }

        void write(PlateRead read) {
            begin();
            var json = ReadJson.of(read);
            print(csv ? row(json) : line(json));
        }

        private void print(String text) {
            try {
                OutputStream out = ctx.outputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String line(ReadJson read) {
        try {
            return mapper.writeValueAsString(read) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(ReadJson read) {
        BoxJson box = read.box();
        return Csv.row(
                read.id(),
                read.time(),
                harmless(read.text()),
                read.plate(),
                read.confidence(),
                harmless(read.region()),
                read.source(),
                read.client(),
                harmless(read.camera()),
                box == null ? null : box.x(),
                box == null ? null : box.y(),
                box == null ? null : box.width(),
                box == null ? null : box.height(),
                read.hit(),
                read.pictureDigest(),
                read.modelDigest(),
                harmless(read.uid()),
                read.review() == null ? null : read.review().verdict(),
                read.review() == null ? null : harmless(read.review().text()));
    }

    private static @Nullable String harmless(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
