package dev.gantry.server.web.live;

import dev.gantry.server.camera.managed.Cameras;
import dev.gantry.server.event.EventFeed;
import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import dev.gantry.server.web.cameras.CameraCard;
import dev.gantry.server.web.reads.PlateRow;
import dev.gantry.server.web.reads.Rows;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code GET /live}: the latest sightings and reads. Its script listens to {@code /api/v1/events} and asks
 * {@code /live/rows} for the rows of what is new, so that rows are made in one place.
 */
public final class LivePage {

    /** Rows of a page: two screens, so that the first is painted soon. */
    private static final int ROWS = 40;

    /** Rows that may be asked for at once. */
    private static final int MOST_ASKED = 50;

    private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18}){0," + (MOST_ASKED - 1) + "}");

    private final Pages pages;
    private final History history;
    private final Rows rows;
    private final EventFeed feed;
    private final Cameras cameras;

    public LivePage(Pages pages, History history, Rows rows, EventFeed feed, Cameras cameras) {
        this.cameras = cameras;
        this.pages = pages;
        this.history = history;
        this.rows = rows;
        this.feed = feed;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.LIVE.path(), this::page);
        routes.get(Section.LIVE.path() + "/rows", this::rows);
        routes.get(Section.LIVE.path() + "/wall", ctx -> pages.show(ctx, Section.LIVE, "live/wall", wall()));
    }

    /**
     * What the page shows.
     *
     * @param sequence number of the last event that the rows have: the script listens for those behind it
     */
    public record View(long sequence, List<PlateRow> rows, Wall wall) {

        public View {
            rows = List.copyOf(rows);
        }
    }

    /** All cameras. */
    public record Wall(List<CameraCard> cameras) {

        public Wall {
            cameras = List.copyOf(cameras);
        }
    }

    private Wall wall() {
        return new Wall(cameras.all().stream()
                .map(camera -> new CameraCard(camera, 0, Map.of()))
                .toList());
    }

    private void page(Context ctx) {
        long sequence = feed.newest(); // first: what comes between is told twice rather than never
        List<PlateRead> reads = history.search(ReadFilter.ALL, null, ROWS).reads();
        pages.show(ctx, Section.LIVE, "live/live", new View(sequence, rows.of(reads), wall()));
    }

    /** Rows of the reads whose numbers are asked for, newest first; those that are gone are left out. */
    private void rows(Context ctx) {
        String ids = Objects.requireNonNullElse(ctx.queryParam("ids"), "");
        if (!IDS.matcher(ids).matches()) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST, "'ids' are the numbers of at most %d reads.".formatted(MOST_ASKED));
        }
        List<PlateRow> found = rows.find(
                Pattern.compile(",").splitAsStream(ids).map(Long::valueOf).collect(Collectors.toSet()));
        pages.show(ctx, Section.LIVE, "live/rows", new View(0, found, new Wall(List.of())));
    }
}
