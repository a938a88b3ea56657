package dev.gantry.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.review.Reviews;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes reviewed strips with their true texts as an archive that {@code gantry evaluate} and {@code gantry fine-tune} read
 * once it is unpacked: {@code docs/evaluation.md} has the format.
 */
final class LabelledSetExport {

    /** The archive has one folder, so that unpacking litters nowhere. */
    private static final String FOLDER = "gantry-reviewed/";

    private static final Logger LOG = LoggerFactory.getLogger(LabelledSetExport.class);

    private final Reviews reviews;
    private final History history;
    private final JsonMapper mapper;

    LabelledSetExport(Reviews reviews, History history, JsonMapper mapper) {
        this.reviews = reviews;
        this.history = history;
        this.mapper = mapper;
    }

    private record Label(
            String image,
            String set,
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String country,

            List<Text> plates) {}

    private record Text(String text) {}

    void write(Context ctx) {
        Set<Verdict> verdicts = verdicts(ctx.queryParam("verdict"));
        var labels = new StringBuilder();
        ctx.contentType("application/zip")
                .header("Content-Disposition", "attachment; filename=\"gantry-reviewed.zip\"");
        try (var zip = new ZipOutputStream(ctx.outputStream(), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED); // JPEGs do not get smaller
            reviews.forEach(verdicts, read -> add(zip, read, labels));
            entry(zip, "labels.jsonl", labels.toString().getBytes(StandardCharsets.UTF_8));
        } catch (HistoryException e) {
            LOG.error("An export ended early", e);
            WatchedConnector.cutOff(ctx.req());
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The receiver of an export has hung up", e);
        }
    }

    private static Set<Verdict> verdicts(@Nullable String parameter) {
        if (parameter == null || parameter.isBlank()) {
            return EnumSet.of(Verdict.CONFIRMED, Verdict.CORRECTED);
        }
        var verdicts = EnumSet.noneOf(Verdict.class);
        for (String key : parameter.split(",", -1)) {
            switch (key.strip()) {
                case "confirmed" -> verdicts.add(Verdict.CONFIRMED);
                case "corrected" -> verdicts.add(Verdict.CORRECTED);
                default ->
                    throw new RequestException(
                            ErrorCode.INVALID_REQUEST,
                            "'verdict' must be confirmed, corrected or both between commas, not '%s'."
                                    .formatted(parameter));
            }
        }
        return verdicts;
    }

    private void add(ZipOutputStream zip, PlateRead read, StringBuilder labels) {
        String file = read.strip();
        var judgement = read.judgement();
        if (file == null || judgement == null) {
            return;
        }
        String name = "strips/%d.jpg".formatted(read.id());
        history.file(file).ifPresent(strip -> {
            entry(zip, name, strip);
            labels.append(line(new Label(
                            name,
                            judgement.verdict().key(),
                            "crop",
                            read.region() == null ? null : read.region().toUpperCase(Locale.ROOT),
                            List.of(new Text(read.effectiveText())))))
                    .append('\n');
        });
    }

    private String line(Label label) {
        try {
            return mapper.writeValueAsString(label);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) {
        try {
            zip.putNextEntry(new ZipEntry(FOLDER + name));
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
