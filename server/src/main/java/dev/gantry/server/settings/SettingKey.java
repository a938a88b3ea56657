package dev.gantry.server.settings;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param name dotted name as in {@code gantry.yaml}, such as {@code limits.maxBytes}
 * @param defaultText the default, written as a user would write it; empty when there is none
 * @param meaning one sentence for users
 */
public record SettingKey<T>(String name, String defaultText, ValueType<T> type, String meaning) {

    /** The environment variable that sets it: {@code limits.maxBytes} is {@code GANTRY_LIMITS_MAX_BYTES}. */
    public String variable() {
        return "GANTRY_"
                + name.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
