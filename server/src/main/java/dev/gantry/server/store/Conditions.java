package dev.gantry.server.store;

import dev.gantry.server.history.ReadFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, and the values in them. */
final class Conditions {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Everything in the filter but the plate. */
    static Conditions of(ReadFilter filter) {
        var conditions = new Conditions();
        var from = filter.from();
        var until = filter.until();
        conditions.add("time >= :from", "from", from == null ? null : from.toEpochMilli());
        conditions.add("time < :until", "until", until == null ? null : until.toEpochMilli());
        conditions.add("camera = :camera", "camera", filter.camera());
        conditions.add("dialect = :dialect", "dialect", filter.dialect());
        conditions.add("confidence >= :confidence", "confidence", filter.minConfidence());
        var region = filter.region();
        boolean state = region != null && region.contains("-");
        conditions.add(state ? "region = :region" : "country = :region", "region", region);
        return conditions;
    }

    /** Adds a condition, unless its value is null. */
    void add(String text, String name, @Nullable Object value) {
        if (value != null) {
            texts.add(text);
            values.put(name, value);
        }
    }

    /** Adds a condition whose values are added apart. */
    void add(String text) {
        texts.add(text);
    }

    void bind(String name, Object value) {
        values.put(name, value);
    }

    String where() {
        return texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    }

    Query bindTo(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
