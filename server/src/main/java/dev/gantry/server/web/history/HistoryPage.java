package dev.gantry.server.web.history;

import dev.gantry.server.api.ReadQuery;
import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import dev.gantry.server.web.reads.PlateRow;
import dev.gantry.server.web.reads.Rows;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /history}: what was seen, searched and filtered. The address holds every filter. */
public final class HistoryPage {

    private final Pages pages;
    private final History history;
    private final Rows rows;

    public HistoryPage(Pages pages, History history, Rows rows) {
        this.pages = pages;
        this.history = history;
        this.rows = rows;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.HISTORY.path(), this::page);
    }

    /**
     * What the page shows.
     *
     * @param next address of the next page; null when there is none
     * @param error why nothing was looked for; null when something was
     */
    public record View(
            HistoryQuery query,
            List<PlateRow> rows,
            @Nullable String next,
            @Nullable String error,
            List<String> cameras,
            List<String> regions) {

        public View {
            rows = List.copyOf(rows);
            cameras = List.copyOf(cameras);
            regions = List.copyOf(regions);
        }
    }

    private void page(Context ctx) {
        var query = new HistoryQuery(ctx.queryParamMap(), pages::zone);
        try {
            ReadQuery checked = query.checked();
            ReadPage found = history.search(checked.filter(), checked.cursor(), checked.limit());
            String next = found.next();
            show(ctx, query, shown(found, checked), next == null ? null : query.with(HistoryQuery.CURSOR, next), null);
        } catch (RequestException e) {
            refuse(ctx, query, e.getMessage());
        } catch (IllegalArgumentException _) { // the cursor is none of ours
            refuse(ctx, query, Pages.strings(ctx).text("history.cursor"));
        }
    }

    private List<PlateRow> shown(ReadPage found, ReadQuery query) {
        List<PlateRow> all = rows.of(found.reads());
        return query.filter().plate() instanceof PlateSearch.Similar(String plate)
                ? all.stream().map(row -> row.likenedTo(PlateKey.of(plate))).toList()
                : all;
    }

    private void refuse(Context ctx, HistoryQuery query, @Nullable String message) {
        ctx.status(HttpStatus.BAD_REQUEST);
        show(ctx, query, List.of(), null, message);
    }

    private void show(
            Context ctx, HistoryQuery query, List<PlateRow> found, @Nullable String next, @Nullable String error) {
        var view = new View(query, found, next, error, history.cameras(), history.regions());
        pages.show(ctx, Section.HISTORY, "history/history", view);
    }
}
