package dev.gantry.server.store;

import dev.gantry.server.history.Hours;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** The conditions of a query for reads: on their time, on the {@link ReadGroup} that they belong to, and others. */
final class Conditions {

    private final List<String> times = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final @Nullable Hours hours;
    private boolean verdict;
    private boolean plates;

    private Conditions(ReadFilter filter) {
        from = filter.from();
        until = filter.until();
        hours = filter.hours();
    }

    /** Everything in the filter but the plate. */
    static Conditions of(ReadFilter filter) {
        var conditions = new Conditions(filter);
        conditions.filter(filter);
        return conditions;
    }

    private void filter(ReadFilter filter) {
        var region = filter.region();
        var listed = filter.listed();
        add(times, "time >= :from", "from", from == null ? null : from.toEpochMilli());
        add(times, "time < :until", "until", until == null ? null : until.toEpochMilli());
        add(groups, "camera = :camera", "camera", filter.camera());
        add(groups, "dialect = :dialect", "dialect", filter.dialect());
        boolean state = region != null && region.contains("-");
        add(groups, state ? "region = :region" : "country = :region", "region", region);
        add(groups, "hit = :hit", "hit", listed == null ? null : listed ? 1 : 0);
        confidence(filter.minConfidence());
        verdict(filter.verdict());
        if (hours != null) {
            others.add(TimeOfDay.condition(hours, from, until));
        }
    }

    private void verdict(@Nullable Verdict wanted) {
        verdict = wanted != null;
        if (wanted == Verdict.UNDONE) {
            others.add("verdict IS NULL");
        } else {
            add(others, "verdict = :verdict", "verdict", wanted == null ? null : wanted.key());
        }
    }

    /** Groups have ranges of confidence; only of the range that it is in does each read have to be looked at. */
    private void confidence(@Nullable Double confidence) {
        if (confidence != null) {
            double least = ReadGroup.least(confidence);
            add(groups, "least >= :least", "least", least);
            add(others, "confidence >= :confidence", "confidence", least == confidence ? null : confidence);
        }
    }

    /** Adds a condition, unless its value is null. */
    private void add(List<String> to, String text, String name, @Nullable Object value) {
        if (value != null) {
            to.add(text);
            values.put(name, value);
        }
    }

    /** Adds a condition that names plates, which are so few that their index is the way to them. */
    void addPlates(String text, String name, Object value) {
        add(others, text, name, value);
        plates = true;
    }

    /** Adds a condition that many plates meet. */
    void addPattern(String text, String name, Object value) {
        add(others, text, name, value);
    }

    /** Only reads behind that place. */
    void startBehind(Cursor cursor) {
        times.add("(time, id) < (:cursorTime, :cursorId)");
        values.put("cursorTime", cursor.time());
        values.put("cursorId", cursor.id());
    }

    /** Whether it names plates. */
    boolean hasPlates() {
        return plates;
    }

    /** Whether a group, or the time of day, has to fit. */
    boolean isGrouped() {
        return hours != null || !groups.isEmpty();
    }

    Optional<Hours> hours() {
        return Optional.ofNullable(hours);
    }

    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** Whether it names a verdict, which no index of all reads has. */
    boolean hasVerdict() {
        return verdict;
    }

    /** Conditions on the time alone. */
    List<String> times() {
        return times;
    }

    /** Conditions on the columns of {@code read_group}. */
    List<String> groups() {
        return groups;
    }

    /** All conditions but that on the group; all can be told from an entry of any index, but for the verdict. */
    List<String> entries() {
        var texts = new ArrayList<>(times);
        texts.addAll(others);
        return texts;
    }

    /** All conditions. */
    List<String> all() {
        List<String> texts = entries();
        if (!groups.isEmpty()) {
            texts.add("read_group IN (SELECT number FROM read_group" + where(groups) + ")");
        }
        return texts;
    }

    static String where(List<String> texts) {
        return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }

    static String and(List<String> texts) {
        return texts.isEmpty() ? "" : " AND " + String.join(" AND ", texts);
    }

    <S extends SqlStatement<S>> S bindTo(S query) {
        query.getConfig(SqlStatements.class)
                .setUnusedBindingAllowed(true); // some queries have only some of the conditions
        values.forEach(query::bind);
        return query;
    }
}
