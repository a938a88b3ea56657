package dev.gantry.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Every word of the pages in one language. English is in {@code web/strings_en.properties}; a translation is one more
 * file beside it, {@code strings_LANGUAGE.properties}, entered in {@link #LANGUAGES}. What it lacks stays English.
 */
public final class Strings {

    private static final Strings ENGLISH = load("en");

    /** Every language that there is a file of. */
    static final List<String> LANGUAGES = List.of("en");

    private static final Map<String, Strings> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Strings::load));

    private final String language;
    private final Map<String, String> texts;

    private Strings(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
    }

    /** The language that a browser likes best among those that there are; English for want of one. */
    static Strings accepted(String acceptLanguage) {
        return bestOf(acceptLanguage).map(ALL::get).orElse(ENGLISH);
    }

    private static Optional<String> bestOf(String acceptLanguage) {
        try {
            List<LanguageRange> wanted = LanguageRange.parse(acceptLanguage);
            return Optional.ofNullable(Locale.lookupTag(wanted, LANGUAGES));
        } catch (IllegalArgumentException _) { // no such header, or nonsense in it
            return Optional.empty();
        }
    }

    public String language() {
        return language;
    }

    /**
     * A text with its {@code {name}}s filled.
     *
     * @param values names and values in turn
     */
    public String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("strings_en.properties lacks " + key);
        }
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", String.valueOf(values[i + 1]));
        }
        return text;
    }

    /** The text {@code KEY.one} or {@code KEY.other}, with {@code {count}} filled. */
    public String count(String key, long count) {
        return text(key + (count == 1 ? ".one" : ".other"), "count", count);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    private static Strings load(String language) {
        Map<String, String> texts = new HashMap<>(read("en"));
        texts.putAll(read(language));
        return new Strings(language, texts);
    }

    private static Map<String, String> read(String language) {
        String name = "/web/strings_" + language + ".properties";
        try (InputStream in = Strings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
