package dev.gantry.server.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The little of Markdown that the description uses: paragraphs, lists and {@code code}. */
public final class Prose {

    private Prose() {}

    /** A paragraph of one line, or the items of a list. */
    public record Block(boolean list, List<List<Piece>> lines) {

        public Block {
            lines = List.copyOf(lines);
        }
    }

    /** Some words, or some code. */
    public record Piece(String text, boolean code) {}

    public static List<Block> of(String markdown) {
        return Stream.of(markdown.strip().split("\n{2,}"))
                .filter(block -> !block.isEmpty())
                .map(block -> block.startsWith("- ")
                        ? new Block(true, Stream.of(block.substring(2).split("\n- ")).map(Prose::pieces).toList())
                        : new Block(false, List.of(pieces(block))))
                .toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = line.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            pieces.add(new Piece(parts[i], i % 2 == 1));
        }
        return pieces;
    }
}
