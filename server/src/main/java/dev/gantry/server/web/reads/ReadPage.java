package dev.gantry.server.web.reads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.plate.Quad;
import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.json.ReadJson;
import dev.gantry.server.json.SightingDetailsJson;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code GET /reads/{id}}, and {@code GET /sightings/{id}} with all that is known of the passing vehicle. */
public final class ReadPage {

    /** Earlier and later reads of the plate; there is a link to all. */
    private static final int MOST_OTHERS = 8;

    private final Pages pages;
    private final History history;
    private final Sightings sightings;
    private final Rows rows;
    private final PlateGrammar grammar;
    private final ObjectWriter json;

    public ReadPage(
            Pages pages, History history, Sightings sightings, Rows rows, PlateGrammar grammar, JsonMapper mapper) {
        this.pages = pages;
        this.history = history;
        this.sightings = sightings;
        this.rows = rows;
        this.grammar = grammar;
        this.json = mapper.writerWithDefaultPrettyPrinter();
    }

    public void register(RoutesConfig routes) {
        routes.get("/reads/{id}", this::read);
        routes.get("/sightings/{id}", this::sighting);
    }

    /**
     * What the page shows.
     *
     * @param outline the plate's corners as SVG has points; null when they are not known
     * @param frames what was read in each frame; none for a picture
     * @param others other reads of the plate, newest first
     * @param firstSeen when the plate was first seen
     * @param json everything, as the API tells it
     */
    public record View(
            PlateRow row,
            @Nullable String outline,
            Frames frames,
            Why why,
            List<PlateRow> others,
            Instant firstSeen,
            String json) {

        public View {
            others = List.copyOf(others);
        }
    }

    private void read(Context ctx) {
        PlateRead read = history.find(ReadId.of(ctx)).orElseThrow(NotFoundResponse::new);
        show(ctx, read, Optional.ofNullable(read.sighting()).flatMap(sightings::find));
    }

    private void sighting(Context ctx) {
        SightingDetails details = sightings.find(ReadId.of(ctx)).orElseThrow(NotFoundResponse::new);
        PlateRead best = history.find(details.sighting().bestRead()).orElseThrow(NotFoundResponse::new);
        show(ctx, best, Optional.of(details));
    }

    private void show(Context ctx, PlateRead read, Optional<SightingDetails> details) {
        var exact = new ReadFilter(null, null, null, null, null, null, new PlateSearch.Exact(read.plate()));
        List<PlateRead> others = history.search(exact, null, MOST_OTHERS + 1).reads().stream()
                .filter(other -> other.id() != read.id())
                .limit(MOST_OTHERS)
                .toList();
        var view = new View(
                rows.of(read),
                outline(read),
                Frames.of(read.text(), details.map(SightingDetails::rawReads).orElse(List.of())),
                Why.of(read, history.changes(read.id()), grammar),
                rows.of(others),
                history.firstSince(read.plate(), Instant.EPOCH)
                        .map(PlateRead::time)
                        .orElse(read.time()),
                json(details.<Object>map(SightingDetailsJson::of).orElseGet(() -> ReadJson.of(read))));
        pages.show(ctx, Section.HISTORY, "reads/read", view);
    }

    private static @Nullable String outline(PlateRead read) {
        Quad corners = read.corners();
        if (corners == null && read.box() != null) {
            corners = Quad.of(read.box());
        }
        return corners == null
                ? null
                : corners.corners().stream()
                        .map(corner -> corner.x() + "," + corner.y())
                        .collect(Collectors.joining(" "));
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
