package dev.gantry.server.api;

import dev.gantry.server.json.KeptSightingJson;
import dev.gantry.server.json.SightingDetailsJson;
import dev.gantry.server.sighting.SightingPage;
import dev.gantry.server.sighting.Sightings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/sightings}: one for each vehicle that passed a camera. They are forgotten with their best reads. */
public final class SightingsApi {

    private final Sightings sightings;

    public SightingsApi(Sightings sightings) {
        this.sightings = sightings;
    }

    public void register(RoutesConfig routes) {
        routes.get(KeptSightingJson.PATH, this::search);
        routes.get(KeptSightingJson.PATH + "/{id}", this::find);
    }

    /** A page of sightings as it is written. */
    private record Page(
            List<KeptSightingJson> sightings, @Nullable String next) {
        static Page of(SightingPage page) {
            return new Page(page.sightings().stream().map(KeptSightingJson::of).toList(), page.next());
        }
    }

    private void search(Context ctx) {
        var query = ReadQuery.ofSightings(ctx.queryParamMap());
        try {
            ctx.json(Page.of(sightings.search(query.filter(), query.cursor(), query.limit())));
        } catch (IllegalArgumentException _) {
            throw ReadsApi.wrongCursor();
        }
    }

    private void find(Context ctx) {
        ctx.json(
                sightings.find(ReadsApi.id(ctx)).map(SightingDetailsJson::of).orElseThrow(() -> ReadsApi.missing(ctx)));
    }
}
