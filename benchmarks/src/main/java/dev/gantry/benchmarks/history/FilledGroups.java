package dev.gantry.benchmarks.history;

import dev.gantry.server.history.NewRead;
import dev.gantry.server.store.ReadGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The groups of the reads that a history is filled with, numbered as the database will number them: 1, 2, 3 ... */
final class FilledGroups {

    private final Map<ReadGroup, Long> numbers = new LinkedHashMap<>();

    long number(NewRead read) {
        var group = new ReadGroup(
                read.source().dialect(),
                read.source().camera(),
                read.region(),
                ReadGroup.least(read.confidence()),
                false);
        return numbers.computeIfAbsent(group, _ -> numbers.size() + 1L);
    }

    /** Values for SQL, in the order of their numbers. */
    List<String> rows() {
        return numbers.keySet().stream()
                .map(group -> "'%s', '%s', '%s', '%s', %s, 0"
                        .formatted(
                                group.camera(),
                                group.dialect(),
                                FilledRow.country(Objects.requireNonNull(group.region())),
                                group.region(),
                                group.least()))
                .toList();
    }
}
