package dev.gantry.training.reader;

import dev.gantry.model.ModelCard;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A reader's characters; the blank comes last. Ours are digits, Latin capitals, the signs of China's 31 provinces, and the capitals
 * with dots or a ring that Germany's and the Nordic countries' plates have.
 */
final class Alphabet {

    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private static final String DOTTED = "ÄÖÜÅ";

    private final List<String> characters;
    private final Map<Integer, Integer> indices = new HashMap<>();

    /** Ours. */
    Alphabet() {
        this(("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + PROVINCES + DOTTED)
                .codePoints()
                .mapToObj(Character::toString)
                .toList());
    }

    /** @param characters in the order of the classes, the blank left out */
    Alphabet(List<String> characters) {
        this.characters = characters;
        for (int i = 0; i < characters.size(); i++) {
            indices.put(characters.get(i).codePointAt(0), i);
        }
    }

    /** That of a reader which this module has made. */
    static Alphabet of(ModelCard reader) {
        return new Alphabet(reader.texts("alphabet"));
    }

    List<String> characters() {
        return characters;
    }

    int blank() {
        return characters.size();
    }

    /** Characters and the blank. */
    int classes() {
        return characters.size() + 1;
    }

    /** True when every character of the text is in the alphabet. */
    boolean covers(String text) {
        return text.codePoints().allMatch(indices::containsKey);
    }

    int[] encode(String text) {
        return text.codePoints().map(indices::get).toArray();
    }

    /** The other way round. */
    String decode(int[] text) {
        return Arrays.stream(text).mapToObj(characters::get).collect(Collectors.joining());
    }

    /**
     * The likeliest class at each position of one item of a batch.
     *
     * @param scores [items, positions, classes]
     */
    int[] best(float[] scores, int item, int positions) {
        var path = new int[positions];
        Arrays.setAll(path, position -> {
            int base = (item * positions + position) * classes();
            int best = 0;
            for (int c = 1; c < classes(); c++) {
                best = scores[base + c] > scores[base + best] ? c : best;
            }
            return best;
        });
        return path;
    }

    /** The text of a sequence of class indices: repetitions merged, blanks dropped. */
    String collapse(int[] path) {
        var text = new StringBuilder();
        int last = blank();
        for (int index : path) {
            if (index != last && index != blank()) {
                text.append(characters.get(index));
            }
            last = index;
        }
        return text.toString();
    }
}
