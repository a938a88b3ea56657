package dev.gantry.server.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that were set, later ones overriding earlier ones, and the problems met while they are turned into values. */
final class SettingValues {

    /**
     * One text that was set.
     *
     * @param key dotted name
     * @param origin where it was set, for messages: "gantry.yaml", "the variable GANTRY_PORT"
     */
    record Entry(String key, String text, String origin) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    SettingValues(List<Entry> inOrder) {
        for (Entry entry : inOrder) {
            if (SettingKeys.ALL.stream().noneMatch(key -> key.name().equals(entry.key()))) {
                String hint = NearestName.to(entry.key())
                        .map("; did you mean '%s'?"::formatted)
                        .orElse(".");
                problems.add("There is no setting '%s' (in %s)%s".formatted(entry.key(), entry.origin(), hint));
            }
            entries.put(entry.key(), entry);
        }
    }

    /** The key's value, or its default where nothing usable was set; what was not usable is remembered as a problem. */
    <T> T get(SettingKey<T> key) {
        Entry entry = entries.get(key.name());
        @Nullable
        T value = entry == null ? null : key.type().parser().apply(entry.text()).orElse(null);
        if (entry != null && value == null) {
            problems.add("'%s' is '%s' (in %s), but allowed is %s."
                    .formatted(
                            key.name(), entry.text(), entry.origin(), key.type().allowed()));
        }
        return value != null
                ? value
                : key.type().parser().apply(key.defaultText()).orElseThrow();
    }

    /** Remembers a problem that values have with each other, or within. */
    void problem(String text) {
        problems.add(text);
    }

    void failOnProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
