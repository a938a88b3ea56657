package dev.gantry.server.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.image.ImageFormat;
import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ReadJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/reads}: the history, searched, exported and forgotten. */
public final class ReadsApi {

    private static final String ONE = ReadJson.PATH + "/{id}";

    /** An address that names the file never has another, but only who asked for it may keep it. */
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    /** Pages tell by this parameter which file they mean; the read of an open sighting may soon have another. */
    private static final String VERSION = "v";

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final History history;
    private final ReadExport export;

    public ReadsApi(History history, JsonMapper mapper) {
        this.history = history;
        this.export = new ReadExport(history, mapper);
    }

    public void register(RoutesConfig routes) {
        routes.get(ReadJson.PATH, this::search);
        routes.get(ONE, ctx -> ctx.json(ReadJson.of(read(ctx))));
        routes.get(ONE + "/strip", ctx -> file(ctx, PlateRead::strip));
        routes.get(ONE + "/picture", ctx -> file(ctx, PlateRead::picture));
        routes.delete(ONE, this::delete);
    }

    /** A page of reads as it is written. */
    private record Page(List<ReadJson> reads, @Nullable String next) {
        static Page of(ReadPage page) {
            return new Page(page.reads().stream().map(ReadJson::of).toList(), page.next());
        }
    }

    private void search(Context ctx) {
        var query = ReadQuery.of(ctx.queryParamMap());
        switch (query.format()) {
            case JSON -> ctx.json(page(query));
            case CSV, JSONL -> export.write(ctx, query.filter(), query.format());
        }
    }

    private Page page(ReadQuery query) {
        try {
            return Page.of(history.search(query.filter(), query.cursor(), query.limit()));
        } catch (IllegalArgumentException _) {
            throw wrongCursor();
        }
    }

    static RequestException wrongCursor() {
        return new RequestException(
                ErrorCode.INVALID_REQUEST, "'cursor' must be the 'next' of the page before, unchanged.");
    }

    private PlateRead read(Context ctx) {
        return history.find(id(ctx)).orElseThrow(() -> missing(ctx));
    }

    private void file(Context ctx, Function<PlateRead, @Nullable String> name) {
        String file = name.apply(read(ctx));
        byte[] bytes = Optional.ofNullable(file).flatMap(history::file).orElseThrow(() -> missing(ctx));
        ImageFormat format = ImageFormat.of(bytes);
        ctx.contentType(format == null ? UNKNOWN_TYPE : format.mediaType())
                .header("Cache-Control", ctx.queryParam(VERSION) == null ? "private, no-cache" : FOR_EVER)
                .result(bytes);
    }

    private void delete(Context ctx) {
        if (!history.delete(id(ctx))) {
            throw missing(ctx);
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    static long id(Context ctx) {
        try {
            return Long.parseLong(ctx.pathParam("id"));
        } catch (NumberFormatException _) {
            throw missing(ctx);
        }
    }

    static RequestException missing(Context ctx) {
        return new RequestException(ErrorCode.NOT_FOUND, "There is nothing at %s.".formatted(ctx.path()));
    }
}
