package dev.gantry.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What every template knows of the page that it is part of.
 *
 * @param strings the words, in the reader's language
 * @param section the page that the navigation shows as the one looked at; null for none
 */
public record Page(Strings strings, @Nullable Section section) {

    public String language() {
        return strings.language();
    }

    /** A text of the strings file; names and values in turn fill its {@code {name}}s. */
    public String t(String key, Object... values) {
        return strings.text(key, values);
    }

    /** A text that depends on a number. */
    public String count(String key, long count) {
        return strings.count(key, count);
    }
}
