package dev.gantry.rendering;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds free fonts on the machine by their files' names and takes glyph outlines from them; no fontconfig. */
final class InstalledFonts {
    private static final float SIZE = 200f;
    private static final int DEPTH = 6;

    private final Map<String, Path> files = new HashMap<>();

    InstalledFonts(List<Path> folders) {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                collect(folder);
            }
        }
    }

    private void collect(Path folder) {
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> files.putIfAbsent(stem(file), file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException("Cannot list the fonts in " + folder, unreadable);
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return List.of("ttf", "otf", "ttc").contains(ending) ? name.substring(0, dot) : name;
    }

    /** The outlines of the given characters in the font whose file has that name (without ending), when installed. */
    Optional<Typeface> typeface(String fileName, String characters) {
        Path file = files.get(fileName);
        if (file == null) {
            return Optional.empty();
        }
        try {
            Font font = Font.createFonts(file.toFile())[0].deriveFont(SIZE);
            return Optional.of(new Typeface(fileName, glyphs(font, characters)));
        } catch (FontFormatException | IOException broken) {
            return Optional.empty();
        }
    }

    List<Typeface> typefaces(String fileNames, String characters) {
        List<Typeface> found = new ArrayList<>();
        for (String name : fileNames.strip().split("\\s+", -1)) {
            typeface(name, characters).ifPresent(found::add);
        }
        return found;
    }

    private static Map<Character, Glyph> glyphs(Font font, String characters) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        boolean signs = characters.charAt(0) > 0x2000;
        Rectangle2D capital =
                font.createGlyphVector(context, signs ? "京" : "H").getOutline().getBounds2D();
        Map<Character, Glyph> glyphs = new HashMap<>();
        for (int i = 0; i < characters.length(); i++) {
            char character = characters.charAt(i);
            if (font.canDisplay(character)) {
                Path2D outline = new Path2D.Double(font.createGlyphVector(context, String.valueOf(character))
                        .getOutline());
                Rectangle2D ink = outline.getBounds2D();
                if (ink.isEmpty()) {
                    continue;
                }
                double scale = 1 / capital.getHeight();
                outline.transform(AffineTransform.getTranslateInstance(-ink.getX(), -capital.getY()));
                outline.transform(AffineTransform.getScaleInstance(scale, scale));
                glyphs.put(character, new Glyph(outline, ink.getWidth() * scale));
            }
        }
        return glyphs;
    }
}
