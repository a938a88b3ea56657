package dev.gantry.server.web.reads;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.sighting.RawRead;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each frame said of a sighting's text, laid under the text's characters, and how the frames voted on each of them.
 *
 * @param columns one for each character of the text
 * @param lines one for each frame, in the order of time
 */
public record Frames(List<Column> columns, List<Line> lines) {

    /** What a frame has where the text's character is missing. */
    static final String NOTHING = "∅";

    public Frames {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * The vote on one character.
     *
     * @param share how many of the frames have it, 0 to 1
     * @param others what other frames have there, most frequent first
     */
    public record Column(String character, int votes, double share, List<Other> others) {
        public Column {
            others = List.copyOf(others);
        }
    }

    /** What some frames have instead. */
    public record Other(String character, int votes) {}

    /**
     * One frame.
     *
     * @param cells what it has at each of the text's characters
     */
    public record Line(RawRead read, List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** Its strip as an address that holds it; null when none was kept. */
        public @Nullable String strip() {
            byte[] strip = read.strip();
            return strip == null
                    ? null
                    : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(strip);
        }
    }

    /** What a frame has at one of the text's characters: one character, none, or more than one. */
    public record Cell(String text, boolean differs) {}

    /** @param text what the frames were found to say together */
    static Frames of(String text, List<RawRead> reads) {
        List<String> own = Letter.characters(PlateKey.of(text));
        List<Line> lines =
                reads.stream().map(read -> new Line(read, cells(own, read))).toList();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            int place = i;
            columns.add(column(
                    own.get(i),
                    lines.stream().map(line -> line.cells().get(place).text()).toList()));
        }
        return new Frames(columns, lines);
    }

    private static List<Cell> cells(List<String> own, RawRead read) {
        List<String> texts = new ArrayList<>();
        StringBuilder before = new StringBuilder(); // what is too much in front goes with the first character
        for (Alignment.Pair pair :
                Alignment.of(own, Letter.characters(PlateKey.of(read.text()))).pairs()) {
            if (pair.from() != null) {
                texts.add(before + (pair.to() == null ? NOTHING : pair.to()));
                before.setLength(0);
            } else if (texts.isEmpty()) {
                before.append(pair.to());
            } else {
                texts.add(texts.removeLast() + pair.to());
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(texts.get(i), !texts.get(i).equals(own.get(i))));
        }
        return cells;
    }

    private static Column column(String character, List<String> said) {
        Map<String, Integer> votes = new TreeMap<>();
        said.forEach(one -> votes.merge(one, 1, Integer::sum));
        int agreeing = votes.getOrDefault(character, 0);
        votes.remove(character);
        List<Other> others = votes.entrySet().stream()
                .map(vote -> new Other(vote.getKey(), vote.getValue()))
                .sorted(Comparator.comparingInt(Other::votes).reversed())
                .toList();
        return new Column(character, agreeing, said.isEmpty() ? 0 : (double) agreeing / said.size(), others);
    }
}
