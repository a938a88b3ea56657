package dev.gantry.server.store;

import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The conditions of a query for reads, the values in them, and the columns by whose index they can be met. */
final class Conditions {

    /** A condition on a column that has an index of its own, {@code plate_read_COLUMN}. */
    record Indexed(String column, String text) {}

    private final List<String> texts = new ArrayList<>();
    private final List<Indexed> indexed = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Everything in the filter but the plate. */
    static Conditions of(ReadFilter filter) {
        var conditions = new Conditions();
        var from = filter.from();
        var until = filter.until();
        var region = filter.region();
        boolean state = region != null && region.contains("-");
        conditions.add("time >= :from", "from", from == null ? null : from.toEpochMilli());
        conditions.add("time < :until", "until", until == null ? null : until.toEpochMilli());
        conditions.addIndexed("camera", "camera = :camera", filter.camera());
        conditions.addIndexed("dialect", "dialect = :dialect", filter.dialect());
        conditions.addIndexed(state ? "region" : "country", state ? "region = :region" : "country = :country", region);
        conditions.addIndexed("confidence", "confidence >= :confidence", filter.minConfidence());
        var listed = filter.listed();
        conditions.add("hit = :hit", "hit", listed == null ? null : listed ? 1 : 0);
        var verdict = filter.verdict();
        if (verdict == Verdict.UNDONE) {
            conditions.add("verdict IS NULL");
        } else {
            conditions.add("verdict = :verdict", "verdict", verdict == null ? null : verdict.key());
        }
        var hours = filter.hours();
        if (hours != null) {
            conditions.add(TimeOfDay.condition(hours, from, until));
        }
        return conditions;
    }

    /** Adds a condition, unless its value is null. */
    void add(String text, String name, @Nullable Object value) {
        if (value != null) {
            texts.add(text);
            values.put(name, value);
        }
    }

    /** Adds a condition on a column that has an index, unless its value is null; the value has the column's name. */
    void addIndexed(String column, String text, @Nullable Object value) {
        if (value != null) {
            add(text, column, value);
            indexed.add(new Indexed(column, text));
        }
    }

    void bind(String name, Object value) {
        values.put(name, value);
    }

    /** Adds a condition whose values are bound apart. */
    void add(String text) {
        texts.add(text);
    }

    /** The indexed conditions, in the order in which they were added. */
    List<Indexed> indexed() {
        return indexed;
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String where() {
        return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }

    Query bindTo(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
