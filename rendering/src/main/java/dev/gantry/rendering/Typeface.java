package dev.gantry.rendering;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of glyph outlines under a name; those of {@link Dots} are made from it. */
record Typeface(String name, Map<Character, Glyph> glyphs) {

    Typeface {
        glyphs = Map.copyOf(Dots.added(name, glyphs));
    }

    @Nullable
    Glyph glyph(char character) {
        return glyphs.get(character);
    }

    boolean covers(String text) {
        return text.chars().allMatch(character -> glyphs.containsKey((char) character));
    }

    /** The width of the widest ordinary character: the cell of a die that strikes all characters equally wide. */
    double cell() {
        double widest = 0;
        for (char character : "0238ADHNU".toCharArray()) {
            Glyph glyph = glyphs.get(character);
            widest = glyph == null ? widest : Math.max(widest, glyph.width());
        }
        return widest;
    }
}
