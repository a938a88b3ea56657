package dev.gantry.server.web.reads;

import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.Sightings;
import java.util.List;
import java.util.Optional;

/** Makes rows of what is stored. */
public final class Rows {

    private final History history;
    private final Sightings sightings;

    public Rows(History history, Sightings sightings) {
        this.history = history;
        this.sightings = sightings;
    }

    public List<PlateRow> of(List<PlateRead> reads) {
        return reads.stream().map(this::of).toList();
    }

    public PlateRow of(PlateRead read) {
        return PlateRow.of(read, sighting(read));
    }

    /** The row of the read with this number; empty when it is no longer there. */
    public Optional<PlateRow> find(long id) {
        return history.find(id).map(this::of);
    }

    private Optional<Sighting> sighting(PlateRead read) {
        return Optional.ofNullable(read.sighting()).flatMap(sightings::find).map(SightingDetails::sighting);
    }
}
