package dev.gantry.server.web.reads;

import dev.gantry.server.history.History;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.Sightings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes rows of what is stored. */
public final class Rows {

    private final History history;
    private final Sightings sightings;

    public Rows(History history, Sightings sightings) {
        this.history = history;
        this.sightings = sightings;
    }

    public List<PlateRow> of(List<PlateRead> reads) {
        Map<Long, Sighting> known = sightings.find(
                reads.stream().map(PlateRead::sighting).filter(Objects::nonNull).collect(Collectors.toSet()));
        return reads.stream()
                .map(read ->
                        PlateRow.of(read, Optional.ofNullable(read.sighting()).map(known::get)))
                .toList();
    }

    public PlateRow of(PlateRead read) {
        return of(List.of(read)).getFirst();
    }

    /** Rows of the reads with these numbers, newest first; those that are no longer there are left out. */
    public List<PlateRow> find(Collection<Long> ids) {
        return of(ids.stream()
                .sorted(Comparator.reverseOrder())
                .map(history::find)
                .flatMap(Optional::stream)
                .toList());
    }
}
